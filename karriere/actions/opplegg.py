"""What the county and a municipality agree on, and the times the municipality proposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from karriere.actions.samtale import Samtaledata, brudd_i_tid, ny_samtale
from karriere.kodeverk import Forslagsstatus, Samtaleslag
from karriere.models import Opplegg, Oppleggsforslag, Samtale, Senter
from karriere.queries.opplegg import opplegget_med, senteret_til
from karriere.queries.sentre import er_ved
from karriere.roller import KILDE_PLAN, KOMMUNEN, VEILEDER
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst

FLEST = 50


@dataclass(frozen=True)
class Oppleggsdata:
    """What the form gives. `ukedager` are 1 (Monday) to 7."""

    sted: str = ""
    ukedager: Sequence[int] = ()
    tolk: str = ""
    deltar: str = ""
    transport: str = ""
    merknad: str = ""
    avtalt: date | None = None


@dataclass(frozen=True)
class Forslagsdata:
    """A time a municipality proposes. `antall` is how many are to be guided in it."""

    slag: str
    start: datetime
    slutt: datetime
    antall: int
    sted: str = ""
    merknad: str = ""


@transaction.atomic
def lagre_opplegg(
    *, kommune: Virksomhet, data: Oppleggsdata, versjon: int, innsending: UUID, av: Aktoer
) -> Opplegg:
    """Write down what is agreed with a municipality, or change it. The same form sent twice is one.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: a municipality of another centre, a day to come, the number of a person in a text.
        Konflikt: a colleague has written meanwhile.
    """
    av.krev(*VEILEDER)
    krev_egen_kommune(kommune.pk, av)
    brudd = brudd_i_tekst(**vars(data))
    if data.avtalt and data.avtalt > timezone.localdate():
        brudd["avtalt"] = [_("Skriv dagen dere ble enige. Den kan ikke komme etter i dag.")]
    krev_gyldig(brudd)
    felt = vars(data) | {"ukedager": sorted(data.ukedager)}
    vent_paa_tur("karriere_opplegg", [kommune.pk])
    rad = opplegget_med(kommune.pk)
    if rad is None:
        return opprett_en_gang(Opplegg, innsending=innsending, av=av, kommune=kommune, **felt)
    if rad.innsending != innsending:
        rad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felt)
    return rad


@transaction.atomic
def foreslaa_tid(*, data: Forslagsdata, innsending: UUID, av: Aktoer) -> Oppleggsforslag:
    """Propose a time, as the municipality. The same form sent twice is one.

    Raises:
        IkkeTilgang: others than the municipality's refugee service.
        Regelbrudd: a time that has been or ends before it begins, too many, the number of a person in a text.
    """
    av.krev(*KOMMUNEN)
    brudd = brudd_i_tid(data.start, data.slutt) | brudd_i_tekst(sted=data.sted, merknad=data.merknad)
    if not 1 <= data.antall <= FLEST:
        brudd["antall"] = [_("Skriv et tall fra 1 til %(mest)s.") % {"mest": FLEST}]
    krev_gyldig(brudd)
    felt = vars(data) | {"kommune_id": av.virksomhet_id}
    forslag = opprett_en_gang(Oppleggsforslag, innsending=innsending, av=av, **felt)
    oppdater_kilde(KILDE_PLAN, [forslag.pk])
    return forslag


@transaction.atomic
def trekk_forslag(*, forslag: Oppleggsforslag, av: Aktoer) -> None:
    """Take back a proposal that waits.

    Raises:
        IkkeTilgang: others than the municipality's refugee service.
        Regelbrudd: the county has answered meanwhile.
    """
    av.krev(*KOMMUNEN)
    mine = Oppleggsforslag.objects.filter(kommune=av.virksomhet_id, status=Forslagsstatus.VENTER)
    slettet, _hvilke = mine.filter(pk=forslag.pk).delete()
    if not slettet:
        raise Regelbrudd(_("Forslaget er besvart og kan ikke trekkes. Ta kontakt med karrieresenteret."))
    oppdater_kilde(KILDE_PLAN, [forslag.pk])


@transaction.atomic
def godta_forslag(*, forslag: Oppleggsforslag, svar: str, av: Aktoer) -> None:
    """Say yes to a time for talks with one at a time: they are agreed with each person after.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: it is answered, taken back, has been, or belongs to another centre; a group.
    """
    rad = _til_svar(forslag, av)
    if rad.slag == Samtaleslag.GRUPPE:
        raise Regelbrudd(_("Godta en gruppe ved å lage den, så den får plasser og tolk."))
    _svar(rad, Forslagsstatus.GODTATT, svar, av, senter=_senter_som_kan(rad))


@transaction.atomic
def godta_gruppe(*, forslag: Oppleggsforslag, data: Samtaledata, innsending: UUID, av: Aktoer) -> Samtale:
    """Say yes to a group: it is made at the proposed time. The same form sent twice is one group.

    Raises: as `godta_forslag` and `ny_samtale`.
    """
    av.krev(*VEILEDER)
    gjort = forslag.samtale
    if gjort is not None and gjort.innsending == innsending:
        return gjort
    rad = _til_svar(forslag, av)
    senter = _senter_som_kan(rad)
    data = replace(data, slag=Samtaleslag.GRUPPE.value, start=rad.start, slutt=rad.slutt, senter_id=senter.pk)
    samtale = ny_samtale(data=data, saker=[], innsending=innsending, av=av)
    _svar(rad, Forslagsstatus.GODTATT, "", av, senter=senter, samtale=samtale)
    return samtale


@transaction.atomic
def avslaa_forslag(*, forslag: Oppleggsforslag, svar: str, av: Aktoer) -> None:
    """Say no to a time, and why.

    Raises:
        IkkeTilgang: a role that does not guide.
        Regelbrudd: it is answered, taken back or belongs to another centre; no reason.
    """
    rad = _til_svar(forslag, av)
    if not svar.strip():
        raise Regelbrudd({"svar": [_("Skriv hvorfor, gjerne med en tid som passer bedre.")]})
    _svar(rad, Forslagsstatus.AVSLAATT, svar, av)


def krev_egen_kommune(kommune_id: int, av: Aktoer) -> None:
    """Raise Regelbrudd for a counsellor when another centre than the own covers the municipality."""
    senter = senteret_til(kommune_id)
    if senter is not None and not er_ved(senter.pk, av):
        raise Regelbrudd(_("Kommunen hører til %(senter)s. Be dem gjøre det.") % {"senter": senter.navn})


def _til_svar(forslag: Oppleggsforslag, av: Aktoer) -> Oppleggsforslag:
    """Return the proposal as it stands, locked, when it may be answered."""
    av.krev(*VEILEDER)
    krev_egen_kommune(forslag.kommune_id, av)
    rad = Oppleggsforslag.objects.select_for_update().filter(pk=forslag.pk).first()
    if rad is None:
        raise Regelbrudd(_("Kommunen har trukket forslaget."))
    if rad.status != Forslagsstatus.VENTER:
        raise Regelbrudd(_("En kollega har svart på forslaget."))
    return rad


def _senter_som_kan(rad: Oppleggsforslag) -> Senter:
    """Return the centre that is to hold the sessions. Raises Regelbrudd when there is none, or too late."""
    senter = senteret_til(rad.kommune_id)
    if senter is None:
        raise Regelbrudd(_("Ingen karrieresentre dekker kommunen. Velg et under «Karrieresentre» først."))
    if rad.start <= timezone.now():
        raise Regelbrudd(_("Tiden har vært. Svar nei, og foreslå en annen i svaret."))
    return senter


def _svar(rad: Oppleggsforslag, status: Forslagsstatus, svar: str, av: Aktoer, **felt: Any) -> None:
    krev_gyldig(brudd_i_tekst(svar=svar))
    rad.lagre_over(
        versjon=rad.versjon, bruker_id=av.bruker_id, status=status, svar=svar,
        besvart=timezone.localdate(), **felt,
    )  # fmt: skip
    oppdater_kilde(KILDE_PLAN, [rad.pk])
