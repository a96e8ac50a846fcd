"""A few persons with a story that the table of demo users points at. They come first, by fixed names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from integrering.demo.befolkning.rader import Endring, Mappe
from integrering.grunnmur.kvartal import Kvartal

TROENDELAG = "50"


@dataclass(frozen=True, slots=True)
class Sak:
    """Who it is about, and where."""

    fornavn: str
    etternavn: str
    kjoenn: str
    land: str
    kommune: str
    skole: str


def skolestart(siste: Kvartal) -> date:
    """Return the start of the school year that was under way before the last finished quarter began."""
    dag = siste.fra - timedelta(days=1)
    return date(dag.year if dag >= date(dag.year, 8, 21) else dag.year - 1, 8, 21)


def _grunnlag(mappe: Mappe, sak: Sak, siste: Kvartal) -> date:
    """A refugee with vedtak in time, here half a year before school. Returns the first school day."""
    start = skolestart(siste)
    bosatt = start - timedelta(days=190)
    gitt = bosatt - timedelta(days=20)
    opplysninger = (
        sak.fornavn, sak.etternavn, date(start.year - 24, 5, 17), sak.kjoenn, sak.land, "9a", gitt, "H", "",
    )  # fmt: skip
    mappe.registrer("nir_personopplysning", sak.kommune, Endring(bosatt, opplysninger))
    meldt = bosatt + timedelta(days=3)
    mappe.registrer("nir_bosted", sak.kommune, Endring(meldt, (sak.kommune, bosatt, None)))
    vedtak = ("norsk", "innvilget", bosatt + timedelta(days=15), bosatt + timedelta(days=30))
    mappe.registrer("nir_vedtak", sak.kommune, Endring(bosatt + timedelta(days=21), vedtak))
    return start


def _periode(sak: Sak, start: date, til: date | None) -> tuple[object, ...]:
    return (TROENDELAG, sak.skole, start, til, 30.0, False, False)


def _uten_vgo(sak: Sak) -> Callable[[Mappe, Kvartal], None]:
    """Goes to school, but nobody has registered it: the county gets nothing until someone does."""

    def skriv(mappe: Mappe, siste: Kvartal) -> None:
        _grunnlag(mappe, sak, siste)

    return skriv


def _uten_sluttdato(sak: Sak) -> Callable[[Mappe, Kvartal], None]:
    def skriv(mappe: Mappe, siste: Kvartal) -> None:
        start = _grunnlag(mappe, sak, siste)
        dag = start + timedelta(days=9)
        mappe.registrer("nir_fulltidvgo", sak.kommune, Endring(dag, _periode(sak, start, None)))

    return skriv


def _registrert_sent(sak: Sak) -> Callable[[Mappe, Kvartal], None]:
    """Registered after the last approved payout: etterbetaling, and trekk for the kommune."""

    def skriv(mappe: Mappe, siste: Kvartal) -> None:
        start = _grunnlag(mappe, sak, siste)
        slutt = date(start.year + 1, 6, 20)
        dag = siste.fra + timedelta(days=20)
        mappe.registrer("nir_fulltidvgo", sak.kommune, Endring(dag, _periode(sak, start, slutt)))

    return skriv


def _avkortet(sak: Sak) -> Callable[[Mappe, Kvartal], None]:
    """The period was shortened after it had been counted: the next payout takes back (trekk)."""

    def skriv(mappe: Mappe, siste: Kvartal) -> None:
        start = _grunnlag(mappe, sak, siste)
        til = date(start.year + 1, 6, 20)
        sluttet = max(start + timedelta(days=14), siste.forrige().fra - timedelta(days=20))
        mappe.registrer(
            "nir_fulltidvgo",
            sak.kommune,
            Endring(start + timedelta(days=9), _periode(sak, start, til)),
            Endring(siste.fra + timedelta(days=24), _periode(sak, start, sluttet), "Sluttet på skolen"),
        )

    return skriv


ORKDAL = "Orkdal videregående skole"
SAKER: tuple[Callable[[Mappe, Kvartal], None], ...] = (
    _uten_vgo(Sak("Amal", "Måneskog", "K", "SYR", "5029", ORKDAL)),
    _uten_sluttdato(Sak("Yonas", "Tåkelykt", "M", "ERI", "5029", ORKDAL)),
    _registrert_sent(Sak("Neema", "Nordlysglød", "K", "COD", "5001", "Charlottenlund videregående skole")),
    _avkortet(Sak("Omar", "Isblomstvinge", "M", "SYR", "5001", "Heimdal videregående skole")),
    _uten_vgo(Sak("Luwam", "Stjernekvist", "K", "ERI", "5061", ORKDAL)),
    _registrert_sent(Sak("Jawad", "Bølgeskumsti", "M", "AFG", "5059", ORKDAL)),
)
