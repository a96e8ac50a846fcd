"""The checks of an application against its call. Pure: figures and dates in, ticks and crosses out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tilskudd.gitt.rules.beloep import prosent_av

Tall = Mapping[str, int | str]


class Kontroll(StrEnum):
    """What is checked, in the order it is shown."""

    SOEKERSLAG = "soekerslag"
    REGISTER = "register"
    DEMOKRATI = "demokrati"
    FRIST = "frist"
    RAPPORT = "rapport"
    VEDLEGG = "vedlegg"
    BUDSJETT = "budsjett"
    KOSTNADER = "kostnader"
    ANDEL = "andel"
    MINST = "minst"
    MEST = "mest"
    OPPSTART = "oppstart"


# What a call may let the county set aside. The others are who may apply, or arithmetic.
KAN_FRAVIKES = (
    Kontroll.REGISTER,
    Kontroll.DEMOKRATI,
    Kontroll.RAPPORT,
    Kontroll.VEDLEGG,
    Kontroll.KOSTNADER,
    Kontroll.ANDEL,
    Kontroll.MINST,
    Kontroll.MEST,
    Kontroll.OPPSTART,
)


@dataclass(frozen=True)
class Krav:
    """The limits of a call; None and empty are no limit."""

    soekere: frozenset[str]
    dekker: frozenset[str]
    frist: date | None = None
    andel: int | None = None
    minst: int | None = None
    mest: int | None = None
    start_innen: int | None = None
    vedlegg: tuple[str, ...] = ()
    register: bool = False
    demokrati: bool = False
    kan_fravikes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fakta:
    """An application as the checks see it.

    Attributes:
        kostnader: kind of cost → kroner.
        annet: kroner from own funds, the state and others together.
        sendt: the day it was first sent (before that: today).
        seneste_start: the last day the measure may start, counted from the decision, or from today.
        register: None is not looked up.
        manglende_rapporter: earlier grants whose report is past its deadline.
    """

    slag: str
    beloep: int | None
    kostnader: Mapping[str, int]
    annet: int
    sendt: date
    start: date | None
    seneste_start: date | None = None
    vedlegg: frozenset[str] = frozenset()
    register: bool | None = None
    demokratisk: bool | None = None
    manglende_rapporter: int = 0

    @property
    def sum_kostnader(self) -> int:
        """All costs of the budget."""
        return sum(self.kostnader.values())


@dataclass(frozen=True)
class Funn:
    """The answer to one check. `tall` are the figures and codes its sentence needs."""

    kontroll: Kontroll
    oppfylt: bool
    tall: Tall = field(default_factory=dict)
    kan_fravikes: bool = False


def kontroller(krav: Krav, f: Fakta) -> tuple[Funn, ...]:
    """Return the checks the call asks for, in order. A check that does not apply is left out."""
    return tuple(
        Funn(kontroll, oppfylt, tall, not oppfylt and kontroll.value in krav.kan_fravikes)
        for kontroll, oppfylt, tall in _alle(krav, f)
    )


_Ett = tuple[Kontroll, bool, Tall]


def _alle(krav: Krav, f: Fakta) -> Iterator[_Ett]:
    yield Kontroll.SOEKERSLAG, f.slag in krav.soekere, {}
    yield from _om_soekeren(krav, f)
    if krav.frist is not None:
        tall = {"sendt": f.sendt.isoformat(), "frist": krav.frist.isoformat()}
        yield Kontroll.FRIST, f.sendt <= krav.frist, tall
    yield Kontroll.RAPPORT, f.manglende_rapporter == 0, {"antall": f.manglende_rapporter}
    if krav.vedlegg:
        mangler = [v for v in krav.vedlegg if v not in f.vedlegg]
        yield Kontroll.VEDLEGG, not mangler, {"mangler": ",".join(mangler)}
    yield from _om_pengene(krav, f)
    if krav.start_innen is not None and f.seneste_start is not None:
        i_tide = f.start is not None and f.start <= f.seneste_start
        tall = {"start": f.start.isoformat() if f.start else "", "seneste": f.seneste_start.isoformat()}
        yield Kontroll.OPPSTART, i_tide, tall


def _om_soekeren(krav: Krav, f: Fakta) -> Iterator[_Ett]:
    """Yield what is asked of voluntary organisations alone: schools and municipalities are public."""
    if f.slag != "frivillig":
        return
    if krav.register:
        yield Kontroll.REGISTER, f.register is True, {"sjekket": "nei" if f.register is None else "ja"}
    if krav.demokrati:
        yield Kontroll.DEMOKRATI, f.demokratisk is True, {}


def _om_pengene(krav: Krav, f: Fakta) -> Iterator[_Ett]:
    beloep, kostnader = f.beloep or 0, f.sum_kostnader
    finansiert = f.annet + beloep
    yield (
        Kontroll.BUDSJETT,
        beloep > 0 and finansiert == kostnader,
        {"kostnader": kostnader, "finansiert": finansiert, "forskjell": kostnader - finansiert},
    )
    dekkes = sum(kr for slag, kr in f.kostnader.items() if slag in krav.dekker)
    yield (
        Kontroll.KOSTNADER,
        beloep <= dekkes,
        {"soekt": beloep, "dekkes": dekkes, "ikke": kostnader - dekkes},
    )
    if krav.andel is not None:
        hoeyst = prosent_av(kostnader, krav.andel)
        tall = {"soekt": beloep, "hoeyst": hoeyst, "andel": krav.andel, "kostnader": kostnader}
        yield Kontroll.ANDEL, beloep <= hoeyst, tall
    if krav.minst is not None:
        yield Kontroll.MINST, beloep >= krav.minst, {"soekt": beloep, "grense": krav.minst}
    if krav.mest is not None:
        yield Kontroll.MEST, beloep <= krav.mest, {"soekt": beloep, "grense": krav.mest}


def kan_sendes(funn: tuple[Funn, ...]) -> bool:
    """Return True when nothing stops the application from being sent: what may be set aside does not.

    Neither does what only the county can know: the register and earlier reports.
    """
    fylkets = (Kontroll.REGISTER, Kontroll.RAPPORT)
    return all(f.oppfylt or f.kan_fravikes or f.kontroll in fylkets for f in funn)
