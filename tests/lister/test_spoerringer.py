"""How many queries a list page makes: baselines in `spoerringer.json`, the same whatever the number of rows.

Counted is what a request costs: login, context, page; not the savepoints that only tests make. A page that
makes more fails; one that makes fewer asks for a lower baseline. `SPOERRINGER=skriv` writes the file anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from integrering.lister.definisjon import Liste
from integrering.lister.register import alle_lister
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.lister.hjelp import antall_spoerringer
from tests.lister.verdier import verdier
from tests.tilgang.hjelp import inn

pytestmark = [pytest.mark.django_db, pytest.mark.vandring]

FIL = Path(__file__).parent / "spoerringer.json"
MEST = 10
HVEM = (
    Rolle.FYLKE_SAKSBEHANDLER,
    Rolle.TILSKUDDSRAADGIVER,
    Rolle.KOMMUNE_FLYKTNINGTJENESTE,
    Rolle.SKOLEKONTAKT,
    Rolle.INNSYNSREVISOR,
    Rolle.KOMMUNE_ADMINISTRATOR,
)


def _adresse(liste: Liste) -> str:
    try:
        return reverse(liste.adresse)
    except NoReverseMatch:
        return ""


def _maalt() -> dict[str, int]:
    """Return list and role → queries, on a page in the middle of a long list with a saved filter."""
    personer = [fabrikk.lag_person(etternavn=f"Navn{nr:02d}") for nr in range(60)]
    regn_ut_status([p.pk for p in personer])
    verdier(fabrikk.lag_aktoer())
    ut = {}
    for liste in alle_lister():
        if not (adresse := _adresse(liste)):
            continue
        for rolle in HVEM:
            if rolle in liste.roller:
                klient = inn(fabrikk.lag_bruker(rolle))
                ut[f"{liste.navn} {rolle.value}"] = antall_spoerringer(klient, _midt_i(klient, adresse))
    return ut


def _midt_i(klient: Client, adresse: str) -> str:
    """Return the address of the second page, if there is one."""
    svar: Any = klient.get(f"{adresse}?antall=25")
    neste = svar.context["liste"].neste if svar.context and "liste" in svar.context else ""
    return f"{adresse}{neste or '?antall=25'}"


def test_ingen_side_gjoer_flere_spoerringer_enn_foer() -> None:
    maalt = _maalt()
    if os.environ.get("SPOERRINGER") == "skriv":
        FIL.write_text(json.dumps(maalt, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    vedtatt: dict[str, int] = json.loads(FIL.read_text(encoding="utf-8"))
    for side, antall in maalt.items():
        assert side in vedtatt, f"{side}: ny liste, {antall} spørringer; skriv den i spoerringer.json"
        assert antall <= vedtatt[side], f"{side}: {antall} spørringer, vedtatt {vedtatt[side]}"
        assert antall == vedtatt[side], f"{side}: bare {antall} spørringer; senk tallet i spoerringer.json"
    assert set(vedtatt) == set(maalt), "lister som ikke finnes lenger"
    assert max(maalt.values()) <= MEST


def test_antallet_er_det_samme_uansett_hvor_mange_rader() -> None:
    klient = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    tall = []
    for nr in range(52):
        fabrikk.lag_person(etternavn=f"Navn{nr:02d}")
        if nr in (25, 51):
            tall.append(antall_spoerringer(klient, "/personer/?antall=25"))
    assert tall[0] == tall[1]
