"""Prove that the letters still can be made: set each once more and compare."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from integrering.grunnmur.feil import Regelbrudd
from integrering.utveksling.brev.models import Brevfil
from integrering.utveksling.brev.trykk import motor, trykk


@dataclass
class Kontroll:
    """How it went: references of letters whose file is not what was locked, and of those set otherwise."""

    like: int = 0
    oedelagt: list[str] = field(default_factory=list)
    ulike: list[str] = field(default_factory=list)
    annen_motor: list[str] = field(default_factory=list)


def kontroller() -> Kontroll:
    """Set all finished letters the caller can see once more, one at a time."""
    funnet = Kontroll()
    for fil in Brevfil.objects.select_related("brev").order_by("brev_id").iterator(chunk_size=50):
        _en(fil, funnet)
    return funnet


def _en(fil: Brevfil, funnet: Kontroll) -> None:
    referanse = fil.brev.referanse
    if hashlib.sha256(bytes(fil.pdf)).hexdigest() != fil.sha256:
        funnet.oedelagt.append(referanse)
        return
    try:
        lik = trykk(fil.inndata, fil.oppsett).sha256 == fil.sha256
    except Regelbrudd:
        lik = False
    if lik:
        funnet.like += 1
    elif fil.motor == motor():
        funnet.ulike.append(referanse)
    else:
        funnet.annen_motor.append(referanse)
