"""The centres: what each covers, who works there, how much it can take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Virksomhet
from karriere.actions.felles import oppdater_oppgaver
from karriere.models import Sak, Senter, Senterkommune, Senteruke, Senterveileder
from karriere.queries.sentre import kan_veilede
from karriere.roller import STYRER
from regionalt.actions.felles import opprett_en_gang

MEST_PER_UKE = 500


@dataclass(frozen=True)
class Senterdata:
    """What the form gives: `kommuner` are keys of municipalities, `samtaler_per_uke` talks a usual week."""

    navn: str
    sted: str = ""
    samtaler_per_uke: int = 10
    aktiv: bool = True
    kommuner: Sequence[int] = ()


@transaction.atomic
def lagre_senter(
    *, senter: Senter | None, data: Senterdata, versjon: int, innsending: UUID, av: Aktoer
) -> Senter:
    """Make a centre, or change it. Cases that follow the municipality follow.

    Raises:
        IkkeTilgang: others than those who keep the centres.
        Regelbrudd: the name is taken, a municipality has another centre, no talks or too many.
        Konflikt: a colleague has changed it.
    """
    av.krev(*STYRER)
    krev_gyldig(_brudd(senter, data))
    felter = {
        "navn": data.navn,
        "sted": data.sted,
        "samtaler_per_uke": data.samtaler_per_uke,
        "aktiv": data.aktiv,
    }
    if senter is None:
        senter = opprett_en_gang(Senter, innsending=innsending, av=av, **felter)
    else:
        senter.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)
    _dekk(senter, set(data.kommuner), av)
    return senter


def _brudd(senter: Senter | None, data: Senterdata) -> dict[str, list[str]]:
    brudd: dict[str, list[str]] = {}
    andre = Senter.objects.exclude(pk=senter.pk) if senter else Senter.objects.all()
    if andre.filter(navn__iexact=data.navn).exists():
        brudd["navn"] = [_("Et annet senter har dette navnet.")]
    if not 1 <= data.samtaler_per_uke <= MEST_PER_UKE:
        brudd["samtaler_per_uke"] = [_("Skriv et tall fra 1 til %(mest)s.") % {"mest": MEST_PER_UKE}]
    dekkes = Senterkommune.objects.filter(senter__in=andre, kommune__in=data.kommuner)
    for navn, annet in dekkes.values_list("kommune__navn", "senter__navn"):
        tekst = _("%(kommune)s dekkes av %(senter)s. Ta den bort der først.")
        brudd.setdefault("kommuner", []).append(tekst % {"kommune": navn, "senter": annet})
    return brudd


def _dekk(senter: Senter, valgte: set[int], av: Aktoer) -> None:
    """Let the centre cover these municipalities, and its cases with them."""
    foer = set(senter.kommuner.values_list("kommune_id", flat=True))
    senter.kommuner.filter(kommune__in=foer - valgte).delete()
    nye = Virksomhet.objects.filter(pk__in=valgte - foer, type="kommune")
    Senterkommune.objects.bulk_create(Senterkommune(senter=senter, kommune=k) for k in nye)
    with kontekst(motor_kontekst(av.bruker_id)):
        flyttet: list[int] = []
        for kommuner, til in ((foer - valgte, None), (valgte - foer, senter.pk)):
            saker = Sak.objects.filter(senter_valgt=False, person__kommune__in=kommuner)
            ider = list(saker.values_list("pk", flat=True))
            Sak.objects.filter(pk__in=ider).update(senter_id=til, veileder=None)
            flyttet += ider
    oppdater_oppgaver(flyttet)


@transaction.atomic
def legg_til_veileder(*, senter: Senter, bruker_id: int, fra: date, av: Aktoer) -> Senterveileder:
    """Let a user of the county work at a centre, and read its notes, from a day.

    Raises:
        IkkeTilgang: others than those who keep the centres.
        Regelbrudd: one who has no role that guides, or who is there already.
    """
    av.krev(*STYRER)
    if not kan_veilede(timezone.localdate()).filter(pk=bruker_id).exists():
        raise Regelbrudd({"bruker": [_("Velg en som har rollen karriereveileder eller saksbehandler.")]})
    if senter.veiledere.filter(bruker=bruker_id, til__isnull=True).exists():
        raise Regelbrudd({"bruker": [_("Veilederen er alt ved senteret.")]})
    return Senterveileder.objects.create(
        senter=senter, bruker_id=bruker_id, fra=fra, lagt_til_av_id=av.bruker_id
    )


@transaction.atomic
def avslutt_veileder(*, rad: Senterveileder, til: date, av: Aktoer) -> None:
    """End someone's time at a centre with a day. The cases stay theirs until they are given to others.

    Raises:
        IkkeTilgang: others than those who keep the centres.
        Regelbrudd: a day before the first.
    """
    av.krev(*STYRER)
    if til < rad.fra:
        raise Regelbrudd({"til": [_("Den siste dagen kan ikke være før den første.")]})
    Senterveileder.objects.filter(pk=rad.pk).update(til=til)


@transaction.atomic
def sett_uke(*, senter: Senter, mandag: date, samtaler: int, av: Aktoer) -> None:
    """Say how many talks a centre can hold in a week; again: the last counts.

    Raises:
        IkkeTilgang: others than those who keep the centres.
        Regelbrudd: not a Monday, too many.
    """
    av.krev(*STYRER)
    brudd: dict[str, list[str]] = {}
    if mandag.isoweekday() != 1:
        brudd["mandag"] = [_("Skriv en mandag.")]
    if not 0 <= samtaler <= MEST_PER_UKE:
        brudd["samtaler"] = [_("Skriv et tall fra 0 til %(mest)s.") % {"mest": MEST_PER_UKE}]
    krev_gyldig(brudd)
    Senteruke.objects.update_or_create(
        senter=senter, mandag=mandag, defaults={"samtaler": samtaler, "endret_av_id": av.bruker_id}
    )


@transaction.atomic
def fjern_uke(*, uke: Senteruke, av: Aktoer) -> None:
    """Let the week be as usual. Raises IkkeTilgang."""
    av.krev(*STYRER)
    uke.delete()
