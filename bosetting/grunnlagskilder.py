"""Where the figures of a round come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bosetting.etterproeving import les_runder
from bosetting.kodeverk import ANMODNING, FOLKETALL, Merke
from integrering.tilgang.models import Virksomhet


@dataclass(frozen=True)
class Lest:
    """A figure of a municipality (its number), and the columns it is kept in."""

    kommune: str
    indikator: str
    verdier: dict[str, Any]


def les_grunnlaget(kommuner: Iterable[Virksomhet], aar: int) -> Iterator[Lest]:
    """Yield what is known about the municipalities, for a round of the year."""
    alle = list(kommuner)
    yield from _folketall(alle)
    yield from _forrige(alle, aar)


def _forrige(kommuner: Iterable[Virksomhet], aar: int) -> Iterator[Lest]:
    """Yield what IMDi asked for in the last round before the year; nothing when none is known."""
    _folketallet, runder = les_runder()
    forrige = [r for r in runder if r.aar < aar]
    if not forrige:
        return
    siste = max(forrige, key=lambda r: r.aar)
    for k in kommuner:
        verdi = siste.anmodning.get(k.nummer)
        yield Lest(
            k.nummer,
            ANMODNING,
            {
                "verdi": None if verdi is None else Decimal(verdi),
                "merke": Merke.IKKE_SPURT if verdi is None else Merke.VERDI,
                "aar": siste.aar,
                "kilde": _("IMDi, nøkkeltall for bosetting"),
            },
        )


def _folketall(kommuner: Iterable[Virksomhet]) -> Iterator[Lest]:
    """Yield the inhabitants that the register of organisations has."""
    for k in kommuner:
        finnes = k.innbyggere is not None
        yield Lest(
            k.nummer,
            FOLKETALL,
            {
                "verdi": Decimal(k.innbyggere) if k.innbyggere is not None else None,
                "merke": Merke.VERDI if finnes else Merke.MANGLER,
                "aar": k.innbyggere_per.year if k.innbyggere_per else None,
                "kilde": _("SSB, tabell 07459"),
                "hentet": k.innbyggere_per,
            },
        )
