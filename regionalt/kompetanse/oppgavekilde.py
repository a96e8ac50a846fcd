"""Tasks: confirm a place from the waiting list; say who came."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from integrering.tilgang.roller import KOMMUNEROLLER
from regionalt.kompetanse.actions.felles import EKSEMPLER, HELE, PLASSER
from regionalt.kompetanse.queries.eksempler import les_innsendte
from regionalt.kompetanse.queries.paameldte import les_aapne, les_plasser
from regionalt.kompetanse.roller import SKRIVER
from regionalt.kompetanse.rules.oppgaver import (
    Arrangementsfakta,
    Gjoeremaal,
    Plassfakta,
    bekreft_plass,
    foer_oppmoete,
    se_over_eksempel,
)

F = TypeVar("F")


def _finn(regel: Callable[[F, date], Iterable[Gjoeremaal]]) -> Callable[[F, date], Iterable[Forslag]]:
    """Return the rule as the queue asks it."""

    def finn(fakta: F, i_dag: date) -> Iterable[Forslag]:
        for frist, dag in regel(fakta, i_dag):
            yield Forslag(frist=frist, verdier={"dato": dag.isoformat()})

    return finn


def _plassregel(kode: str, *, kommune: bool) -> Oppgaveregel[Plassfakta]:
    return Oppgaveregel(
        kode=kode,
        tittel=_("Bekreft plassen fra ventelisten"),
        hvorfor=_("En som stod på venteliste, fikk plass %(dato)s. Bekreft plassen, eller meld av."),
        handling=_("Åpne arrangementet"),
        hjemmel="",
        roller=KOMMUNEROLLER if kommune else frozenset(SKRIVER),
        finn=_finn(partial(bekreft_plass, kommune=kommune)),
        for_fylket=not kommune,
    )


PLASSKILDE: Oppgavekilde[Plassfakta] = Oppgavekilde(
    navn=PLASSER,
    les=les_plasser,
    regler=(
        _plassregel("KOMPETANSE_PLASS", kommune=True),
        _plassregel("KOMPETANSE_PLASS_FYLKET", kommune=False),
    ),
)
ARRANGEMENTSKILDE: Oppgavekilde[Arrangementsfakta] = Oppgavekilde(
    navn=HELE,
    les=les_aapne,
    regler=(
        Oppgaveregel(
            kode="KOMPETANSE_OPPMOETE",
            tittel=_("Før oppmøte, og merk arrangementet som holdt"),
            hvorfor=_("Arrangementet var slutt %(dato)s."),
            handling=_("Åpne arrangementet"),
            hjemmel="",
            roller=frozenset(SKRIVER),
            finn=_finn(foer_oppmoete),
            for_fylket=True,
        ),
    ),
)
EKSEMPELKILDE: Oppgavekilde[date] = Oppgavekilde(
    navn=EKSEMPLER,
    les=les_innsendte,
    regler=(
        Oppgaveregel(
            kode="KOMPETANSE_EKSEMPEL",
            tittel=_("Se over et innsendt eksempel"),
            hvorfor=_("En kommune sendte inn eksempelet %(dato)s. Publiser det, eller si hva som mangler."),
            handling=_("Åpne eksempelet"),
            hjemmel="",
            roller=frozenset(SKRIVER),
            finn=_finn(se_over_eksempel),
            for_fylket=True,
        ),
    ),
)
