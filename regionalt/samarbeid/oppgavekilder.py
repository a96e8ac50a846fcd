"""Decisions to follow up, and measures that end, as tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from regionalt.samarbeid.actions.felles import TILTAK, VEDTAK
from regionalt.samarbeid.queries import tiltak as tiltaksqueries
from regionalt.samarbeid.queries import vedtak as vedtaksqueries
from regionalt.samarbeid.roller import SKRIVER
from regionalt.samarbeid.rules.frister import (
    VARSEL_DAGER,
    Tiltaksfakta,
    Vedtaksfakta,
    tiltak_aa_avslutte,
)


def _vedtak(f: Vedtaksfakta, i_dag: date) -> Iterable[Forslag]:
    if f.aapent:
        yield Forslag(frist=f.frist, verdier={"dato": f.dato.isoformat()})


def _tiltak(f: Tiltaksfakta, i_dag: date) -> Iterable[Forslag]:
    frist = tiltak_aa_avslutte(f, i_dag)
    if frist is not None:
        yield Forslag(frist=frist, verdier={"dato": frist.isoformat()})


_FORUMVEDTAK: Oppgaveregel[Vedtaksfakta] = Oppgaveregel(
    kode="FORUMVEDTAK",
    tittel=_("Følg opp vedtak i forum"),
    hvorfor=_("Forumet vedtok det %(dato)s, og det er ikke gjort ennå."),
    handling=_("Se vedtaket"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_vedtak,
    for_fylket=True,
)
_SAMARBEIDSTILTAK: Oppgaveregel[Tiltaksfakta] = Oppgaveregel(
    kode="SAMARBEIDSTILTAK",
    tittel=_("Avslutt eller forleng samarbeidstiltak"),
    hvorfor=_("Tiltaket skal være ferdig %(dato)s."),
    handling=_("Se tiltaket"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_tiltak,
    for_fylket=True,
    snart_dager=VARSEL_DAGER,
)
VEDTAKSKILDE: Oppgavekilde[Vedtaksfakta] = Oppgavekilde(
    navn=VEDTAK, les=vedtaksqueries.les_oppgavekilde, regler=(_FORUMVEDTAK,)
)
TILTAKSKILDE: Oppgavekilde[Tiltaksfakta] = Oppgavekilde(
    navn=TILTAK, les=tiltaksqueries.les_oppgavekilde, regler=(_SAMARBEIDSTILTAK,)
)
