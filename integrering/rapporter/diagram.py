"""Bars drawn on the server: each a whole, its parts told apart by pattern and number as well as colour.

The table beside says the same; the drawing is hidden from screen readers, who have the table. What is hidden
is drawn as one part without a number, so that its length tells no more than the table's total does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from integrering.rapporter.tall import SKJULT, Serie, Tall

BREDDE, NAVN, HOEYDE, MELLOM = 800, 270, 20, 8
_TEGN = 8
SKJULT_DEL = "skjult"
MOENSTRE = 6
"""So many parts look different."""


@dataclass(frozen=True)
class Del:
    """One part of a bar: where it lies, how it looks (its number among the parts), what is written in it."""

    x: float
    bredde: float
    moenster: str
    tekst: str

    @property
    def midt(self) -> float:
        """Where the text stands."""
        return round(self.x + self.bredde / 2, 1)


@dataclass(frozen=True)
class Stolpe:
    """One bar with its name and its total."""

    y: int
    navn: str
    deler: tuple[Del, ...]
    slutt: float
    sum: str

    @property
    def linje(self) -> int:
        """Where the text stands."""
        return self.y + 14


@dataclass(frozen=True)
class Diagram:
    """All bars, and what the parts are called."""

    stolper: tuple[Stolpe, ...]
    forklaring: tuple[tuple[str, str], ...]
    bredde: int
    hoeyde: int


def tegn(serier: Sequence[Serie], *, aapen: bool) -> Diagram | None:
    """Return the drawing; None when there is nothing to draw.

    Args:
        aapen: the reader sees small numbers.
    """
    stoerst = max((_sum(serie) for serie in serier if aapen or _vises(serie)), default=0)
    if not stoerst:
        return None
    # the longest total stands outside its bar, and inside the drawing
    lengst = max(len(serie.hele.tekst) for serie in serier)
    skala = (BREDDE - NAVN - max(60, lengst * _TEGN + MELLOM)) / stoerst
    navn = [kolonne for kolonne, _tall in serier[0].deler]
    stolper = tuple(
        _stolpe(serie, nr * (HOEYDE + MELLOM) + MELLOM, skala, aapen=aapen) for nr, serie in enumerate(serier)
    )
    forklaring = [(_moenster(nr), kolonne) for nr, kolonne in enumerate(navn)]
    if any(del_.moenster == SKJULT_DEL for stolpe in stolper for del_ in stolpe.deler):
        forklaring.append((SKJULT_DEL, _("Skjult")))
    return Diagram(
        stolper=stolper,
        forklaring=tuple(forklaring),
        bredde=BREDDE,
        hoeyde=len(stolper) * (HOEYDE + MELLOM) + MELLOM,
    )


def er_like(serier: Sequence[Serie]) -> bool:
    """Return True when nothing in them is hidden."""
    return not any(tall.skjult for serie in serier for _navn, tall in (*serie.deler, ("", serie.hele)))


def _sum(serie: Serie) -> int:
    return sum(tall.verdi for _navn, tall in serie.deler)


def _vises(serie: Serie) -> bool:
    """Return True when the bar may be drawn: its total is shown, and hidden parts are several."""
    return not serie.hele.skjult


def _moenster(nr: int) -> str:
    return f"m{nr % MOENSTRE + 1}"


def _stolpe(serie: Serie, y: int, skala: float, *, aapen: bool) -> Stolpe:
    if not aapen and not _vises(serie):
        return Stolpe(y, serie.navn, (), NAVN, SKJULT)
    deler: list[Del] = []
    x, skjult = float(NAVN), 0
    for nr, (_navn, tall) in enumerate(serie.deler):
        if tall.skjult and not aapen:
            skjult += tall.verdi
        elif tall.verdi:
            deler.append(_del(x, tall.verdi * skala, _moenster(nr), tall))
            x += tall.verdi * skala
    if skjult:
        deler.append(Del(round(x, 1), round(skjult * skala, 1), SKJULT_DEL, ""))
        x += skjult * skala
    return Stolpe(y, serie.navn, tuple(deler), round(x + 6, 1), serie.hele.tekst)


def _del(x: float, bredde: float, moenster: str, tall: Tall) -> Del:
    plass = bredde >= len(tall.tekst) * _TEGN + 4
    return Del(round(x, 1), round(bredde, 1), moenster, tall.tekst if plass else "")
