"""Organisations: list, page, take one in, change what is known, change the contact."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.lister.visning import vis_liste
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.utveksling.moeter.kodeverk import Moetetype
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.frivillighet import actions
from regionalt.frivillighet.actions.organisasjon import kan_endre_kontakt
from regionalt.frivillighet.forms.organisasjon import (
    KontaktSkjema,
    NySkjema,
    ProfilSkjema,
    kontaktverdier,
    profilverdier,
)
from regionalt.frivillighet.lister import ORGANISASJONER, statusen_til
from regionalt.frivillighet.models import Organisasjonsslag
from regionalt.frivillighet.organisasjonspaneler import organisasjonspaneler_for
from regionalt.frivillighet.queries import organisasjoner as queries
from regionalt.frivillighet.queries.aktiviteter import siste_aktiviteter
from regionalt.frivillighet.queries.avtaler import avtaler_med
from regionalt.frivillighet.roller import ORGANISASJONEN, SER, SKRIVER, SKRIVER_KONTAKT
from regionalt.frivillighet.views.felles import adresse, organisasjon_eller_404, sti_til
from regionalt.queries.moeter import moeter_med
from regionalt.roller import LESER
from regionalt.views.nytt_moete import vis_nytt_moete
from regionalt.views.skjemaside import Skjemaside, vis_skjema

FLEST_MOETER = 5


@krever(*SER)
@require_safe
def organisasjoner(request: HttpRequest) -> HttpResponse:
    """All organisations the reader sees; an organisation comes to its own page."""
    av = aktoer_i(request)
    if av.har(*ORGANISASJONEN):
        egen = queries.den_egne(av.virksomhet_id)
        return redirect(adresse(egen)) if egen else render(request, "frivillighet/ikke_med.html")
    kan = av.har(*SKRIVER)
    return vis_liste(request, ORGANISASJONER, mal="frivillighet/organisasjoner.html", kan_skrive=kan)


@krever(*SER)
@require_safe
def organisasjon(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Everything about one organisation that the reader may see."""
    funnet, av, i_dag = organisasjon_eller_404(orgnummer), aktoer_i(request), timezone.localdate()
    moeter = moeter_med(funnet.virksomhet).order_by("-start", "-pk")[:FLEST_MOETER]
    paraply = funnet.slag == Organisasjonsslag.PARAPLY
    innhold = {
        "organisasjon": funnet,
        "avtaler": [(a, statusen_til(a, i_dag)) for a in avtaler_med(funnet)],
        "aktiviteter": siste_aktiviteter(funnet),
        "moeter": [(m, moetets_tid(m)) for m in moeter],
        "medlemmer": queries.medlemmer_av(funnet) if paraply else [],
        "paneler": organisasjonspaneler_for(request, funnet.virksomhet),
        "kan_skrive": av.har(*SKRIVER),
        "kan_endre_kontakt": kan_endre_kontakt(av, funnet),
        "leser_alle": av.har(*LESER),
    }
    return render(request, "frivillighet/organisasjon.html", innhold)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def organisasjon_ny(request: HttpRequest) -> HttpResponse:
    """Take an organisation into the overview."""
    skjema = NySkjema(skrevet(request), avbryt=reverse("frivillighet:organisasjoner"))

    def gjoer(svar: NySkjema) -> HttpResponse:
        ny = actions.ny_organisasjon(
            nummer=svar.cleaned_data["nummer"],
            navn=svar.cleaned_data["navn"],
            profil=svar.profil,
            kontakt=svar.kontakt,
            av=aktoer_i(request),
        )
        messages.success(request, _("Organisasjonen er lagret."))
        return redirect(adresse(ny))

    return vis_skjema(request, skjema, Skjemaside(_("Ny organisasjon"), sti_til()), gjoer)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def organisasjon_endre(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Change what the county says of an organisation."""
    funnet = organisasjon_eller_404(orgnummer)
    skjema = ProfilSkjema(
        skrevet(request), selv=funnet, initial=profilverdier(funnet), avbryt=adresse(funnet)
    )

    def gjoer(svar: ProfilSkjema) -> HttpResponse:
        actions.endre_organisasjon(
            organisasjon=funnet, versjon=svar.cleaned_data["versjon"] or 0, profil=svar.profil,
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Organisasjonen er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre organisasjonen"), sti_til(funnet))
    return vis_skjema(request, skjema, side, gjoer, profilverdier)


@krever(*SKRIVER)
@require_http_methods(GET_POST)
def organisasjon_moete(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Call a meeting with the organisation."""
    funnet = organisasjon_eller_404(orgnummer)
    forvalg = {"type": Moetetype.DIALOG, "virksomheter": [funnet.virksomhet_id]}
    return vis_nytt_moete(request, forvalg=forvalg, tilbake=adresse(funnet))


@krever(*SKRIVER_KONTAKT)
@require_http_methods(GET_POST)
def organisasjon_kontakt(request: HttpRequest, orgnummer: str) -> HttpResponse:
    """Change how one reaches the organisation: the county, or the organisation itself."""
    funnet = organisasjon_eller_404(orgnummer)
    if not kan_endre_kontakt(aktoer_i(request), funnet):
        raise PermissionDenied
    skjema = KontaktSkjema(skrevet(request), initial=kontaktverdier(funnet), avbryt=adresse(funnet))

    def gjoer(svar: KontaktSkjema) -> HttpResponse:
        actions.endre_kontakt(
            organisasjon=funnet, versjon=svar.cleaned_data["versjon"] or 0, kontakt=svar.kontakt,
            av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Kontakten er endret."))
        return redirect(adresse(funnet))

    side = Skjemaside(_("Endre kontakten"), sti_til(funnet))
    return vis_skjema(request, skjema, side, gjoer, kontaktverdier)
