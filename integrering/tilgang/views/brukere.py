"""Doors: the users of an organisation, for its administrator and for the county's."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.lesing import les_id
from integrering.grunnmur.samtidighet import Konflikt
from integrering.grunnmur.skjema import valgte_filtre
from integrering.grunnmur.skjemasvar import AVVIST, KONFLIKT, forskjeller, med_versjon, skrevet
from integrering.tilgang import actions, epost, queries
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i, krever
from integrering.tilgang.forms import EndreRolleSkjema, InviterSkjema, NyVirksomhetSkjema, Virksomhetsfilter
from integrering.tilgang.models import Rolletildeling, Virksomhet
from integrering.tilgang.roller import Rolle

FORVALTERE = (Rolle.ADMINISTRATOR, Rolle.KOMMUNE_ADMINISTRATOR)
VIRKSOMHETER = 50


def _virksomhet(request: HttpRequest, av: Aktoer) -> Virksomhet:
    """Return the organisation in the address, or one's own. Raises Http404 for one managed elsewhere."""
    sted = request.GET.get("sted") or av.virksomhet_id
    return get_object_or_404(queries.forvaltes_av(av), pk=les_id(str(sted)) or 0)


def _tildeling(request: HttpRequest, tildeling_id: int) -> tuple[Rolletildeling, Aktoer]:
    av = aktoer_i(request)
    tildeling = queries.finn_tildeling(tildeling_id)
    if tildeling is None or not queries.kan_forvalte(av, tildeling.virksomhet):
        raise Http404
    return tildeling, av


def _liste(virksomhet: Virksomhet, **mer: object) -> str:
    sporring = QueryDict(mutable=True)
    sporring.update({"sted": str(virksomhet.pk)} | {n: str(v) for n, v in mer.items() if v})
    return f"{reverse('brukere')}?{sporring.urlencode()}"


@krever(*FORVALTERE)
@require_safe
def brukere(request: HttpRequest) -> HttpResponse:
    """The users of an organisation by name."""
    av = aktoer_i(request)
    virksomhet, stengte = _virksomhet(request, av), request.GET.get("vis") == "stengte"
    side = queries.brukere_hos(
        virksomhet, stengte=stengte,
        etter=les_id(request.GET.get("etter")), foer=les_id(request.GET.get("foer")),
    )  # fmt: skip
    vis = "stengte" if stengte else ""
    innhold = {
        "virksomhet": virksomhet,
        "rader": side.rader,
        "stengte": stengte,
        "forrige": _liste(virksomhet, vis=vis, foer=side.foer) if side.foer else "",
        "neste": _liste(virksomhet, vis=vis, etter=side.etter) if side.etter else "",
        "faner": [
            {"url": _liste(virksomhet), "tekst": _("Brukere nå"), "aktiv": not stengte},
            {"url": _liste(virksomhet, vis="stengte"), "tekst": _("Stengte og avsluttede"), "aktiv": stengte},
        ],
        "ny_url": f"{reverse('bruker_ny')}?sted={virksomhet.pk}",
        "epost_virker": epost.er_satt_opp(),
    }
    return render(request, "tilgang/brukere.html", innhold)


@krever(*FORVALTERE)
@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest) -> HttpResponse:
    """Invite someone."""
    av = aktoer_i(request)
    virksomhet = _virksomhet(request, av)
    foerst = {"fra": timezone.localdate(), "noekkel": uuid.uuid4()}
    skjema = InviterSkjema(
        skrevet(request), initial=foerst, avbryt=_liste(virksomhet),
        virksomhet=virksomhet, velger_skjermede=av.har(Rolle.ADMINISTRATOR),
    )  # fmt: skip
    if skjema.is_bound and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            tildeling = actions.inviter(
                hvem=actions.Hvem(v["fornavn"], v["etternavn"], v["epost"]),
                valg=skjema.valg, virksomhet=virksomhet, av=av, noekkel=str(v["noekkel"]),
            )  # fmt: skip
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            tekst = _("%(navn)s er invitert. E-posten er på vei. Neste: be vedkommende se etter den.")
            messages.success(request, tekst % {"navn": tildeling.bruker})
            return redirect(_liste(virksomhet))
    innhold = {"skjema": skjema, "virksomhet": virksomhet, "epost_virker": epost.er_satt_opp()}
    return render(request, "tilgang/bruker_ny.html", innhold, status=AVVIST if skjema.is_bound else 200)


