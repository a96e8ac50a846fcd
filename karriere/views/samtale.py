"""K3: a session is agreed, changed, moved, called off, and held."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from integrering.grunnmur.skjemasvar import GET_POST, skrevet
from integrering.tilgang.actions import registrer_innsyn_i_mange
from integrering.tilgang.doerer import aktoer_i, krever
from karriere import actions, kalender
from karriere.forms.samtale import (
    AvlysSkjema,
    FlyttSkjema,
    OppmoeteSkjema,
    SamtaleSkjema,
    tider_av,
    verdier_av,
)
from karriere.kodeverk import Oppmoete, Samtaleslag, Tolk
from karriere.models import Deltakelse, Sak, Samtale
from karriere.planlegging import fra_forslag
from karriere.queries.samtale import deltakerne, finn_samtale
from karriere.queries.sentre import er_ved
from karriere.roller import KOMMUNEN, VEILEDER
from karriere.views.felles import adresse, sti_til, vis_sak
from regionalt.views.skjemaside import Skjemaside, vis_skjema

_STED = "karriere-samtale"
SER_SAMTALEN = VEILEDER + KOMMUNEN


def samtale_eller_404(request: HttpRequest, noekkel: UUID) -> tuple[Samtale, list[Deltakelse]]:
    """Return a session and the places in it, with the look-up of each person logged."""
    samtale = finn_samtale(noekkel)
    if samtale is None:
        raise Http404
    plasser = deltakerne(samtale)
    personer = [d.sak.person_id for d in plasser]
    registrer_innsyn_i_mange(person_ider=personer, av=aktoer_i(request), hvor=_STED)
    return samtale, plasser


def adressen_til(samtale: Samtale, navn: str = "samtale") -> str:
    """Return the address of a session, or of a page below it."""
    return reverse(f"karriere:{navn}", args=[samtale.noekkel])


def stien_til(samtale: Samtale, plasser: list[Deltakelse]) -> list[tuple[str, str]]:
    """Return the way to a session: by the person, or by the groups."""
    if samtale.slag == Samtaleslag.GRUPPE or not plasser:
        return sti_til()
    return sti_til(plasser[0].sak)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def samtale_ny(request: HttpRequest, sak_noekkel: UUID) -> HttpResponse:
    """Agree on a session with a person."""
    sak, av = vis_sak(request, sak_noekkel, _STED), aktoer_i(request)
    senter = sak.senter
    if senter is None:
        messages.error(
            request, _("Ingen karrieresenter har saken. En saksbehandler må flytte den til et først.")
        )
        return redirect(adresse(sak))
    skjema = SamtaleSkjema(
        skrevet(request), senter=senter, avbryt=adresse(sak),
        initial=_begynnelsen(sak, av.bruker_id) | fra_forslag(request.GET.get("forslag", ""), sak),
    )  # fmt: skip

    def gjoer(s: SamtaleSkjema) -> HttpResponse:
        ny = actions.ny_samtale(data=s.samtalen(), saker=[sak], innsending=s.nr, av=av)
        messages.success(request, _("Samtalen er avtalt."))
        return redirect(adressen_til(ny))

    side = Skjemaside(_("Avtal samtale med %(navn)s") % {"navn": sak.person.navn}, sti_til(sak))
    return vis_skjema(request, skjema, side, gjoer)


def _begynnelsen(sak: Sak, meg: int) -> dict[str, Any]:
    """Return what is likely: who has the case, the interpreter's language as it is registered."""
    return {
        "innsending": uuid4(),
        "slag": Samtaleslag.INDIVIDUELL.value,
        "veileder": str(sak.veileder_id or meg),
        "form": "sted",
        "tolk": Tolk.KVALIFISERT.value if sak.tolkespraak else "",
        "tolkespraak": sak.tolkespraak,
    }


