"""A stored calculation, made again from what was stored, and shown beside the answer it gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from bosetting.models import Beregning
from bosetting.rules.grunnlag import Forutsetninger, Ugyldig
from bosetting.rules.lagring import VERSJON, avtrykk, fra_verdier, svaret
from bosetting.rules.modell import beregn
from bosetting.rules.webster import Umulig


@dataclass(frozen=True)
class Gjentatt:
    """The stored answer by municipality, and whether the stored inputs give it now too.

    `samme_avtrykk`: the inputs are what they were. `samme_svar`: they give the same numbers today.
    """

    f: Forutsetninger
    rader: tuple[tuple[str, int, int], ...]
    vekter: tuple[tuple[str, int], ...]
    samme_avtrykk: bool
    samme_svar: bool
    versjon: str
    dagens_versjon: str = VERSJON


def gjentatt(beregning: Beregning, navn: Mapping[str, str], kriterienavn: Mapping[str, str]) -> Gjentatt:
    """Make a stored calculation again."""
    kommuner, f = fra_verdier(beregning.inndata)
    try:
        naa = svaret(beregn(kommuner, f))
    except (Umulig, Ugyldig):
        naa = {}
    spurte = [k.nummer for k in kommuner if k.spurt]
    rader = [(navn.get(nr, nr), beregning.svar[nr]["antall"], beregning.svar[nr]["em"]) for nr in spurte]
    vekter = [(kriterienavn.get(k, k), round(v * Fraction(100))) for k, v in f.vekter.items()]
    return Gjentatt(
        f=f,
        rader=tuple(sorted(rader)),
        vekter=tuple(vekter),
        samme_avtrykk=avtrykk(beregning.inndata) == beregning.avtrykk,
        samme_svar=naa == beregning.svar,
        versjon=str(beregning.inndata["versjon"]),
    )
