"""Where the figures of a round come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bosetting.kodeverk import FOLKETALL, Merke
from integrering.tilgang.models import Virksomhet


@dataclass(frozen=True)
class Lest:
    """A figure of a municipality (its number), and the columns it is kept in."""

    kommune: str
    indikator: str
    verdier: dict[str, Any]


def les_grunnlaget(kommuner: Iterable[Virksomhet], dag: date) -> Iterator[Lest]:
    """Yield what is known about the municipalities on the day."""
    yield from _folketall(kommuner)


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
