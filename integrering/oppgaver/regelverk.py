"""The register of task rules. Apps register their own in AppConfig.ready; this floor never knows their names.

A source (`Oppgavekilde`) reads facts about subjects; its rules are pure functions of those facts and the day.
What a rule proposes becomes a task; what it no longer proposes is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from django.utils.functional import Promise

from integrering.tilgang.roller import Rolle

F = TypeVar("F")
Tekst = str | Promise
# Days before the due date that a task comes under «Forfaller snart», until an administrator says otherwise.
SNART_DAGER = 14


@dataclass(frozen=True)
class Emne:
    """What a task is about, and whose desk it lies on.

    Attributes:
        id: the subject's number within its source (person, meeting point, message): part of the task's key.
        virksomhet_id: whose task it is.
        person_id: the person it concerns, if any: decides who may see it.
        url: where the work is done; an address without personal data.
        tekst: what the subject is called in lists when it is no person (never personal data).
        liste, kode: a code whose label is written before `tekst`, in the language of whoever reads.
        ansvarlig_id: the user it is given to from the start, if any.
    """

    id: int
    virksomhet_id: int
    person_id: int | None = None
    url: str = ""
    tekst: str = ""
    liste: str = ""
    kode: str = ""
    ansvarlig_id: int | None = None


@dataclass(frozen=True)
class Forslag:
    """A task a rule finds: when it is due, and the values of its explanation (ISO dates, numbers: no names).

    `nr` tells apart several tasks of one rule about one subject. `url` overrides the subject's.
    """

    frist: date | None
    verdier: Mapping[str, str] = field(default_factory=dict)
    nr: str = ""
    url: str = ""


@dataclass(frozen=True)
class Oppgaveregel(Generic[F]):
    """One rule.

    Attributes:
        kode: its name in the database («VEDTAK_FRIST»).
        tittel: what is to be done.
        hvorfor: why the task exists, with %(navn)s for the values of the proposal (ISO dates are
            written out).
        handling: the text of the link («Registrer vedtak»).
        hjemmel: paragraph.
        roller: whose queue it comes to.
        finn: facts and today → proposals. Pure.
        for_fylket: the task lies at the county, not at the subject's `virksomhet_id`.
        snart_dager: how many days ahead it counts as due soon; administrators may change it.
        ord: value of the proposal → how it reads in `hvorfor`, where it is not written as it is.
    """

    kode: str
    tittel: Tekst
    hvorfor: Tekst
    handling: Tekst
    hjemmel: Tekst
    roller: frozenset[Rolle]
    finn: Callable[[F, date], Iterable[Forslag]]
    for_fylket: bool = False
    snart_dager: int = SNART_DAGER
    ord: Mapping[str, Callable[[str], str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Oppgavekilde(Generic[F]):
    """Reads facts. `les(None)` yields all subjects that may have tasks; `les(ider)` those with these numbers.

    A subject that is asked for by number and not yielded has no tasks any more. A source with very many
    subjects gives their smallest and largest number (`omfang`): the nightly job asks for a `range` at a time.
    """

    navn: str
    les: Callable[[Collection[int] | None], Iterator[tuple[Emne, F]]]
    regler: tuple[Oppgaveregel[F], ...]
    omfang: Callable[[], tuple[int, int] | None] | None = None


_kilder: dict[str, Oppgavekilde[object]] = {}


def registrer_kilde(kilde: Oppgavekilde[F]) -> None:
    """Make a source of tasks known (again: replaces it)."""
    _kilder[kilde.navn] = kilde  # type: ignore[assignment]


def regler() -> tuple[Oppgaveregel[object], ...]:
    """Return all rules, in the order their sources were registered."""
    return tuple(regel for kilde in _kilder.values() for regel in kilde.regler)


def kilder() -> tuple[Oppgavekilde[object], ...]:
    """Return the sources, in the order they were registered."""
    return tuple(_kilder.values())


def finn_kilde(navn: str) -> Oppgavekilde[object]:
    """Return a source by name. Raises KeyError."""
    return _kilder[navn]


def regel_med_kode(kode: str) -> Oppgaveregel[object] | None:
    """Return a rule by its code; None when no app has it any more."""
    return next((regel for regel in regler() if regel.kode == kode), None)
