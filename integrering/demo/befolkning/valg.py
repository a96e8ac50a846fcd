"""What is drawn for one person before anything is written: who they are and when they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from integrering.demo.befolkning import navn

# Citizenship, country group, permits with weights, weight of the group. Roughly the mix of recent years; the
# numbers decide nothing. Collective protection (§ 34, code 9e) has no country group.
_GRUPPER: tuple[tuple[str, str, tuple[tuple[str, int], ...], int], ...] = (
    ("UKR", "", (("9e", 100),), 38),
    ("SYR", "H", (("9a", 50), ("9b", 30), ("9f", 20)), 16),
    ("AFG", "H", (("9a", 50), ("9b", 20), ("9f", 20), ("9c", 10)), 8),
    ("ERI", "H", (("9a", 40), ("9b", 20), ("9f", 30), ("9g", 10)), 8),
    ("COD", "H", (("9b", 90), ("9f", 10)), 9),
    ("SOM", "H", (("9a", 30), ("9f", 55), ("9c", 10), ("9d", 5)), 6),
    ("TUR", "H", (("9a", 70), ("9f", 30)), 5),
    ("VEN", "H", (("9a", 60), ("27", 30), ("28", 10)), 4),
    ("THA", "H", (("9f", 40), ("28", 60)), 4),
    ("USA", "L", (("9f", 70), ("28", 30)), 2),
)


@dataclass(frozen=True, slots=True)
class Valg:
    """A person as drawn: identity, permit, arrival."""

    fornavn: str
    etternavn: str
    kjoenn: str
    land: str
    landgruppe: str
    tillatelse: str
    tillatelse_dato: date
    foedselsdato: date
    adressebeskyttelse: str
    kommune: str
    bosatt: date

    @property
    def alder(self) -> int:
        """Years of age on the day the permit was granted."""
        gitt, foedt = self.tillatelse_dato, self.foedselsdato
        return gitt.year - foedt.year - ((gitt.month, gitt.day) < (foedt.month, foedt.day))


def trekk(terning: Random, nr: int, i_dag: date, kommune: str) -> Valg:
    """Draw person number `nr`, who lives in `kommune`."""
    land, landgruppe, tillatelser, _ = terning.choices(_GRUPPER, [g[3] for g in _GRUPPER])[0]
    tillatelse = terning.choices([t for t, _ in tillatelser], [v for _, v in tillatelser])[0]
    gitt = i_dag - timedelta(days=terning.randint(60, 3 * 365))
    kvinne = terning.random() < 0.52
    # family members and a few others lived here before the permit came
    ventet = terning.randint(3, 45) if terning.random() < 0.92 else -terning.randint(5, 60)
    return Valg(
        fornavn=navn.fornavn(terning, land, kvinne),
        etternavn=navn.etternavn(terning),
        kjoenn="K" if kvinne else "M",
        land=land,
        landgruppe=landgruppe,
        tillatelse=tillatelse,
        tillatelse_dato=gitt,
        foedselsdato=_foedselsdato(terning, nr, gitt, i_dag),
        adressebeskyttelse=_adressebeskyttelse(nr),
        kommune=kommune,
        bosatt=gitt + timedelta(days=ventet),
    )


def _foedselsdato(terning: Random, nr: int, gitt: date, i_dag: date) -> date:
    """Most are adults below 60; a few are 17 when the permit comes, a few turn 67 around today."""
    if nr % 43 == 11:
        return _aar_foer(gitt, 18) + timedelta(days=terning.randint(20, 340))
    if nr % 61 == 17:
        return _aar_foer(i_dag, 67) + timedelta(days=terning.randint(-300, 200))
    alder = terning.triangular(18.05, 61, 24)
    return gitt - timedelta(days=int(alder * 365.25))


def _adressebeskyttelse(nr: int) -> str:
    if nr % 173 == 29:
        return "fortrolig"
    return "strengt_fortrolig" if nr % 499 == 101 else ""


def _aar_foer(dag: date, aar: int) -> date:
    """Return the same day so many years before (29 February: the 28th)."""
    return date(dag.year - aar, dag.month, min(dag.day, 28 if dag.month == 2 else dag.day))
