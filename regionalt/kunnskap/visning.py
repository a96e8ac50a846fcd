"""How a figure and a judgement are written on a page. What is hidden stays «:», never zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur.visning import desimal
from regionalt.kunnskap.kodeverk import OM, SKJULT, Indikator, Kunnskap, Merke, Sikkerhet, Trinn, Utgave

_FARGER = {1: "warning", 2: "warning", 3: "neutral", 4: "success", 5: "success"}


def tallet(verdi: Any, merke: str, *, enhet: bool = False, indikator: str = "") -> str:
    """Return a figure in words: «218 460», «64,2», «: (skjult av kilden)», «ikke spurt», «mangler»."""
    if merke != Merke.VERDI:
        if merke == Merke.UNDERTRYKT:
            return _(": (skjult av kilden)")
        return _("ikke spurt") if merke == Merke.IKKE_SPURT else _("mangler")
    hele, _komma, rest = desimal(Decimal(str(verdi))).partition(",")
    tekst = f"{int(hele):,}".replace(",", "\u00a0") + (f",{rest}" if rest else "")
    if enhet:
        return f"{tekst} {OM[Indikator(indikator)].enhet}"
    return tekst


def tallet_med_aar(t: dict[str, Any] | None) -> str:
    """Return a figure as a list's cell shows it: «355 (2025, revidert)»; empty when there is none."""
    if not t:
        return ""
    utgave = f", {Utgave(t['utgave']).label.lower()}" if t["utgave"] == Utgave.REVIDERT else ""
    # the page says what «:» is
    skjult = t["merke"] == Merke.UNDERTRYKT
    verdi = SKJULT if skjult else tallet(t["verdi"], t["merke"])
    return f"{verdi} ({t['aar']}{utgave})"


def utgaven(kode: str) -> str:
    """Return which request of a year it is, or «»."""
    return str(Utgave(kode).label).lower() if kode else ""


def vurderingen(trinn: int | None, tall: Any) -> str:
    """Return a judgement in words: «4 – godt», «4 – godt (25)», «25»."""
    ord_ = str(Trinn(trinn).label) if trinn else ""
    verdi = desimal(Decimal(str(tall))) if tall is not None else ""
    return f"{ord_} ({verdi})" if ord_ and verdi else ord_ or verdi


def fargen(trinn: int | None) -> str:
    """Return the colour that underlines a judgement."""
    return _FARGER.get(trinn or 0, "neutral")


def tall_i_panelet(rader: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return figures read with `felt` as a page shows them, in the order of the indicators."""
    rekke = list(Indikator.values)
    return [
        {
            "navn": Indikator(t["indikator"]).label,
            "verdi": tallet(t["verdi"], t["merke"], enhet=True, indikator=t["indikator"]),
            "aar": t["aar"],
            "utgave": utgaven(t["utgave"]),
            "kilde": t["kilde"],
            "hentet": date.fromisoformat(t["hentet"]),
            "merknad": t["merknad"],
        }
        for t in sorted(rader, key=lambda t: rekke.index(t["indikator"]))
    ]


def vurderinger_i_panelet(rader: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return judgements read with `felt` as a page shows them, in the order of the six kinds."""
    rekke = list(Kunnskap.values)
    return [
        {
            "navn": Kunnskap(v["slag"]).label,
            "vurdering": vurderingen(v["trinn"], v["tall"]),
            "farge": fargen(v["trinn"]),
            "tekst": v["tekst"],
            "kilde": v["kilde"],
            "dato": date.fromisoformat(v["dato"]),
            "sikkerhet": Sikkerhet(v["sikkerhet"]).label if v["sikkerhet"] != Sikkerhet.KILDE else "",
        }
        for v in sorted(rader, key=lambda v: rekke.index(v["slag"]))
    ]
