"""From earned to posted: the lines of a run, their kinds, and what each recipient is paid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from integrering.grunnmur.kvartal import Kvartal
from tilskudd.rules.dagverdi import Strekk
from tilskudd.rules.opptjening import Grunnlag, Opptjening, Opptjent


class Linjetype(StrEnum):
    """Kinds of line."""

    ORDINAER = "ordinaer"
    ETTERBETALING = "etterbetaling"
    TREKK = "trekk"


@dataclass(frozen=True)
class Linje:
    """A change for one recipient, in one quarter of one grant year of one person."""

    ordning: str
    aar_nr: int
    mottaker: int
    kvartal: Kvartal
    type: Linjetype
    dager_foer: int
    dager_etter: int
    beloep_foer: int
    beloep_etter: int
    sats: int
    dager_i_aaret: int
    aar_fra: date
    strekk: Strekk
    grunnlag: Grunnlag

    @property
    def dager(self) -> int:
        """Change in days."""
        return self.dager_etter - self.dager_foer

    @property
    def beloep(self) -> int:
        """Change in kroner. Never zero."""
        return self.beloep_etter - self.beloep_foer

    @property
    def noekkel(self) -> Linjenoekkel:
        """What tells one line of a person from another in a run."""
        return self.ordning, self.aar_nr, self.mottaker, self.kvartal


Linjenoekkel = tuple[str, int, int, Kvartal]


def linjetype(beloep: int, *, opptjent: Kvartal, kvartal: Kvartal) -> Linjetype:
    """Return the kind: a deduction, earned in the run's own quarter, or in an earlier one."""
    if beloep < 0:
        return Linjetype.TREKK
    return Linjetype.ORDINAER if opptjent == kvartal else Linjetype.ETTERBETALING


def nye_linjer(opptjening: Opptjening, bokfoert: Sequence[Linje], *, kvartal: Kvartal) -> list[Linje]:
    """Return what is new: amount now minus amount posted by earlier approved runs, zero giving no line.

    A grant year without a rate gives no line, neither plus nor minus. A deduction to zero days keeps the rate
    and the facts of the lines it reverses.

    Args:
        opptjening: what is earned now.
        bokfoert: the person's lines in approved runs, in the order they were posted.
        kvartal: the run's quarter.
    """
    uten_sats = {(m.ordning.value, m.aar_nr) for m in opptjening.mangler}
    foer: dict[Linjenoekkel, list[Linje]] = defaultdict(list)
    for linje in bokfoert:
        if (linje.ordning[:4], linje.aar_nr) not in uten_sats:
            foer[linje.noekkel].append(linje)
    naa = {(p.aar.kode, p.aar.aar_nr, p.mottaker, p.kvartal): p for p in opptjening.poster}
    linjer = [_linje(n, naa.get(n), foer.get(n, []), kvartal) for n in naa.keys() | foer.keys()]
    return sorted((linje for linje in linjer if linje.beloep), key=lambda linje: linje.noekkel)


def _linje(noekkel: Linjenoekkel, post: Opptjent | None, foer: list[Linje], kvartal: Kvartal) -> Linje:
    """Build the line of a key; its amount may be zero."""
    ordning, aar_nr, mottaker, opptjent = noekkel
    beloep_foer, dager_foer = sum(f.beloep for f in foer), sum(f.dager for f in foer)
    beloep_etter, dager_etter = (post.beloep, post.dager) if post else (0, 0)
    return Linje(
        ordning=ordning,
        aar_nr=aar_nr,
        mottaker=mottaker,
        kvartal=opptjent,
        type=linjetype(beloep_etter - beloep_foer, opptjent=opptjent, kvartal=kvartal),
        dager_foer=dager_foer,
        dager_etter=dager_etter,
        beloep_foer=beloep_foer,
        beloep_etter=beloep_etter,
        sats=post.sats if post else foer[-1].sats,
        dager_i_aaret=post.aar.dager if post else foer[-1].dager_i_aaret,
        aar_fra=post.aar.fra if post else foer[-1].aar_fra,
        strekk=post.strekk if post else (),
        grunnlag=post.grunnlag if post else foer[-1].grunnlag,
    )


@dataclass(frozen=True)
class Netto:
    """A recipient's round: all its lines together with the balance carried from the round before."""

    linjer_sum: int
    overfoert_inn: int
    utbetales: int
    overfoert_ut: int


def netto(linjer_sum: int, overfoert_inn: int) -> Netto:
    """Return what is paid: a negative total pays nothing and is carried on (IMDi, «Status utbetalinger»)."""
    sum_ = linjer_sum + overfoert_inn
    return Netto(linjer_sum, overfoert_inn, max(sum_, 0), min(sum_, 0))


def nett_ut(linjer: Iterable[tuple[int, int]], overfoert: Mapping[int, int]) -> dict[int, Netto]:
    """Return the round of every recipient: (recipient, kroner) lines, and balances carried in.

    Years 1 to 3 and § 34 are netted together. A recipient with a balance is listed also without lines.
    """
    summer: dict[int, int] = defaultdict(int)
    for mottaker, beloep in linjer:
        summer[mottaker] += beloep
    baerere = {mottaker for mottaker, saldo in overfoert.items() if saldo}
    return {m: netto(summer[m], overfoert.get(m, 0)) for m in sorted(summer.keys() | baerere)}
