"""Follow-up of a participant: contacts and agreements. The municipality, the school and the county write.

Which persons each reaches is held by the database. A change is a new version with a reason.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.versjoner import finn_sett, krev_aarsak, ny_versjon, opprett
from opplaering.kodeverk import SAMARBEIDSPART
from opplaering.models import Avtale, Samarbeidskontakt
from opplaering.queries.samarbeid import avtalens_nummer
from opplaering.roller import KOMMUNEN, SKRIVER
from opplaering.tekstkontroll import brudd_i_tekster, krev

# The name of the source of tasks.
KILDE = "opplaering-samarbeid"
# Those who write in the follow-up: all three parties.
PARTENE = SKRIVER + KOMMUNEN
R = TypeVar("R", Samarbeidskontakt, Avtale)


@dataclass(frozen=True)
class Kontaktdata:
    """What the form of a contact gives."""

    part: str
    navn: str
    stilling: str = ""
    telefon: str = ""
    epost: str = ""


@dataclass(frozen=True)
class Avtaledata:
    """What the form of an agreement gives."""

    dato: date
    hva: str
    ansvar: str
    frist: date | None = None
    ferdig: date | None = None


@transaction.atomic
def registrer_kontakt(*, person: Person, data: Kontaktdata, av: Aktoer) -> Samarbeidskontakt:
    """Register who follows the participant up. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    _kontroller_kontakt(data)
    return opprett(Samarbeidskontakt, person=person, av=av, **asdict(data))


@transaction.atomic
def rett_kontakt(
    *, registrering: UUID, sett: int, data: Kontaktdata, aarsak: str, av: Aktoer
) -> Samarbeidskontakt:
    """Correct a contact. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    gammel = finn_sett(Samarbeidskontakt, registrering=registrering, sett=sett)
    _kontroller_kontakt(data, har=gammel.part)
    return _rett(gammel, asdict(data), aarsak, av)


@transaction.atomic
def registrer_avtale(*, person: Person, data: Avtaledata, av: Aktoer) -> Avtale:
    """Register something agreed: what, who does it, until when. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    _kontroller_avtale(data)
    return _med_oppgave(opprett(Avtale, person=person, av=av, **asdict(data)))


@transaction.atomic
def rett_avtale(*, registrering: UUID, sett: int, data: Avtaledata, aarsak: str, av: Aktoer) -> Avtale:
    """Correct an agreement. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    gammel = finn_sett(Avtale, registrering=registrering, sett=sett)
    _kontroller_avtale(data, har=gammel.ansvar)
    return _med_oppgave(_rett(gammel, asdict(data), aarsak, av))


@transaction.atomic
def avtale_gjort(*, registrering: UUID, sett: int, av: Aktoer) -> Avtale:
    """Say that what was agreed is done today; what is done already stays as it is.

    Raises Konflikt, Regelbrudd, IkkeTilgang.
    """
    av.krev(*PARTENE)
    gammel = finn_sett(Avtale, registrering=registrering, sett=sett)
    if gammel.ferdig is not None:
        return gammel
    ferdig = max(timezone.localdate(), gammel.dato)
    return _med_oppgave(ny_versjon(gammel, av=av, aarsak=_("Gjort"), ferdig=ferdig))


@transaction.atomic
def annuller_kontakt(*, registrering: UUID, sett: int, aarsak: str, av: Aktoer) -> None:
    """Say that a contact was registered by mistake. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    _annuller(finn_sett(Samarbeidskontakt, registrering=registrering, sett=sett), aarsak, av)


@transaction.atomic
def annuller_avtale(*, registrering: UUID, sett: int, aarsak: str, av: Aktoer) -> None:
    """Say that an agreement was registered by mistake. Raises Konflikt, Regelbrudd, IkkeTilgang."""
    av.krev(*PARTENE)
    _med_oppgave(_annuller(finn_sett(Avtale, registrering=registrering, sett=sett), aarsak, av))


def _annuller(rad: R, aarsak: str, av: Aktoer) -> R:
    _krev_grunn(aarsak)
    return ny_versjon(rad, av=av, aarsak=aarsak, annullert=True)


def _rett(rad: R, verdier: dict[str, Any], aarsak: str, av: Aktoer) -> R:
    if all(getattr(rad, felt) == verdi for felt, verdi in verdier.items()):
        raise Regelbrudd(_("Ingenting er endret. Endre det som er feil, eller avbryt."))
    _krev_grunn(aarsak)
    return ny_versjon(rad, av=av, aarsak=aarsak, **verdier)


def _med_oppgave(avtale: Avtale) -> Avtale:
    """Let the task follow the agreement."""
    oppdater_kilde(KILDE, [avtalens_nummer(avtale)])
    return avtale


def _krev_grunn(aarsak: str) -> None:
    krev_aarsak(aarsak)
    krev(brudd_i_tekster(aarsak=aarsak))


def _brudd_i_part(felt: str, part: str, har: str) -> dict[str, list[str]]:
    if part == har or kan_velges(SAMARBEIDSPART, part):
        return {}
    return {felt: [_("Velg en av partene i listen.")]}


def _kontroller_kontakt(data: Kontaktdata, har: str = "") -> None:
    krev(_brudd_i_part("part", data.part, har), brudd_i_tekster(navn=data.navn, stilling=data.stilling))


def _kontroller_avtale(data: Avtaledata, har: str = "") -> None:
    brudd, i_dag = {}, timezone.localdate()
    if data.dato > i_dag:
        brudd["dato"] = [_("Datoen kan ikke være fram i tid.")]
    if data.frist and data.frist < data.dato:
        brudd["frist"] = [_("Fristen kan ikke være før dagen det ble avtalt.")]
    if data.ferdig and not data.dato <= data.ferdig <= i_dag:
        brudd["ferdig"] = [_("Datoen må være fra dagen det ble avtalt, til i dag.")]
    krev(brudd, _brudd_i_part("ansvar", data.ansvar, har), brudd_i_tekster(hva=data.hva))
