"""The year-end as a task: one for each municipality, not one for each person who lacks something.

From New Year until a month after the deadline; what lacks after that is tasks about persons, as ever.
Computed at night.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.queries.aarsfrist import ikke_ajour
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.lovfrister import aarsfrist
from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.oppgaver.registreringsregler import OPPLAERINGEN

NAVN = "aarsfrist"
MAANEDER_ETTER = 1

_side: list[Callable[[int], str]] = []


def registrer_side(side: Callable[[int], str]) -> None:
    """Let the task lead to the page of a year that `side` gives the address of."""
    _side[:] = [side]


@dataclass(frozen=True)
class Aarsfakta:
    """How many persons of a municipality are not in order for the year, and the deadline (None: no rule)."""

    aar: int
    antall: int
    frist: date | None


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Aarsfakta]]:
    """Yield the municipalities where somebody is not in order for last year."""
    aar = timezone.localdate().year - 1
    siste = date(aar, 12, 31)
    svar = aarsfrist(Grunnlag(), regelsett(), siste, aar).svar
    for kommune, antall in ikke_ajour(siste).items():
        if ider is None or kommune in ider:
            yield (
                Emne(id=kommune, virksomhet_id=kommune, url=_adresse(aar), tekst=str(aar)),
                Aarsfakta(aar, antall, svar.dato if svar else None),
            )


def _adresse(aar: int) -> str:
    return _side[0](aar) if _side else f"{reverse('forside')}?fane=alle"


def finn(fakta: Aarsfakta, i_dag: date) -> Iterable[Forslag]:
    """Return the task while it is the time of year."""
    if fakta.frist and date(fakta.aar + 1, 1, 1) <= i_dag <= pluss_maaneder(fakta.frist, MAANEDER_ETTER):
        yield Forslag(
            frist=fakta.frist,
            verdier={"antall": str(fakta.antall), "aar": str(fakta.aar)},
            nr=str(fakta.aar),
        )


KILDE: Oppgavekilde[Aarsfakta] = Oppgavekilde(
    navn=NAVN,
    les=les,
    regler=(
        Oppgaveregel(
            kode="AARSFRIST",
            tittel=_("Årsfrist for ajourføring"),
            hvorfor=_(
                "Registreringene for %(aar)s skal være i orden før IMDi og SSB henter tallene. "
                "Personer som mangler noe: %(antall)s."
            ),
            handling=_("Se hva som mangler"),
            hjemmel=_("Forskriften § 58"),
            roller=OPPLAERINGEN,
            finn=finn,
            snart_dager=60,
        ),
    ),
)
