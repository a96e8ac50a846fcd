"""Programme and training as the municipality registers them: at the time, most within their deadline.

One in eight registrations comes after the two months; some are never made. Drawn by a die of its own, so that
the rest of a person's file is the same with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from integrering.demo.befolkning.rader import Endring, Mappe
from integrering.demo.befolkning.valg import Valg
from integrering.grunnmur.datoer import pluss_maaneder

# Permits that open the introduction programme (integreringsloven § 9), and the ages (§ 8).
_PROGRAM, _ALDER = frozenset({"9a", "9b", "9c", "9e", "9f", "9g"}), range(18, 56)
_PLAN = (
    "sluttmaal", "norskmaal", "langsiktige_maal", "omfang", "varighet", "elementer", "klagemuligheter",
    "begrunnelse",
)  # fmt: skip
_FASTE_MAANEDER = (2, 5, 8, 11)
_PROGRAMTID = timedelta(days=360)
_SAMF = ("samf_arbeidsliv", "samf_hverdagsliv", "samf_norge")


def registrer(mappe: Mappe, valg: Valg, norsk_start: date | None) -> None:
    """Write settlement, programme and training of one person.

    Args:
        mappe: the file, with a die of its own.
        valg: who it is.
        norsk_start: first day of training in Norwegian; None: no decision on it.
    """
    bosatt = max(valg.bosatt, valg.tillatelse_dato)
    har_vgs = mappe.terning.random() < 0.3
    _skriv(mappe, valg, "nir_bosetting", bosatt, (bosatt, True, None, False))
    nivaa = "hoeyere" if har_vgs else "grunnskole"
    kartlagt = bosatt + timedelta(days=mappe.terning.randint(10, 50))
    if not _glemt(mappe):
        utdanning = (nivaa, har_vgs, 15 if har_vgs else 9, kartlagt)
        _skriv(mappe, valg, "nir_utdanningsbakgrunn", kartlagt, utdanning)
    barn = mappe.terning.random() < 0.35
    _skriv(mappe, valg, "nir_familieforhold", kartlagt, (kartlagt, barn, valg.tillatelse == "9f"))
    if valg.tillatelse in _PROGRAM and valg.alder in _ALDER:
        _program(mappe, valg, kartlagt, har_vgs=har_vgs)
        if barn:
            veiledet = kartlagt + timedelta(days=mappe.terning.randint(150, 250))
            _skriv(mappe, valg, "nir_foreldreveiledning", veiledet, (veiledet, "gruppe", 10))
    if norsk_start is not None:
        _opplaering(mappe, valg, norsk_start, har_vgs=har_vgs)


def _program(mappe: Mappe, valg: Valg, kartlagt: date, *, har_vgs: bool) -> None:
    if not _glemt(mappe):
        _skriv(mappe, valg, "nir_kompetansekartlegging", kartlagt, (kartlagt, "kvalifisert"))
    fattet = kartlagt + timedelta(days=mappe.terning.randint(5, 30))
    if _glemt(mappe):
        return
    start = fattet + timedelta(days=7)
    _skriv(mappe, valg, "nir_vedtak", fattet, ("intro", "innvilget", fattet, start))
    if not _glemt(mappe):
        _skriv(mappe, valg, "nir_sluttmaal", fattet, ("hoeyere_utdanning" if har_vgs else "vgo", fattet))
    slutt = start + _PROGRAMTID if har_vgs else mappe.i_dag
    for dag in _plandager(mappe, fattet, slutt):
        utloest = "oppstart" if dag == fattet else "fast_dato"
        sent = 0 if dag == fattet else 14
        verdier = (dag, dag, _PLAN, utloest, "kvalifisert", None)
        _skriv(mappe, valg, "nir_integreringsplan", dag, verdier, sent=sent)
    if not _glemt(mappe):
        _skriv(mappe, valg, "nir_integreringskontrakt", fattet, (fattet, True, True))
    til = slutt if har_vgs else None
    for tiltak, timer in (("norsk", 20), ("praksis", 7.5)):
        _skriv(mappe, valg, "nir_tiltak", start, (tiltak, start, til, timer))
    if har_vgs and slutt < mappe.i_dag:
        livsmestring = slutt - timedelta(days=40)
        _skriv(mappe, valg, "nir_livsmestring", livsmestring, (livsmestring, 10, 15))
        if not _glemt(mappe):
            avslutning = ("intro", slutt, "hoeyere_utdanning", "utdanning")
            _skriv(mappe, valg, "nir_avslutning", slutt, avslutning)


def _plandager(mappe: Mappe, fattet: date, slutt: date) -> Iterator[date]:
    """Yield when the plan was made, and the fixed day it was last looked at; one in eight has waited."""
    if _glemt(mappe):
        return
    yield fattet
    faste = [
        date(aar, maaned, 1) for aar in range(fattet.year, mappe.i_dag.year + 1) for maaned in _FASTE_MAANEDER
    ]
    siste = max((dag for dag in faste if fattet < dag < min(slutt, mappe.i_dag)), default=None)
    if siste and mappe.terning.random() < 0.88:
        yield siste


def flyttet(mappe: Mappe, kommune: str, fra: date) -> None:
    """Write the decision of the municipality somebody moved to; one in five has not made one yet."""
    if mappe.terning.random() < 0.8:
        fattet = fra + timedelta(days=10)
        vedtak = ("intro", "innvilget", fattet, fattet + timedelta(days=5))
        mappe.registrer("nir_vedtak", kommune, Endring(fattet + timedelta(days=4), vedtak))


def veiledet(mappe: Mappe, valg: Valg) -> None:
    """Write the career guidance: most within three months of the settlement; a few have not had it yet."""
    if valg.tillatelse not in _PROGRAM or valg.alder not in _ALDER or mappe.terning.random() < 0.03:
        return
    dag = max(valg.bosatt, valg.tillatelse_dato) + timedelta(days=mappe.terning.randint(35, 100))
    _skriv(mappe, valg, "nir_karriereveiledning", dag, (dag,), sent=10)


def _opplaering(mappe: Mappe, valg: Valg, start: date, *, har_vgs: bool) -> None:
    if not _glemt(mappe):
        niva = ("nivaa", "b1", "b1", "b1", "b1", start, "")
        _skriv(mappe, valg, "nir_norskmaal", start, niva)
    kollektiv = valg.tillatelse == "9e"
    if har_vgs or kollektiv or not (valg.tillatelse in _PROGRAM and valg.alder in _ALDER):
        innhold = ("norskmaal", "omfang", "klagemuligheter")
        _skriv(mappe, valg, "nir_norskplan", start, (start, start, innhold, None))
    if _glemt(mappe):
        return
    foerste = start.replace(day=1)
    for nr in range(13 if kollektiv else 19 if har_vgs else 37):
        maaned = pluss_maaneder(foerste, nr)
        kjent = pluss_maaneder(maaned, 1) + timedelta(days=4)
        gyldig = mappe.terning.choice((0, 0, 0, 6, 12))
        _skriv(mappe, valg, "nir_opplaeringstimer", kjent, ("norsk", maaned, 60 - gyldig, gyldig, 0), sent=7)
        if not kollektiv and nr in (4, 5, 6):
            samf = (_SAMF[nr - 4], maaned, 25, 0, 0)
            _skriv(mappe, valg, "nir_opplaeringstimer", kjent, samf, sent=7)


def _skriv(
    mappe: Mappe, valg: Valg, tabell: str, kjent: date, verdier: tuple[Any, ...], *, sent: int = 0
) -> None:
    """Write what became known on the day. One in eight comes late; with `sent` none, within so many days."""
    dager = mappe.terning.randint(0, sent or 45)
    if not sent and mappe.terning.random() < 0.125:
        dager += 65
    mappe.registrer(tabell, valg.kommune, Endring(kjent + timedelta(days=dager), verdier))


def _glemt(mappe: Mappe) -> bool:
    """Return True for what nobody has registered."""
    return mappe.terning.random() < 0.04
