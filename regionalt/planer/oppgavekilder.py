"""Measures that are late or silent, and plans that come to an end, as tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from regionalt.planer.actions.felles import HOERING, PLAN, TILTAK
from regionalt.planer.queries import hoering, planer, tiltak
from regionalt.planer.roller import SKRIVER, SVARER
from regionalt.planer.rules.frister import (
    PLAN_DAGER,
    Hoeringsfakta,
    Planfakta,
    Tiltaksfakta,
    over_tiden,
    plan_som_loeper_ut,
    svar_venter,
    uten_status,
)


def _forslag(frist: date | None) -> Iterable[Forslag]:
    if frist is not None:
        yield Forslag(frist=frist, verdier={"dato": frist.isoformat()})


def _over_tiden(f: Tiltaksfakta, i_dag: date) -> Iterable[Forslag]:
    return _forslag(over_tiden(f, i_dag))


def _uten_status(f: Tiltaksfakta, i_dag: date) -> Iterable[Forslag]:
    return _forslag(uten_status(f, i_dag))


def _plan(f: Planfakta, i_dag: date) -> Iterable[Forslag]:
    return _forslag(plan_som_loeper_ut(f, i_dag))


def _hoering(f: Hoeringsfakta, i_dag: date) -> Iterable[Forslag]:
    return _forslag(svar_venter(f))


_FORSINKET: Oppgaveregel[Tiltaksfakta] = Oppgaveregel(
    kode="PLANTILTAK_OVER_TIDEN",
    tittel=_("Avslutt eller forleng tiltak i plan"),
    hvorfor=_("Tiltaket skulle vært ferdig %(dato)s."),
    handling=_("Se tiltaket"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_over_tiden,
    for_fylket=True,
)
_STILLE: Oppgaveregel[Tiltaksfakta] = Oppgaveregel(
    kode="PLANTILTAK_UTEN_STATUS",
    tittel=_("Skriv status for tiltak i plan"),
    hvorfor=_("Det er mer enn et halvt år siden sist. Ny status burde kommet %(dato)s."),
    handling=_("Se tiltaket"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_uten_status,
    for_fylket=True,
)
_UTLOEP: Oppgaveregel[Planfakta] = Oppgaveregel(
    kode="PLAN_UTLOEPER",
    tittel=_("Avslutt eller erstatt plan"),
    hvorfor=_("Planen gjelder til og med %(dato)s."),
    handling=_("Se planen"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_plan,
    for_fylket=True,
    snart_dager=PLAN_DAGER,
)
TILTAKSKILDE: Oppgavekilde[Tiltaksfakta] = Oppgavekilde(
    navn=TILTAK, les=tiltak.les_oppgavekilde, regler=(_FORSINKET, _STILLE)
)
PLANKILDE: Oppgavekilde[Planfakta] = Oppgavekilde(navn=PLAN, les=planer.les_oppgavekilde, regler=(_UTLOEP,))
_SVAR: Oppgaveregel[Hoeringsfakta] = Oppgaveregel(
    kode="HOERING_UTEN_SVAR",
    tittel=_("Svar på høring om plan"),
    hvorfor=_("Høringsfristen er %(dato)s."),
    handling=_("Svar på høringen"),
    hjemmel="",
    roller=frozenset(SVARER),
    finn=_hoering,
)
HOERINGSKILDE: Oppgavekilde[Hoeringsfakta] = Oppgavekilde(
    navn=HOERING, les=hoering.les_oppgavekilde, regler=(_SVAR,)
)
