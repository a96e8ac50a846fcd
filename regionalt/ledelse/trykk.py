"""The yearly report on paper: PDF/UA, the same each time for a finished one."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner, visning
from regionalt.aarsrapport import Rapporttabell
from regionalt.ledelse.diagram import tallkolonne
from regionalt.ledelse.models import Aarsrapport
from regionalt.ledelse.queries.rapporter import Vistkapittel
from regionalt.trykk import avsnitt, dokument


def pdf(rapport: Aarsrapport, kapitler: list[Vistkapittel], fylke: str) -> bytes:
    """Return the report as PDF. A draft says that it is one.

    Raises:
        Regelbrudd: there is a sign in the texts that cannot be printed.
    """
    dag = timezone.localdate(rapport.ferdigstilt) if rapport.ferdigstilt else timezone.localdate()
    ark = {
        "spraak": "nn" if get_language() == "nn" else "nb",
        "tittel": _("Årsrapport %(aar)s for integreringsarbeidet") % {"aar": rapport.aar},
        "fylke": fylke,
        "undertittel": _undertittel(rapport),
        "innledning": avsnitt(rapport.innledning),
        "kapitler": [
            {"tittel": k.tittel, "tekst": avsnitt(k.tekst), "tabeller": [_tabell(t) for t in k.tabeller]}
            for k in kapitler
        ],
        "ord": {
            "side": _("Side"), "av": _("av"), "kontrollsum": _("Kontrollsum"), "sum": rapport.sha256,
            "ingen": _("Ingenting er registrert dette året."),
        },
    }  # fmt: skip
    return dokument(ark, dag)


def _undertittel(rapport: Aarsrapport) -> str:
    if not rapport.ferdigstilt:
        return _("Utkast. Tallene er lest %(tid)s.") % {"tid": visning.tidspunkt(rapport.tall_lest)}
    return _("Utgave %(utgave)s, ferdigstilt %(dag)s") % {
        "utgave": rapport.utgave,
        "dag": visning.dato(timezone.localdate(rapport.ferdigstilt)),
    }


def _tabell(tabell: Rapporttabell) -> dict[str, Any]:
    nr = tallkolonne(tabell) if tabell.diagram else None
    verdier = [] if nr is None else [max(int(rad[nr]), 0) for rad in tabell.rader]
    hoeyest = max(verdier, default=0)
    return {
        "tittel": tabell.tittel,
        "kolonner": list(tabell.kolonner),
        "rader": [[kroner.tall(c) if isinstance(c, int) else c for c in rad] for rad in tabell.rader],
        "tall": [all(isinstance(rad[i], int) for rad in tabell.rader) for i in range(len(tabell.kolonner))],
        "kilde": tabell.kilde,
        "stolper": [round(100 * v / hoeyest, 1) for v in verdier] if hoeyest else [],
    }
