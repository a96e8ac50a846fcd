"""What the page of an application shows of what came after it was sent, and what can be done next."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from tilskudd.gitt.actions.oppfoelging import hindrer_avslutning, kan_betales_naa, kan_rapporteres
from tilskudd.gitt.models import Krav, Soeknad, Vurdering
from tilskudd.gitt.queries.saken import oppgjoeret, runden, siste_vedtak, til_vurdering
from tilskudd.gitt.roller import GODKJENNER, RAADGIVER, VURDERER
from tilskudd.gitt.rules.oppgjoer import til_tilbakebetaling
from tilskudd.gitt.rules.vurdering import poengsum, sammenlikn, siste_klagedag


def innhold(s: Soeknad, av: Aktoer) -> dict[str, Any]:
    """Return the names of the template."""
    siste = siste_vedtak(s)
    klagedag = siste_klagedag(timezone.localdate(siste.tid)) if siste and siste.runde == 1 else None
    kan_klage = siste is not None and klagedag is not None and not s.klager.exists()
    return {
        "vedtakene": list(s.vedtak.select_related("av", "brev").order_by("-runde")),
        "klager": list(s.klager.select_related("av")),
        "klagedag": klagedag if kan_klage and s.tilstand == "avgjort" else None,
        "oppgjoer": oppgjoeret(s),
        "utbetalinger": list(
            s.utbetalinger.select_related("registrert_av", "godkjent_av").order_by("nummer")
        ),
        "rapporter": list(s.rapporter.select_related("av", "kontrollert_av").order_by("-nummer")),
        "krav": Krav.objects.select_related("foreslaatt_av", "vedtatt_av").filter(soeknad=s).first(),
        "handlinger": _lenker(s, av),
        "knapper": _knapper(s, av),
        **(_vurderingene(s) if av.er_fylke else {}),
    }


def _lenker(s: Soeknad, av: Aktoer) -> list[tuple[str, str]]:
    """Return the forms that are open to this one now: (text, address)."""
    aapen, ut = til_vurdering(s), []
    vurdert = s.vurderinger.filter(av_id=av.bruker_id)
    if aapen and av.har(*VURDERER) and not vurdert.filter(runde=runden(s)).exists():
        ut.append((_("Vurder søknaden"), "vurder"))
    if aapen and av.har(*GODKJENNER) and not vurdert.exists():
        ut.append((_("Avgjør søknaden"), "vedta"))
    if s.virksomhet_id == av.virksomhet_id and kan_rapporteres(s):
        ut.append((_("Skriv rapport"), "rapport"))
    if av.har(*RAADGIVER):
        ut += _raadgiverens(s)
    return [(tekst, reverse(f"gitt:{navn}", args=[s.noekkel])) for tekst, navn in ut]


def _raadgiverens(s: Soeknad) -> list[tuple[str, str]]:
    o, krav = oppgjoeret(s), Krav.objects.filter(soeknad=s).first()
    vedtak = list(s.vedtak.order_by("runde"))
    stod = len(vedtak) > 1 and vedtak[1].beloep <= vedtak[0].beloep
    ut = []
    if stod and s.klager.filter(runde=2, oversendt__isnull=True).exists():
        ut.append((_("Send klagen til klageinstansen"), "oversend"))
    if kan_betales_naa(s):
        ut.append((_("Registrer utbetaling"), "utbetal"))
    if s.rapporter.filter(godkjent__isnull=True).exists():
        ut.append((_("Kontroller rapporten"), "rapportkontroll"))
    if s.tilstand == "avgjort" and krav is None and til_tilbakebetaling(betalt=o.betalt, brukt=o.brukt):
        ut.append((_("Krev tilskudd tilbake"), "krav"))
    if krav is not None and krav.vedtatt is not None and krav.betalt is None:
        ut.append((_("Kravet er betalt tilbake"), "krav"))
    return ut


def _knapper(s: Soeknad, av: Aktoer) -> list[tuple[str, str]]:
    """Return what is done without a form: (text, address)."""
    ut = []
    if s.utbetalinger.filter(godkjent__isnull=True, forkastet=False).exists():
        if av.har(*GODKJENNER):
            ut.append((_("Godkjenn utbetalingen"), "godkjenn-utbetaling"))
        if av.har(*GODKJENNER, *RAADGIVER):
            ut.append((_("Forkast utbetalingen"), "forkast-utbetaling"))
    if av.har(*GODKJENNER) and Krav.objects.filter(soeknad=s, vedtatt__isnull=True).exists():
        ut.append((_("Vedta kravet"), "vedta-krav"))
    if av.har(*RAADGIVER) and s.tilstand == "avgjort" and not hindrer_avslutning(s):
        ut.append((_("Avslutt saken"), "avslutt"))
    return [(tekst, reverse("gitt:gjoer", args=[s.noekkel, navn])) for tekst, navn in ut]


def _vurderingene(s: Soeknad) -> dict[str, Any]:
    """Return the assessments this one may see (the database hides the rest), and where two differ."""
    kriterier = {k.pk: k for k in s.utlysning.kriterier.all()}
    vekter = {pk: k.vekt for pk, k in kriterier.items()}
    alle = list(s.vurderinger.select_related("av").prefetch_related("poeng").order_by("runde", "pk"))

    def poeng(v: Vurdering) -> dict[int, int]:
        gitt = {p.kriterium_id: p.poeng for p in v.poeng.all()}
        return {pk: gitt[pk] for pk in kriterier if pk in gitt}

    med = [(v, p, poengsum(p, vekter) if len(p) == len(vekter) else None) for v in alle for p in [poeng(v)]]
    siste = [(v, p) for v, p, sum_ in med if sum_ is not None and v.runde == (alle[-1].runde if alle else 0)]
    forskjeller = []
    if len(siste) == 2:
        forskjeller = [(kriterier[f.kriterium], f) for f in sammenlikn(siste[0][1], siste[1][1])]
    return {
        "vurderinger": [(v, sum_) for v, _p, sum_ in med],
        "forskjeller": forskjeller,
        "vurderere": [v.av for v, _p in siste],
    }
