"""A published plan on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from regionalt.planer.models import Utgivelse
from regionalt.planer.vist import Vistplan, vist
from regionalt.trykk import avsnitt, dokument


def pdf(utgivelse: Utgivelse, fylke: str) -> bytes:
    """Return what is published as PDF. Raises Regelbrudd for a sign that cannot be printed."""
    plan, dag = vist(utgivelse.innhold), timezone.localdate(utgivelse.tid)
    ark = {
        "spraak": "nn" if get_language() == "nn" else "nb",
        "tittel": plan.tittel,
        "fylke": fylke,
        "undertittel": _undertittel(plan, dag),
        "innledning": avsnitt(plan.beskrivelse),
        "kapitler": [
            {"tittel": k.tittel, "tekst": list(k.tekst), "tabeller": [_tabell(t) for t in k.tabeller]}
            for k in plan.kapitler
        ],
        "ord": {
            "side": _("Side"), "av": _("av"), "kontrollsum": _("Kontrollsum"), "sum": utgivelse.sha256,
            "ingen": _("Ingenting er registrert."),
        },
    }  # fmt: skip
    return dokument(ark, dag)


def _undertittel(plan: Vistplan, dag: date) -> str:
    ord_ = {"slag": plan.slag, "periode": plan.periode, "status": plan.tilstand, "dag": visning.dato(dag)}
    return _("%(slag)s %(periode)s. %(status)s. Slik den ble utgitt %(dag)s.") % ord_


def _tabell(t: Any) -> dict[str, Any]:
    return {
        "tittel": t.tittel,
        "kolonner": list(t.kolonner),
        "rader": [list(rad) for rad in t.rader],
        "tall": [False] * len(t.kolonner),
        "kilde": t.kilde,
        "stolper": [],
    }