@krever(*FORVALTERE)
@require_http_methods(["GET", "HEAD", "POST"])
def bruker(request: HttpRequest, tildeling_id: int) -> HttpResponse:
    """Show a user's role, and change it."""
    tildeling, av = _tildeling(request, tildeling_id)
    if request.method == "POST":
        return _endre(request, tildeling, av)
    return _vis(request, tildeling, _skjema(tildeling, av))


def _skjema(
    tildeling: Rolletildeling, av: Aktoer, data: Any = None, *, likevel: bool = False
) -> EndreRolleSkjema:
    naa = {
        "rolle": tildeling.rolle,
        "fra": tildeling.fra,
        "til": tildeling.til,
        "skjermede": tildeling.kan_se_skjermede,
        "versjon": tildeling.versjon,
    }
    return EndreRolleSkjema(
        data, initial=naa, avbryt=_liste(tildeling.virksomhet), virksomhet=tildeling.virksomhet,
        velger_skjermede=av.har(Rolle.ADMINISTRATOR), spoer_likevel=likevel,
    )  # fmt: skip


def _endre(request: HttpRequest, tildeling: Rolletildeling, av: Aktoer) -> HttpResponse:
    skjema = _skjema(tildeling, av, request.POST, likevel="likevel" in request.POST)
    if skjema.is_valid():
        v = skjema.cleaned_data
        try:
            actions.endre_rolle(
                tildeling=tildeling, valg=skjema.valg, versjon=v["versjon"], av=av,
                likevel=bool(v.get("likevel")),
            )  # fmt: skip
        except Konflikt as konflikt:
            return _konflikt(request, konflikt, tildeling, av)
        except Regelbrudd as brudd:
            if actions.LIKEVEL in brudd.meldinger:
                skjema = _skjema(tildeling, av, request.POST, likevel=True)
            skjema.legg_til_regelbrudd(brudd)
        else:
            messages.success(request, _("Rollen til %(navn)s er endret.") % {"navn": tildeling.bruker})
            return redirect(_liste(tildeling.virksomhet))
    return _vis(request, tildeling, skjema, status=AVVIST)


def _konflikt(
    request: HttpRequest, konflikt: Konflikt, tildeling: Rolletildeling, av: Aktoer
) -> HttpResponse:
    """Show their values beside one's own; saving again uses one's own."""
    naa = queries.finn_tildeling(tildeling.pk)
    if naa is None:  # roles are never deleted
        raise Http404
    skjema = med_versjon(_skjema(naa, av, request.POST), naa.versjon)
    skjema.is_valid()
    ulike = forskjeller(skjema, {"rolle": naa.rolle, "fra": naa.fra, "til": naa.til})
    return _vis(request, naa, skjema, status=KONFLIKT, naa=konflikt.naa, linjer=ulike)


def _vis(
    request: HttpRequest,
    tildeling: Rolletildeling,
    skjema: EndreRolleSkjema,
    *,
    status: int = 200,
    **mer: Any,
) -> HttpResponse:
    innhold = {
        "skjema": skjema,
        "tildeling": tildeling,
        "rad": queries.rad_for(tildeling),
        "liste_url": _liste(tildeling.virksomhet),
        "uten_passord": not tildeling.bruker.has_usable_password(),
    }
    return render(request, "tilgang/bruker.html", innhold | mer, status=status)


@krever(*FORVALTERE)
@require_http_methods(["GET", "HEAD", "POST"])
def steng(request: HttpRequest, tildeling_id: int) -> HttpResponse:
    """Close a role at once, after a check."""
    tildeling, av = _tildeling(request, tildeling_id)
    feil = ""
    if request.method == "POST":
        try:
            actions.steng_rolle(tildeling=tildeling, av=av, likevel="likevel" in request.POST)
        except Regelbrudd as brudd:
            feil = str(brudd)
        else:
            tekst = _("%(navn)s er stengt ute. Rollen kan åpnes igjen under «Stengte og avsluttede».")
            messages.success(request, tekst % {"navn": tildeling.bruker})
            return redirect(_liste(tildeling.virksomhet))
    innhold = {
        "tildeling": tildeling,
        "feil": feil,
        "meg_selv": tildeling.bruker_id == av.bruker_id,
        "siste": actions.er_siste_administrator(tildeling),
        "liste_url": _liste(tildeling.virksomhet),
    }
    return render(request, "tilgang/bruker_steng.html", innhold, status=AVVIST if feil else 200)


