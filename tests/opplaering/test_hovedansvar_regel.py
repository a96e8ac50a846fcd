"""Who has the main responsibility for a combination class (integreringsloven § 30 andre ledd)."""

from __future__ import annotations

from datetime import date

import pytest

from opplaering.rules.hovedansvar import (
    Avgjoerelse,
    Hovedansvarlig,
    fylket_har_ansvaret,
    gjelder_paa,
)

FYLKE, KOMMUNE, UAVKLART = Hovedansvarlig
AUGUST, JANUAR = date(2026, 8, 17), date(2027, 1, 4)

# hva som er avgjort, dagen det spørres om, den som gjelder (nummer), om fylkeskommunen har ansvaret
EKSEMPLER = [
    ("ingen avgjørelse: fylkeskommunen til noe annet er avtalt", [], AUGUST, None, True),
    ("mest videregående: fylkeskommunen", [(FYLKE, AUGUST)], AUGUST, 0, True),
    ("avtalt at kommunen har ansvaret", [(KOMMUNE, AUGUST)], AUGUST, 0, False),
    ("lar seg ikke avgjøre: fylkeskommunen", [(UAVKLART, AUGUST)], AUGUST, 0, True),
    ("dagen før avgjørelsen gjelder", [(KOMMUNE, AUGUST)], date(2026, 8, 16), None, True),
    ("ny avgjørelse fra januar, dagen før", [(KOMMUNE, AUGUST), (FYLKE, JANUAR)], date(2027, 1, 3), 0, False),
    ("ny avgjørelse fra januar, første dag", [(KOMMUNE, AUGUST), (FYLKE, JANUAR)], JANUAR, 1, True),
    ("skrevet sist, men gjelder fra før", [(FYLKE, JANUAR), (KOMMUNE, AUGUST)], JANUAR, 0, True),
    ("to fra samme dag: den som er skrevet sist", [(FYLKE, AUGUST), (KOMMUNE, AUGUST)], AUGUST, 1, False),
]


@pytest.mark.parametrize(("navn", "avgjort", "dag", "nr", "fylket"), EKSEMPLER, ids=[e[0] for e in EKSEMPLER])
def test_hvem_har_hovedansvaret(
    navn: str, avgjort: list[tuple[Hovedansvarlig, date]], dag: date, nr: int | None, fylket: bool
) -> None:
    funnet = gjelder_paa([Avgjoerelse(hva, fra, i) for i, (hva, fra) in enumerate(avgjort)], dag)
    assert (funnet.nr if funnet else None, fylket_har_ansvaret(funnet)) == (nr, fylket)
