"""Numbers of the rounds as bars. The table beside says the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from bosetting.rules.etterproeving import Runde
from integrering.grunnmur import kroner
from integrering.rapporter.diagram import BREDDE, HOEYDE, MELLOM, Del, Diagram, Stolpe

NAVN, _PLASS = 190, BREDDE - 190 - 80
MOENSTER = "m1"


def rundenavn(runde: Runde) -> str:
    """Return what a round of IMDi's is called."""
    versjon = {"": "", "opprinnelig": _("opprinnelig"), "revidert": _("revidert")}[runde.versjon]
    return f"{runde.aar} {versjon}".strip()


def over_aarene(tall: Sequence[tuple[str, int | None]]) -> Diagram | None:
    """Return a bar a round; one without a number has none. None when there is nothing to draw."""
    return tegnet(tall, _("Personer IMDi ba om"))


def tegnet(tall: Sequence[tuple[str, int | None]], forklaring: str) -> Diagram | None:
    """Return a bar for each number with its name. None when there is nothing to draw."""
    stoerst = max((verdi or 0 for _navn, verdi in tall), default=0)
    if not stoerst:
        return None
    stolper = []
    for nr, (navn, verdi) in enumerate(tall):
        bredde = round((verdi or 0) * _PLASS / stoerst, 1)
        deler = (Del(float(NAVN), bredde, MOENSTER, ""),) if bredde else ()
        slutt = round(NAVN + bredde + 6, 1)
        y = nr * (HOEYDE + MELLOM) + MELLOM
        stolper.append(Stolpe(y, navn, deler, slutt, "–" if verdi is None else kroner.tall(verdi)))
    hoeyde = len(stolper) * (HOEYDE + MELLOM) + MELLOM
    return Diagram(tuple(stolper), ((MOENSTER, forklaring),), BREDDE, hoeyde)
