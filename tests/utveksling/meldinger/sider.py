"""Pages read, and what is typed in the form of a message."""

from __future__ import annotations

import uuid
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.fabrikk import TRONDHEIM, virksomhet
from tests.grunnmur.html import side as krev_gyldig


def hent(
    klient: Client, navn: str, *args: Any, status: int = 200, sporring: dict[str, str] | None = None
) -> str:
    svaret = klient.get(reverse(navn, args=args), sporring)
    assert svaret.status_code == status, navn
    tekst = svaret.content.decode()
    krev_gyldig(tekst)
    return tekst


def skjema(**felt: Any) -> dict[str, Any]:
    return {
        "noekkel": str(uuid.uuid4()), "versjon": "0", "mottakere": [str(virksomhet(TRONDHEIM).pk)],
        "emne": "opplaering", "tittel": "", "tekst": "Kan dere se på dette?", "referanse": "",
    } | felt  # fmt: skip
