"""Who has the main responsibility for a combination class (integreringsloven § 30 andre ledd)."""

from __future__ import annotations

from datetime import date

import pytest

from opplaering.rules.ansvar import Hovedansvar
from opplaering.rules.hovedansvar import Avgjoerelse, Klassetid, avgjoerelse_mangler, gjelder_paa

FYLKE, KOMMUNE, UAVKLART = Hovedansvar
AUGUST, JANUAR = date(2026, 8, 17), date(2027, 1, 4)

# hva som er avgjort, dagen det spørres om, nummeret på den som gjelder
EKSEMPLER = [
    ("ingen avgjørelse", [], AUGUST, None),
    ("avtalt at kommunen har ansvaret", [(KOMMUNE, AUGUST)], AUGUST, 0),
    ("lar seg ikke avgjøre", [(UAVKLART, AUGUST)], AUGUST, 0),
    ("dagen før avgjørelsen gjelder", [(KOMMUNE, AUGUST)], date(2026, 8, 16), None),
    ("ny avgjørelse fra januar, dagen før", [(KOMMUNE, AUGUST), (FYLKE, JANUAR)], date(2027, 1, 3), 0),
    ("ny avgjørelse fra januar, første dag", [(KOMMUNE, AUGUST), (FYLKE, JANUAR)], JANUAR, 1),
    ("skrevet sist, men gjelder fra før", [(FYLKE, JANUAR), (KOMMUNE, AUGUST)], JANUAR, 0),
    ("to fra samme dag: den som er skrevet sist", [(FYLKE, AUGUST), (KOMMUNE, AUGUST)], AUGUST, 1),
]


@pytest.mark.parametrize(("navn", "avgjort", "dag", "nr"), EKSEMPLER, ids=[e[0] for e in EKSEMPLER])
def test_avgjoerelsen_som_gjelder(
    navn: str, avgjort: list[tuple[Hovedansvar, date]], dag: date, nr: int | None
) -> None:
    funnet = gjelder_paa([Avgjoerelse(hva, fra, i) for i, (hva, fra) in enumerate(avgjort)], dag)
    assert (funnet.nr if funnet else None) == nr


DESEMBER, JUNI = date(2026, 12, 1), date(2027, 6, 18)
MANGLER = [
    ("ingen avgjørelse før klassen begynner", None, date(2026, 6, 1), True),
    ("ingen avgjørelse siste dag", None, JUNI, True),
    ("klassen er over", None, date(2027, 6, 19), False),
    ("avgjort fra første dag, sett før den begynner", AUGUST, date(2026, 6, 1), False),
    ("avgjort først fra januar", JANUAR, DESEMBER, True),
    ("avgjort fra januar, og det er januar", JANUAR, JANUAR, False),
]


@pytest.mark.parametrize(("navn", "avgjort", "dag", "mangler"), MANGLER, ids=[m[0] for m in MANGLER])
def test_avgjoerelsen_mangler(navn: str, avgjort: date | None, dag: date, mangler: bool) -> None:
    """Integreringsloven § 30 andre ledd."""
    assert avgjoerelse_mangler(Klassetid(AUGUST, JUNI, avgjort), dag) is mangler
