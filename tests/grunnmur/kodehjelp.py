"""Codes for tests, made the way an administrator makes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integrering.grunnmur.kodelister import Kodeliste, glem
from integrering.grunnmur.models import Kode
from integrering.tilgang.kontekst import Kontekst, kontekst
from integrering.tilgang.roller import DbRolle

FARGE = "farge"
FARGER = Kodeliste(FARGE, "Farger", "Til prøve.", faste=("roed",))


def fil() -> dict[str, Any]:
    """Return the content of a data file: a list with one fixed code, and one that is closed."""
    return {
        FARGE: {
            "fra": date(2020, 1, 1), "kilde": "NIR, side 12", "sikkerhet": "observert",
            "koder": [
                {"kode": "roed", "nb": "rød", "nn": "raud"},
                {"kode": "blaa", "nb": "blå", "nn": "blå", "til": date(2024, 12, 31)},
            ],
        }
    }  # fmt: skip


def lag_kode(liste: str, kode: str, **felt: Any) -> Kode:
    """Return a code of the county's own, valid since 2020."""
    verdier = {"navn_nb": kode, "navn_nn": kode, "gyldig_fra": date(2020, 1, 1), "rekkefolge": 500} | felt
    with kontekst(Kontekst(DbRolle.FYLKE)):
        ny = Kode.objects.create(liste=liste, kode=kode, **verdier)
    glem()
    return ny


def stengt(liste: str, kode: str, **felt: Any) -> Kode:
    """Return a code whose last day was yesterday."""
    return lag_kode(liste, kode, gyldig_til=timezone.localdate() - timedelta(days=1), **felt)


def steng(liste: str, kode: str) -> None:
    """Let yesterday be the last day of a code that is in use."""
    with kontekst(Kontekst(DbRolle.FYLKE)):
        Kode.objects.filter(liste=liste, kode=kode).update(
            gyldig_til=timezone.localdate() - timedelta(days=1)
        )
    glem()
