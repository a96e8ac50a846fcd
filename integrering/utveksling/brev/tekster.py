"""Words of letters on the pages."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.utveksling.brev.models import Brevtilstand
from integrering.utveksling.brev.rules.maalform import Kilde, Maalformvalg

FARGE: dict[str, str] = {
    Brevtilstand.UTKAST: "neutral",
    Brevtilstand.FERDIG: "info",
    Brevtilstand.SENDT: "success",
    Brevtilstand.SLETTET: "danger",
}


def maalform(kode: str) -> str:
    """Return «bokmål» or «nynorsk»."""
    return _("nynorsk") if kode == "nn" else _("bokmål")


def kommunevalg(navn: str, valg: Maalformvalg, mangler: int) -> str:
    """Return a line of the list of municipalities: name, language, how much is missing."""
    spraak = _("nøytral") if valg.kilde is Kilde.NOEYTRAL else maalform(valg.maalform)
    return _("%(navn)s – %(spraak)s – %(n)s mangler") % {"navn": navn, "spraak": spraak, "n": mangler}