@krever(*FORVALTERE)
@require_POST
def aapne(request: HttpRequest, tildeling_id: int) -> HttpResponse:
    """Open a closed role again."""
    tildeling, av = _tildeling(request, tildeling_id)
    try:
        actions.aapne_rolle(tildeling=tildeling, av=av)
        messages.success(request, _("%(navn)s kan logge inn igjen.") % {"navn": tildeling.bruker})
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("bruker", tildeling_id=tildeling.pk)


@krever(*FORVALTERE)
@require_POST
def send_igjen(request: HttpRequest, tildeling_id: int) -> HttpResponse:
    """Send the invitation again."""
    tildeling, av = _tildeling(request, tildeling_id)
    try:
        actions.send_paa_nytt(tildeling=tildeling, av=av)
        messages.success(request, _("Invitasjonen er sendt på nytt. Den forrige lenken virker ikke lenger."))
    except Regelbrudd as brudd:
        messages.error(request, str(brudd))
    return redirect("bruker", tildeling_id=tildeling.pk)


# --- Which organisation: the county's administrator ---


@krever(Rolle.ADMINISTRATOR)
@require_safe
def virksomheter(request: HttpRequest) -> HttpResponse:
    """Choose whose users to see."""
    skjema = Virksomhetsfilter(request.GET or None)
    valgt = skjema.cleaned_data if skjema.is_bound and skjema.is_valid() else {}
    rader = queries.forvaltes_av_fylket().order_by("navn", "pk")
    if navn := valgt.get("navn", "").strip():
        rader = rader.filter(Q(navn__icontains=navn) | Q(navn_andre__icontains=navn) | Q(nummer=navn))
    if type_ := valgt.get("type"):
        rader = rader.filter(type=type_)
    if etter := les_id(request.GET.get("etter")):
        forrige = Virksomhet.objects.filter(pk=etter).values_list("navn", "pk").first()
        if forrige:
            rader = rader.filter(Q(navn__gt=forrige[0]) | Q(navn=forrige[0], pk__gt=forrige[1]))
    funnet = list(rader[: VIRKSOMHETER + 1])
    sporring = request.GET.copy()
    sporring["etter"] = str(funnet[VIRKSOMHETER - 1].pk) if len(funnet) > VIRKSOMHETER else ""
    innhold = {
        "filterskjema": skjema,
        "chips": valgte_filtre(skjema, request.GET),
        "rader": funnet[:VIRKSOMHETER],
        "neste": f"?{sporring.urlencode()}" if len(funnet) > VIRKSOMHETER else "",
        "forrige": reverse("brukere_virksomheter") if request.GET.get("etter") else "",
    }
    return render(request, "tilgang/brukere_virksomheter.html", innhold)


@krever(Rolle.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def ny_virksomhet(request: HttpRequest) -> HttpResponse:
    """Make a school or an organisation."""
    skjema = NyVirksomhetSkjema(
        skrevet(request),
        initial={"maalform": "nb"},
        avbryt=reverse("brukere_virksomheter"),
    )
    if skjema.is_bound and skjema.is_valid():
        v = skjema.cleaned_data
        try:
            virksomhet = actions.opprett_virksomhet(
                type_=v["type"], nummer=v["nummer"], navn=v["navn"], maalform=v["maalform"],
                av=aktoer_i(request),
            )  # fmt: skip
        except Regelbrudd as brudd:
            skjema.legg_til_regelbrudd(brudd)
        else:
            tekst = _("%(navn)s er opprettet. Neste: inviter den som skal bruke løsningen der.")
            messages.success(request, tekst % {"navn": virksomhet})
            return redirect(_liste(virksomhet))
    return render(
        request, "tilgang/virksomhet_ny.html", {"skjema": skjema}, status=AVVIST if skjema.is_bound else 200
    )
