"""Maps of the county: what each municipality has, in classes. The table beside says the same."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.utils.translation import gettext as _

from integrering.grunnmur import visning

FIL = Path(__file__).parent / "data" / "kart.json"
# A class and its upper limit, the limit itself below it; the last has none. The patterns are in rapporter.
PROMILLE: tuple[int, ...] = (2, 4, 6, 10)
ENDRING: tuple[int, ...] = (-25, -5, 5, 25)
UTEN = "kart-uten"


@dataclass(frozen=True)
class Flate:
    """A municipality on the map: its path, the class it is drawn in, and its name and value in words."""

    sti: str
    klasse: str
    tekst: str


@dataclass(frozen=True)
class Kart:
    """A map, and what its classes are called."""

    tittel: str
    flater: tuple[Flate, ...]
    forklaring: tuple[tuple[str, str], ...]
    bredde: int
    hoeyde: int
    kilde: str


@cache
def _geometri() -> dict[str, object]:
    innhold: dict[str, object] = json.loads(FIL.read_text(encoding="utf-8"))
    return innhold


def promillekart(verdier: Mapping[str, Decimal | None], navn: Mapping[str, str]) -> Kart | None:
    """Return the map of persons per thousand inhabitants; None when there is nothing to draw."""
    return _tegn(_("Personer per 1000 innbyggere"), verdier, navn, PROMILLE, "kart-p", "", _("Ingen tall"))


def endringskart(verdier: Mapping[str, Decimal | None], navn: Mapping[str, str]) -> Kart | None:
    """Return the map of the change since the last round, in per cent."""
    return _tegn(
        _("Endring fra forrige anmodning"),
        verdier,
        navn,
        ENDRING,
        "kart-e",
        " %",
        _("Ikke noe å sammenligne med"),
    )


def _tegn(
    tittel: str,
    verdier: Mapping[str, Decimal | None],
    navn: Mapping[str, str],
    grenser: Sequence[int],
    forstavelse: str,
    enhet: str,
    uten: str,
) -> Kart | None:
    geometri = _geometri()
    stier: Mapping[str, str] = geometri["kommuner"]  # type: ignore[assignment]
    if not any(verdi is not None for nr, verdi in verdier.items() if nr in stier):
        return None
    flater = tuple(
        Flate(
            sti,
            _klasse(verdier.get(nr), grenser, forstavelse),
            _ord(navn.get(nr, nr), verdier.get(nr), enhet),
        )
        for nr, sti in stier.items()
    )
    forklaring = [(f"{forstavelse}{i}", t) for i, t in enumerate(_grensenavn(grenser, enhet), 1)]
    if any(flate.klasse == UTEN for flate in flater):
        forklaring.append((UTEN, uten))
    return Kart(
        tittel, flater, tuple(forklaring), int(str(geometri["bredde"])), int(str(geometri["hoeyde"])),
        str(geometri["kilde"]),
    )  # fmt: skip


def _klasse(verdi: Decimal | None, grenser: Sequence[int], forstavelse: str) -> str:
    if verdi is None:
        return UTEN
    return f"{forstavelse}{1 + sum(verdi > grense for grense in grenser)}"


def _ord(navn: str, verdi: Decimal | None, enhet: str) -> str:
    return f"{navn}: {_('ingen tall') if verdi is None else visning.desimal(verdi) + enhet}"


def _grensenavn(grenser: Sequence[int], enhet: str) -> list[str]:
    """Return what the classes are called, from the lowest."""
    tall = [f"{visning.desimal(Decimal(g))}{enhet}" for g in grenser]
    mellom = [_("over %(fra)s til %(til)s") % {"fra": fra, "til": til} for fra, til in pairwise(tall)]
    return [
        _("%(tall)s og under") % {"tall": tall[0]},
        *mellom,
        _("over %(tall)s") % {"tall": tall[-1]},
    ]
