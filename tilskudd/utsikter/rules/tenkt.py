"""A person's facts as they would be if the municipality had registered what the school knows.

The same answer as `sql/tenkte_liv.sql` and `sql/paa_vent.sql`; a test holds them together. Source:
docs/tilskudd-utsikter.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from integrering.grunnmur.kvartal import OSLO, Kvartal
from opplaering.rules.avstemming import Avvik, Linje, Tilstand
from tilskudd.rules.fakta import FULLTID_TIMER, Fakta, FulltidVgo, Vedtak
from tilskudd.rules.opptjening import Satsnoekkel, opptjening
from tilskudd.rules.tilskuddsaar import alle_aar

TENKT = 0
"""The id of a fact that is not registered."""
_SIDEN_ALLTID = datetime(1900, 1, 1, tzinfo=OSLO)
_SOM_DET_ER = frozenset({Tilstand.STEMMER, Tilstand.IKKE_HOS_OSS})


@dataclass(frozen=True)
class Forskjell:
    """What our county would be given more of one quarter. Days without a rate have no kroner."""

    kroner: int
    dager: int
    dager_uten_sats: int


def aapne(linjer: Iterable[Linje]) -> list[Linje]:
    """Return those of the reconciliation's lines where something is missing or differs."""
    return [linje for linje in linjer if linje.tilstand not in _SOM_DET_ER]


def tenkte_fakta(
    fakta: Fakta, linjer: Iterable[Linje], *, fylke: int, i_dag: date, til_og_med: date
) -> Fakta:
    """Return the facts as they would be.

    A vedtak that is missing begins with the first of our periods. Our period takes the place of what is
    registered for the same days; one whose end nobody knows is counted up to and including `til_og_med`.

    Args:
        fakta: what is registered now.
        linjer: the reconciliation of the person's periods (`opplaering.rules.avstemming`).
        fylke: our county.
        til_og_med: the last day that is counted.
    """
    ulike = aapne(linjer)
    fra = [linje.egen.fra for linje in ulike if linje.egen and Avvik.VEDTAK in linje.avvik]
    vedtak = (_vedtak(min(fra)),) if fra else ()
    perioder = [linje for linje in ulike if linje.avvik != (Avvik.VEDTAK,)]
    beholdt = tuple(v for v in fakta.vgo if not any(_samme_dager(linje, v) for linje in perioder))
    nye = (_periode(linje, fylke, i_dag, til_og_med) for linje in perioder)
    return replace(
        fakta, vedtak=fakta.vedtak + vedtak, vgo=beholdt + tuple(periode for periode in nye if periode)
    )


def forskjell(
    fakta: Fakta, tenkt: Fakta, *, fylke: int, til_og_med: date, satser: Mapping[Satsnoekkel, int]
) -> dict[Kvartal, Forskjell]:
    """Return what our county would be given more per quarter; quarters without a difference are left out."""
    kroner: dict[Kvartal, int] = defaultdict(int)
    dager: dict[Kvartal, int] = defaultdict(int)
    uten: dict[Kvartal, int] = defaultdict(int)
    for liv, fortegn in ((tenkt, 1), (fakta, -1)):
        # a year without a rate is counted in days: as if its rate were 0
        null = {(a.ordning, a.aar_nr, a.landgruppe, a.budsjettaar): 0 for a in alle_aar(liv)}
        for post in opptjening(liv, til_og_med=til_og_med, satser=null | dict(satser)).poster:
            if post.mottaker == fylke:
                kroner[post.kvartal] += fortegn * post.beloep
                dager[post.kvartal] += fortegn * post.dager
                uten[post.kvartal] += 0 if post.sats else fortegn * post.dager
    return {
        k: Forskjell(kroner[k], dager[k], uten[k]) for k in sorted(dager) if kroner[k] or dager[k] or uten[k]
    }


def _vedtak(fra: date) -> Vedtak:
    return Vedtak(id=TENKT, registrering="", registrert=_SIDEN_ALLTID, startdato=fra)


def _samme_dager(linje: Linje, periode: FulltidVgo) -> bool:
    egen = linje.egen
    return (
        egen is not None
        and (egen.til is None or egen.til >= periode.fra)
        and (periode.til is None or periode.til >= egen.fra)
    )


def _periode(linje: Linje, fylke: int, i_dag: date, til_og_med: date) -> FulltidVgo | None:
    egen, deres = linje.egen, linje.registrert
    if egen is None or Avvik.FULLTID in linje.avvik:
        return None
    deres_slutt = deres.til if deres else None
    if deres_slutt is not None and deres_slutt < i_dag:
        deres_slutt = None
    til = egen.til or deres_slutt or til_og_med
    if til < egen.fra:
        return None
    return FulltidVgo(
        id=TENKT, registrering="", registrert=_SIDEN_ALLTID, fylke=fylke, fra=egen.fra, til=til,
        timer_per_uke=FULLTID_TIMER,
    )  # fmt: skip
