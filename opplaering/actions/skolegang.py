"""Who goes to which school: start, other hours from a day, end, correct, annul."""

from __future__ import annotations

import uuid
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.kontroll import kontroller, kontroller_slutt
from opplaering.actions.versjoner import finn_sett, krev_aarsak, ny_versjon, opprett
from opplaering.hendelser import meld_endret
from opplaering.models import Skolegang
from opplaering.roller import SKOLEN, SKRIVER

# The ground of a period that ended because another with other hours took over.
ENDREDE_TIMER = "endrede_timer"


@dataclass(frozen=True, kw_only=True)
class Skolegangdata:
    """A period at a school. Hours are of teaching a week; `fulltid_overstyrt` None: the hours decide."""

    skole_id: int
    fra: date
    timer_per_uke: Decimal
    maalgruppe: str
    til: date | None = None
    sluttgrunn: str = ""
    klasse_id: int | None = None
    tilbud_id: int | None = None
    fulltid_overstyrt: bool | None = None
    overstyrt_grunn: str = ""
    laereplan: str = ""
    tilrettelegging: tuple[str, ...] = ()


def data_av(rad: Skolegang) -> Skolegangdata:
    """Return a period as data."""
    felter = {felt: getattr(rad, felt) for felt in Skolegangdata.__dataclass_fields__}
    return Skolegangdata(**felter | {"tilrettelegging": tuple(rad.tilrettelegging)})


@transaction.atomic
def registrer_skolegang(*, person: Person, data: Skolegangdata, av: Aktoer) -> Skolegang:
    """Register that a person begins at a school. A school does it for its own pupils.

    Raises Regelbrudd, IkkeTilgang.
    """
    _krev_skolen(av, data.skole_id)
    kontroller(person=person, data=data)
    rad = opprett(Skolegang, person=person, av=av, **_felter(data))
    meld_endret([person.pk])
    return rad


@transaction.atomic
def endre_timer(
    *, registrering: uuid.UUID, sett: int, fra: date, timer_per_uke: Decimal, av: Aktoer
) -> Skolegang:
    """Register other weekly hours from a day: the period ends the day before, and a new one begins.

    What was decided by hand about full time does not follow: the new hours decide.

    Returns:
        The new period.

    Raises:
        Regelbrudd, IkkeTilgang, Konflikt (somebody saved meanwhile).
    """
    gammel = _den_som_ble_sett(registrering, sett, av)
    _krev_i_perioden(gammel, fra)
    if timer_per_uke == gammel.timer_per_uke:
        raise Regelbrudd({"timer_per_uke": [_("Timene er de samme som før.")]})
    ny = replace(
        data_av(gammel), fra=fra, timer_per_uke=timer_per_uke, fulltid_overstyrt=None, overstyrt_grunn=""
    )
    # the old one ends first, so that the two never overlap; what it ended for before, the new one ends for
    ny_versjon(gammel, av=av, aarsak=_("Andre timer"), til=fra - timedelta(days=1), sluttgrunn=ENDREDE_TIMER)
    kontroller(person=gammel.person, data=ny)
    rad = opprett(Skolegang, person=gammel.person, av=av, **_felter(ny))
    meld_endret([gammel.person_id])
    return rad


@transaction.atomic
def avslutt_skolegang(
    *, registrering: uuid.UUID, sett: int, siste_dag: date, grunn: str, av: Aktoer
) -> Skolegang:
    """Register the last day at the school, and why. Raises Regelbrudd, IkkeTilgang, Konflikt."""
    gammel = _den_som_ble_sett(registrering, sett, av)
    kontroller_slutt(gammel, siste_dag, grunn)
    rad = ny_versjon(gammel, av=av, aarsak=_("Sluttet på skolen"), til=siste_dag, sluttgrunn=grunn)
    meld_endret([gammel.person_id])
    return rad


@transaction.atomic
def rett_skolegang(
    *, registrering: uuid.UUID, sett: int, data: Skolegangdata, aarsak: str, av: Aktoer
) -> Skolegang:
    """Correct a period that was registered wrong. Raises Regelbrudd, IkkeTilgang, Konflikt."""
    krev_aarsak(aarsak)
    gammel = _den_som_ble_sett(registrering, sett, av)
    _krev_skolen(av, data.skole_id)
    if data == data_av(gammel):
        raise Regelbrudd(_("Ingenting er endret. Endre det som er feil, eller avbryt."))
    kontroller(person=gammel.person, data=data, gammel=gammel)
    rad = ny_versjon(gammel, av=av, aarsak=aarsak, **_felter(data))
    meld_endret([gammel.person_id])
    return rad


@transaction.atomic
def annuller_skolegang(*, registrering: uuid.UUID, sett: int, aarsak: str, av: Aktoer) -> Skolegang:
    """Say that a period was registered by mistake. Only the county: the school loses the pupil by it.

    Raises Regelbrudd, IkkeTilgang, Konflikt.
    """
    if av.har(*SKOLEN):
        raise IkkeTilgang(_("Rollen din kan ikke gjøre dette."))
    krev_aarsak(aarsak)
    gammel = _den_som_ble_sett(registrering, sett, av)
    rad = ny_versjon(gammel, av=av, aarsak=aarsak, annullert=True)
    meld_endret([gammel.person_id])
    return rad


def _den_som_ble_sett(registrering: uuid.UUID, sett: int, av: Aktoer) -> Skolegang:
    av.krev(*SKRIVER)
    return finn_sett(Skolegang, registrering=registrering, sett=sett)


def _krev_skolen(av: Aktoer, skole_id: int) -> None:
    """Raise IkkeTilgang for those who do not register, and for a school that names another."""
    av.krev(*SKRIVER)
    if av.har(*SKOLEN) and skole_id != av.virksomhet_id:
        raise IkkeTilgang(_("Skolen kan bare registrere sine egne elever."))


def _krev_i_perioden(rad: Skolegang, fra: date) -> None:
    if fra <= rad.fra:
        tekst = _("Dagen må være etter første skoledag. Var timene feil fra starten, retter du perioden.")
        raise Regelbrudd({"fra": [tekst]})
    if rad.til and fra > rad.til:
        raise Regelbrudd({"fra": [_("Perioden er over før denne dagen.")]})


def _felter(data: Skolegangdata) -> dict[str, Any]:
    return asdict(data) | {"tilrettelegging": list(data.tilrettelegging)}
