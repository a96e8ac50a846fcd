"""The prognosis as bars: what is registered, and what would come on top. The table beside says the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from integrering.rapporter.diagram import BREDDE, HOEYDE, MELLOM, Del, Diagram, Stolpe
from tilskudd.utsikter.queries.prognose import Kvartalsprognose

NAVN, _PLASS, _TEGN = 150, BREDDE - 150 - 110, 8
REGISTRERT, VENTER = "m1", "m2"


def tegn(kvartaler: Sequence[Kvartalsprognose]) -> Diagram | None:
    """Return the drawing of our county's quarters; None when there is nothing to draw."""
    stoerst = max((k.fylket.hoey for k in kvartaler), default=0)
    if stoerst <= 0:
        return None
    skala = _PLASS / stoerst
    stolper = tuple(_stolpe(k, nr * (HOEYDE + MELLOM) + MELLOM, skala) for nr, k in enumerate(kvartaler))
    forklaring = ((REGISTRERT, _("Laveste")), (VENTER, _("Opp til høyeste")))
    return Diagram(stolper, forklaring, BREDDE, len(stolper) * (HOEYDE + MELLOM) + MELLOM)


def _stolpe(k: Kvartalsprognose, y: int, skala: float) -> Stolpe:
    lav, topp = max(k.fylket.lav, 0), max(k.fylket.hoey, 0)
    deler, x = [], float(NAVN)
    for moenster, verdi in ((REGISTRERT, lav), (VENTER, topp - lav)):
        if verdi:
            bredde, tekst = verdi * skala, kroner.tall(verdi)
            plass = bredde >= len(tekst) * _TEGN + 4
            deler.append(Del(round(x, 1), round(bredde, 1), moenster, tekst if plass else ""))
            x += bredde
    return Stolpe(y, visning.kvartal(k.kvartal), tuple(deler), round(x + 6, 1), kroner.tall(topp))
