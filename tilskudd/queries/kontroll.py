"""What proves that the posted lines are right, and what stands between a run and its approval."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.sql import les_sql
from tilskudd import motor
from tilskudd.models import BOKFOERT, Bokkontroll, Kjoering, Kjoeringssats, Slag
from tilskudd.queries.oversikt import siste_bokfoerte


def endrede_satser(kjoering: Kjoering) -> list[Kjoeringssats]:
    """Return the rates a run used that are not what a run would read now."""
    return list(
        Kjoeringssats.objects.raw(
            """SELECT k.* FROM tilskudd_kjoeringssats k
               LEFT JOIN tilskudd_brukbare_satser(%s) s
                    USING (ordning, aar_nr, landgruppe, budsjettaar, beloep, status)
               WHERE k.kjoering_id = %s AND k.brukt AND s.ordning IS NULL
               ORDER BY k.ordning, k.aar_nr, k.landgruppe, k.budsjettaar""",
            [kjoering.demo, kjoering.pk],
        )
    )


@dataclass(frozen=True)
class Kontroll:
    """One thing that must hold, and what does not."""

    navn: str
    tekst: Any
    avvik: tuple[str, ...]

    @property
    def holder(self) -> bool:
        """True when nothing was found."""
        return not self.avvik


def siste_bokkontroll() -> Bokkontroll | None:
    """Return how the last proof of the books came out."""
    return Bokkontroll.objects.select_related("av").order_by("-tid", "-pk").first()


def kontroller() -> list[Kontroll]:
    """Prove the posted lines, always in full. Needs the role of the jobs, who sees all persons."""
    return [Kontroll(navn, tekst, tuple(finn())) for navn, tekst, finn in KONTROLLER]


def registrer_kontroll(navn: str, tekst: Any, finn: Callable[[], list[str]]) -> None:
    """Add a control of what stands on the engine (again: replaces it). `finn` names what does not hold."""
    KONTROLLER[:] = [*(k for k in KONTROLLER if k[0] != navn), (navn, tekst, finn)]


def _retten() -> list[str]:
    """Calculate the last approved run over again, with its own cut-off and rates: what would it still add?"""
    siste = siste_bokfoerte()
    if siste is None or siste.slag == Slag.AAPNING:
        return []
    return [
        f"person {rad['person_id']}: {rad['ordning']} til {rad['mottaker_id']}, "
        f"kvartal {rad['kvartal']}: {rad['beloep']} kr"
        for rad in motor.avvik(siste)
    ]


def _fra_sql(navn: str) -> Callable[[], list[str]]:
    def finn() -> list[str]:
        with connection.cursor() as peker:
            peker.execute(les_sql("tilskudd", navn))
            return [str(rad[0]) for rad in peker.fetchall()]

    return finn


def _uendret() -> list[str]:
    return [
        f"kjøring {kjoering}"
        for kjoering in Kjoering.objects.filter(tilstand__in=BOKFOERT).order_by("kvartal")
        if motor.fingeravtrykk(kjoering.pk) != kjoering.kontrollsum
    ]


KONTROLLER: list[tuple[str, Any, Callable[[], list[str]]]] = [
    ("retten", _("Bokførte linjer er det som er opptjent ved siste skjæringstidspunkt"), _retten),
    (
        "netting",
        _("Summene og det som overføres, går opp fra kjøring til kjøring"),
        _fra_sql("kontroll_netting"),
    ),
    ("dobbelt", _("Ingenting er bokført to ganger"), _fra_sql("kontroll_dobbelt")),
    ("satsen", _("Ingen har fått mer enn satsen for et tilskuddsår"), _fra_sql("kontroll_satsen")),
    ("fakta", _("Alle linjer står på fakta som var registrert i tide"), _fra_sql("kontroll_fakta")),
    ("uendret", _("Godkjente kjøringer er uendret"), _uendret),
]
