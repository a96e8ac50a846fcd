"""Egne registreringer blir en andel per kommune: hvem som gikk til arbeid eller utdanning, skjult når få."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from django.urls import reverse

from integrering.nir.models import Avslutning
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.kunnskap.egne import andel, intro_resultater
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, lag_person, registrer
from tests.tilgang.hjelp import inn

AAR = 2025


@pytest.mark.parametrize(
    ("naadd", "alle", "svar"),
    [
        (0, 0, "."), (0, 4, ":"), (4, 4, ":"), (0, 5, "0,0"), (5, 5, "100,0"), (4, 20, ":"), (16, 20, ":"),
        (5, 10, "50,0"), (10, 15, "66,7"),
    ],
)  # fmt: skip
def test_andelen_er_skjult_naar_noen_av_gruppene_er_smaa(naadd: int, alle: int, svar: str) -> None:
    assert andel(naadd, alle) == svar


def _avslutt(kommune: str, aarsak: str, antall: int, vern: str = "") -> None:
    for _nr in range(antall):
        registrer(
            Avslutning, lag_person(kommune=kommune, adressebeskyttelse=vern), registrert=None,
            ordning="intro", dato=date(AAR, 6, 1), avslutningsaarsak=aarsak, hovedaktivitet="",
        )  # fmt: skip


@pytest.mark.django_db
def test_telles_og_ses_over_foer_de_leses_inn() -> None:
    """Half of ten in Trondheim; too few in Steinkjer; nobody elsewhere. The year before is another figure."""
    _avslutt(TRONDHEIM, "arbeid_heltid", 5)
    _avslutt(TRONDHEIM, "sosialstoenad", 5)
    _avslutt(TRONDHEIM, "arbeid_heltid", 3, vern="fortrolig")
    _avslutt(STEINKJER, "videregaaende", 2)
    with kontekst(kontekst_for(lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER))):
        linjer = intro_resultater(AAR).decode().splitlines()
        assert set(intro_resultater(AAR - 1).decode().splitlines()[1:]) <= {f"{x[:4]};." for x in linjer[1:]}
    assert {linje for linje in linjer if not linje.endswith(";.")} == {
        "Kommunenummer;Intro resultat", f"{TRONDHEIM};50,0", f"{STEINKJER};:",
    }  # fmt: skip
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    svar = klient.post(
        reverse("kunnskap:hent"), {"kilde": "egne_intro", "aar": AAR, "innsending": uuid.uuid4()}, follow=True
    )
    side = svar.content.decode()
    assert "Egne registreringer" in side and "50" in side and "Les inn tallene" in side
