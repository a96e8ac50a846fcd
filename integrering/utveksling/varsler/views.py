"""Doors: the choice, and the way out that the e-mails lead to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, forskjeller, med_versjon
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.epost import er_satt_opp
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import ARBEIDSROLLER
from integrering.utveksling.varsler import actions, queries
from integrering.utveksling.varsler.brev import les_merke
from integrering.utveksling.varsler.forms import VarselSkjema
from integrering.utveksling.varsler.models import Varselvalg
from integrering.utveksling.varsler.register import finn_kilde, varselkilder_for


@krever(*ARBEIDSROLLER)
@require_http_methods(["GET", "HEAD", "POST"])
def varsler(request: HttpRequest) -> HttpResponse:
    """What the reader wants by e-mail in this role, and what would be in it now."""
    av = aktoer_i(request)
    valg, kilder = queries.valg_for(av), varselkilder_for(av)
    if request.method != "POST":
        return _vis(request, av, valg, VarselSkjema(initial=_initial(request, valg), kilder=kilder))
    skjema = VarselSkjema(request.POST, kilder=kilder)
    if not skjema.is_valid():
        return _vis(request, av, valg, skjema, status=AVVIST)
    try:
        actions.lagre_valg(av=av, **skjema.cleaned_data)
    except Konflikt as konflikt:
        return _konflikt(request, av, konflikt, kilder)
    maalform = skjema.cleaned_data["maalform"]
    with translation.override(maalform):
        messages.success(request, _("Varslene dine er lagret."))
    svar = redirect("varsler")
    svar.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, maalform, max_age=365 * 86400, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE, httponly=True,
    )  # fmt: skip
    return svar


def _initial(request: HttpRequest, valg: Varselvalg) -> dict[str, Any]:
    paa = [k.kode for k in varselkilder_for(aktoer_i(request)) if k.kode not in valg.avslaatt]
    return {
        "hyppighet": valg.hyppighet,
        "typer": paa,
        "maalform": translation.get_language(),
        "versjon": _versjon(valg),
    }


def _versjon(valg: Varselvalg) -> int:
    """Return the version of the form: 0 before anything was saved."""
    return valg.versjon if valg.pk else 0


def _konflikt(request: HttpRequest, av: Aktoer, konflikt: Konflikt, kilder: list[Any]) -> HttpResponse:
    """Show what was saved meanwhile beside what was chosen here."""
    naa = queries.valg_for(av)
    skjema = med_versjon(VarselSkjema(request.POST, kilder=kilder), _versjon(naa))
    skjema.is_valid()
    paa = [k.kode for k in kilder if k.kode not in naa.avslaatt]
    linjer = forskjeller(skjema, {"hyppighet": naa.hyppighet, "typer": paa})
    return _vis(request, av, naa, skjema, status=KONFLIKT, naa=naa, linjer=linjer)


def _vis(
    request: HttpRequest, av: Aktoer, valg: Varselvalg, skjema: VarselSkjema, *, status: int = 200, **mer: Any
) -> HttpResponse:
    siden = queries.siden_for(av, queries.min_tildeling(av), valg, timezone.now())
    innhold = {
        "skjema": skjema,
        "linjene": queries.linjer(av, valg, siden),
        "siden": siden,
        "epostadresse": Bruker.objects.values_list("email", flat=True).get(pk=av.bruker_id),
        "satt_opp": er_satt_opp(),
    }
    return render(request, "varsler/varsler.html", innhold | mer, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def avmeld(request: HttpRequest, merke: str) -> HttpResponse:
    """Leave a kind of news by the link of the e-mail, without logging in: asked (GET), done (POST)."""
    avmelding = les_merke(merke)
    kilde = finn_kilde(avmelding.kode) if avmelding else None
    if avmelding is None or kilde is None:
        raise Http404
    gjort = request.method == "POST"
    if gjort:
        actions.meld_av(avmelding=avmelding)
    return render(request, "varsler/avmeld.html", {"hva": kilde.tekst, "gjort": gjort})
