"""The manifest: how the persons were chosen, by whom, and the checksum of each file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from integrering import __version__
from integrering.grunnmur import visning
from integrering.rapporter.models import Dokumentasjonspakke, Utvalgsmaate
from integrering.tilgang.aktoer import Aktoer

TREKNING = "SHA-256 av «frø:nøkkel» for hver i rammen, sortert; de første er trukket."


def manifest(
    pakke: Dokumentasjonspakke,
    *,
    filer: Mapping[str, tuple[str, int]],
    antall: int,
    laget: datetime,
    av: Aktoer,
) -> bytes:
    """Return the manifest as JSON.

    Args:
        filer: file name → (SHA-256, bytes).
        antall: persons who are in the pack; fewer than chosen when some could not be.
    """
    data: dict[str, Any] = {
        "slag": "dokumentasjonspakke",
        "pakke": str(pakke.pk),
        "system": f"Integrering {__version__}",
        "laget": laget.isoformat(),
        "laget_av": {"navn": av.navn, "virksomhet": av.virksomhet_navn, "rolle": av.rolle.value},
        "utvalg": _utvalg(pakke, antall),
        "definisjon": _om(),
        "filer": [
            {"navn": navn, "sha256": sha256, "byte": byte} for navn, (sha256, byte) in sorted(filer.items())
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _utvalg(pakke: Dokumentasjonspakke, antall: int) -> dict[str, Any]:
    ut: dict[str, Any] = {"maate": pakke.maate, "valgt": len(pakke.utvalg), "med": antall}
    if pakke.maate == Utvalgsmaate.TILFELDIG:
        ut |= {
            "froe": pakke.froe,
            "trekning": TREKNING,
            "ramme": {
                "antall": pakke.ramme_antall,
                "filter": pakke.ramme_filter,
                "i_ord": pakke.ramme_i_ord,
                "sha256_av_noeklene": pakke.ramme_sha256,
            },
        }
    return ut


def _om() -> str:
    return _(
        "Alle versjoner av alle registreringer systemet har om hver person, slik de var da pakken "
        "ble laget. Personer "
        "med adressebeskyttelse er ikke med i pakker om flere."
    )


def i_ord(pakke: Dokumentasjonspakke, *, antall: int, laget: datetime, av: Aktoer) -> list[tuple[str, str]]:
    """Return the same for people, for the workbook."""
    linjer = [
        (_("Utvalg"), str(pakke.get_maate_display())),
        (_("Personer i pakken"), str(antall)),
        (_("Hentet"), visning.tidspunkt(laget)),
        (_("Hentet av"), av.navn),
        (_("Virksomhet"), f"{av.virksomhet_navn} ({av.rollenavn})"),
        (_("Hva som er med"), _om()),
    ]
    if pakke.maate == Utvalgsmaate.TILFELDIG:
        linjer += [
            (_("Trukket fra"), pakke.ramme_i_ord),
            (_("Personer i rammen"), str(pakke.ramme_antall)),
            (_("Frø"), str(pakke.froe)),
        ]
    return linjer
