"""What the region needs done and what one can learn, from the county's plans: beside the talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrering.tilgang.models import Virksomhet
from regionalt.planer.models import Arbeidskraftbehov, Tilbud
from regionalt.planer.queries.kunnskap import behov_i, behovene, gjelder, tilbud_i, tilbudene


@dataclass(frozen=True)
class Arbeidsmarked:
    """Needs and offers of a municipality and of the whole county, or (no municipality) of everywhere."""

    behov: list[Arbeidskraftbehov]
    tilbud: list[Tilbud]


def arbeidsmarkedet(kommune: Virksomhet | None, dag: date, *, yrkesfelt: str = "") -> Arbeidsmarked:
    """Return what holds on a day (two queries).

    Args:
        yrkesfelt: the first digit of the occupation's code (STYRK-08); empty for all.
    """
    if kommune is None:
        behov = behovene().filter(gjelder(dag)).order_by("yrke", "pk")
        tilbud = tilbudene().filter(gjelder(dag)).order_by("navn", "pk")
    else:
        behov, tilbud = behov_i(kommune, dag), tilbud_i(kommune, dag)
    if yrkesfelt:
        behov = behov.filter(styrk08__startswith=yrkesfelt)
    return Arbeidsmarked(list(behov), list(tilbud))
