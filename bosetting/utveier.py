"""Limits that cannot be kept, in words: by how many, and the ways out."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bosetting.rules.webster import Umulig, Utvei
from integrering.grunnmur import kroner

# So many municipalities are named; of more, how many there are.
NEVNES = 6


def hva_er_galt(feil: Umulig) -> str:
    """Return by how many persons the limits are off."""
    antall = abs(feil.mangler)
    if feil.hva == "em":
        return ngettext(
            "Det mangler plass til %(n)s enslig mindreårig. Legg inn flere plasser, eller sett rammen ned.",
            "Det mangler plass til %(n)s enslige mindreårige. Legg inn flere plasser, eller sett rammen ned.",
            antall,
        ) % {"n": kroner.tall(antall)}
    if feil.mangler > 0:
        return ngettext(
            "Grensene har ikke plass til alle: det mangler plass til %(n)s person.",
            "Grensene har ikke plass til alle: det mangler plass til %(n)s personer.",
            antall,
        ) % {"n": kroner.tall(antall)}
    return ngettext(
        "De minste tallene er til sammen %(n)s person mer enn rammen.",
        "De minste tallene er til sammen %(n)s personer mer enn rammen.",
        antall,
    ) % {"n": kroner.tall(antall)}


def utveiene(feil: Umulig, navn: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ways out, each enough by itself."""
    return tuple(_utvei(u, navn) for u in feil.utveier)


def _utvei(utvei: Utvei, navn: Mapping[str, str]) -> str:
    if utvei.slag == "ramme":
        endring = utvei.endringer[0]
        er = {"til": kroner.tall(endring.til), "fra": kroner.tall(endring.fra)}
        return _("Sett rammen til %(til)s i stedet for %(fra)s.") % er
    hva = {
        "baand": _("Flytt båndet mot forrige år"),
        "oenske": _("Flytt det kommunene ønsker"),
        "minstetall": _("Sett ned minstetallet"),
        "tak": _("Hev kapasiteten"),
        "laas": _("Flytt de låste tallene"),
        "alle": _("Flytt flere slags grenser på en gang"),
    }[utvei.slag]
    nevnt = ", ".join(f"{navn[e.nummer]} {e.fra} → {e.til}" for e in utvei.endringer[:NEVNES])
    flere = len(utvei.endringer) - NEVNES
    if flere > 0:
        nevnt = _("%(nevnt)s og %(n)s til") % {"nevnt": nevnt, "n": flere}
    return f"{hva}: {nevnt}."
