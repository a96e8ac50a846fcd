"""A calculation can be stored and done again."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

from hypothesis import given

from bosetting.rules.lagring import avtrykk, fra_verdier, som_verdier, svaret
from bosetting.rules.modell import Forutsetninger, Kommunegrunnlag, beregn
from tests.bosetting.grunnlag import FORUTSETNINGER, forutsetninger_o7, fylke_o7, kommuner


def test_gjentatt_av_det_lagrede() -> None:
    """The stored inputs of O7, through JSON and back, give the same numbers, minors, limits and steps."""
    f = forutsetninger_o7(em_ramme=4, baand=Fraction(1, 3))
    lagret = json.loads(json.dumps(som_verdier(fylke_o7(), f)))
    assert beregn(*fra_verdier(lagret)) == beregn(fylke_o7(), f)
    assert svaret(beregn(fylke_o7(), f))["C"] == {"antall": 24, "em": 1, "grense": "tak"}


@given(kommuner(), FORUTSETNINGER)
def test_ingenting_gaar_tapt(rader: list[Kommunegrunnlag], f: Forutsetninger) -> None:
    """All inputs come back as they were, by number."""
    tilbake, f2 = fra_verdier(json.loads(json.dumps(som_verdier(rader, f))))
    assert (tilbake, f2) == (sorted(rader, key=lambda k: k.nummer), f)


def test_avtrykket_er_av_innholdet() -> None:
    """The order of the rows is nothing; one person more in the frame is another fingerprint."""
    f = forutsetninger_o7()
    ett = avtrykk(som_verdier(fylke_o7(), f))
    assert avtrykk(som_verdier(list(reversed(fylke_o7())), f)) == ett
    assert avtrykk(som_verdier(fylke_o7(), replace(f, ramme=121))) != ett
    assert len(ett) == 64