@krever(*SER_SAMTALEN)
@require_safe
def samtale(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """When, where, with which interpreter, and who has a place."""
    rad, plasser = samtale_eller_404(request, karrieresamtale_noekkel)
    av = aktoer_i(request)
    foert = any(d.foert for d in plasser)
    mine = [d for d in plasser if d.oppmoete != Oppmoete.FLYTTET or not rad.avlyst]
    ved_senteret = av.har(*VEILEDER) and rad.avlyst is None and er_ved(rad.senter_id, av)
    innhold = {
        "samtale": rad,
        "er_flyttet": rad.flyttet_til_id is not None or any(d.oppmoete == Oppmoete.FLYTTET for d in plasser),
        "sti": stien_til(rad, plasser),
        "plasser": mine or plasser,
        "kan_endre": ved_senteret and not foert,
        "kan_foere": ved_senteret and bool(plasser) and rad.start <= timezone.now(),
        "foert": foert,
        "er_gruppe": rad.slag == Samtaleslag.GRUPPE,
    }
    return render(request, "karriere/samtale.html", innhold)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def samtale_endre(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """Change anything but the time."""
    rad, plasser = samtale_eller_404(request, karrieresamtale_noekkel)
    gruppe = rad.slag == Samtaleslag.GRUPPE
    skjema = SamtaleSkjema(
        skrevet(request), senter=rad.senter, gruppe=gruppe, fast=True, initial=verdier_av(rad),
        avbryt=adressen_til(rad),
    )  # fmt: skip

    def gjoer(s: SamtaleSkjema) -> HttpResponse:
        actions.endre_samtale(samtale=rad, data=s.samtalen(rad), versjon=s.versjonen, av=aktoer_i(request))
        messages.success(request, _("Samtalen er lagret."))
        return redirect(adressen_til(rad))

    side = Skjemaside(_("Endre samtalen"), [*stien_til(rad, plasser), (_("Samtalen"), adressen_til(rad))])
    return vis_skjema(request, skjema, side, gjoer, verdier_naa=verdier_av)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def samtale_flytt(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """Another time."""
    rad, plasser = samtale_eller_404(request, karrieresamtale_noekkel)
    start = {"innsending": uuid4()} | tider_av(rad)
    skjema = FlyttSkjema(skrevet(request), initial=start, avbryt=adressen_til(rad))

    def gjoer(s: FlyttSkjema) -> HttpResponse:
        ny = actions.flytt_samtale(
            samtale=rad, start=s.start, slutt=s.slutt, innsending=s.nr, av=aktoer_i(request)
        )
        messages.success(request, _("Samtalen er flyttet. Husk å gi deltakeren og tolken beskjed."))
        return redirect(adressen_til(ny))

    ingress = _("Den gamle tiden blir stående i historikken som flyttet.")
    sti = [*stien_til(rad, plasser), (_("Samtalen"), adressen_til(rad))]
    return vis_skjema(request, skjema, Skjemaside(_("Flytt samtalen"), sti, ingress), gjoer)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def samtale_avlys(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """Call it off."""
    rad, plasser = samtale_eller_404(request, karrieresamtale_noekkel)
    skjema = AvlysSkjema(skrevet(request), avbryt=adressen_til(rad))

    def gjoer(s: AvlysSkjema) -> HttpResponse:
        actions.avlys_samtale(samtale=rad, tolk_avlyste=s.cleaned_data["tolk_avlyste"], av=aktoer_i(request))
        messages.success(request, _("Samtalen er avlyst. Husk å gi deltakeren og tolken beskjed."))
        return redirect(adressen_til(rad))

    ingress = _("Saken går tilbake i køen. Skal dere møtes en annen gang, flytter du samtalen i stedet.")
    sti = [*stien_til(rad, plasser), (_("Samtalen"), adressen_til(rad))]
    return vis_skjema(request, skjema, Skjemaside(_("Avlys samtalen"), sti, ingress), gjoer)


@krever(*VEILEDER)
@require_http_methods(GET_POST)
def samtale_oppmoete(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """Who came."""
    rad, alle = samtale_eller_404(request, karrieresamtale_noekkel)
    plasser = [
        d for d in alle
        if d.oppmoete != Oppmoete.FLYTTET and (d.oppmoete != Oppmoete.AVLYST or d.foert is not None)
    ]  # fmt: skip
    start = {"versjon": rad.versjon, "tolk_avlyste": rad.tolk_avlyst}
    skjema = OppmoeteSkjema(skrevet(request), plasser=plasser, initial=start, avbryt=adressen_til(rad))

    def gjoer(s: OppmoeteSkjema) -> HttpResponse:
        actions.foer_oppmoete(
            samtale=rad, oppmoete=s.oppmoete, tolk_avlyste=s.cleaned_data["tolk_avlyste"],
            versjon=s.cleaned_data["versjon"] or 0, av=aktoer_i(request),
        )  # fmt: skip
        messages.success(request, _("Oppmøtet er ført."))
        return redirect(adressen_til(rad))

    sti = [*stien_til(rad, alle), (_("Samtalen"), adressen_til(rad))]
    side = Skjemaside(_("Hvem møtte?"), sti)
    return vis_skjema(request, skjema, side, gjoer, verdier_naa=lambda naa: {"tolk_avlyste": naa.tolk_avlyst})


@krever(*SER_SAMTALEN)
@require_safe
def samtale_ics(request: HttpRequest, karrieresamtale_noekkel: UUID) -> HttpResponse:
    """The session for a calendar: nothing about anyone in it."""
    rad = finn_samtale(karrieresamtale_noekkel)
    if rad is None:
        raise Http404
    return kalender.fil([rad], settings.NETTADRESSE, "samtale.ics")
