"""No data about individuals: numbers of persons are refused wherever something is written."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.forebygging.models import Hjelpetjeneste
from regionalt.rules.personvern import peker_paa_person
from tests.fabrikk import lag_bruker, nytt_duf
from tests.forebygging.hjelp import lag_raadgiver, lag_tjeneste, skriver, svar, tjenestefelter
from tests.tilgang.hjelp import inn

VEKTER = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def nummer(seks: str, loepe: int = 900) -> str:
    """Return eleven digits with the right last control: of a month or day that no person has."""
    for midt in range(loepe, 1000):
        for k1 in range(10):
            ti = f"{seks}{midt:03d}{k1}"
            if (k2 := -sum(int(s) * v for s, v in zip(ti, VEKTER, strict=True)) % 11) < 10:
                return f"{ti}{k2}"
    raise AssertionError(seks)


# Synthetic: 80 is added to the month, so that they are nobody's.
FNR, D_NUMMER, H_NUMMER = nummer("128312"), nummer("528312"), nummer("124312")
DUF = nytt_duf(7)

ET_NUMMER = [
    FNR,
    D_NUMMER,
    H_NUMMER,
    DUF,
    f"{FNR[:6]} {FNR[6:]}",
    f"{FNR[:6]}-{FNR[6:]}",
    f"{DUF[:4]} {DUF[4:10]} {DUF[10:]}",
    " ".join(FNR),
    f"{FNR[:2]}.{FNR[2:4]}.{FNR[4:6]} {FNR[6:]}",
    f"{D_NUMMER[:2]} {D_NUMMER[2:4]} {D_NUMMER[4:6]}  {D_NUMMER[6:9]} {D_NUMMER[9:]}",
    f"{DUF[:2]} {DUF[2:4]} {DUF[4:8]} {DUF[8:]}",
    f"Gjelder eleven {FNR}, ring skolen.",
    f"Ring 73 00 00 00 om {' '.join(DUF)}",
]
INGEN_NUMMER = [
    "",
    "Ring 112",
    "73 00 00 00",
    "+47 73 00 00 00",
    "Møtet er 12.03.2026 kl. 14.30.",
    "12.03.2026 1430",
    "2026-03-12 14.30",
    "Organisasjonsnummer 099 000 001",
    "Skoleåret 2026–2027, 24 deltakere i 12 kommuner",
    "§ 65 i forskriften, side 100 av 200",
    "73 00 00 00 eller 73 00 00 01",
]


@pytest.mark.parametrize("tekst", ET_NUMMER)
def test_nummer_kjennes_igjen_uansett_mellomrom(tekst: str) -> None:
    assert peker_paa_person(tekst)


@pytest.mark.parametrize("tekst", INGEN_NUMMER)
def test_telefoner_datoer_og_tall_slipper_gjennom(tekst: str) -> None:
    assert not peker_paa_person(tekst)


@pytest.mark.django_db
@pytest.mark.parametrize("felt", ["navn", "hva", "for_hvem", "naar", "aapent", "kilde"])
def test_skjemaet_avviser_i_hvert_felt(felt: str) -> None:
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    adresse = reverse("forebygging:tjeneste_ny")
    assert "Skriv ikke noe om enkeltpersoner" in klient.get(adresse).content.decode()
    for tekst in (FNR, " ".join(D_NUMMER), f"{DUF[:4]} {DUF[4:10]} {DUF[10:]}"):
        svaret = klient.post(adresse, svar(tjenestefelter(**{felt: tekst})))
        assert svaret.status_code == 422
        assert f'href="#id_{felt}"' in svaret.content.decode()
        assert "Ta ut nummeret" in svaret.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("tekst", ET_NUMMER)
def test_handlingen_avviser_ogsaa(tekst: str) -> None:
    with pytest.raises(Regelbrudd) as feil:
        lag_tjeneste(hva=tekst)
    assert set(feil.value.meldinger) == {"hva"}
    with pytest.raises(Regelbrudd) as feil:
        lag_raadgiver(region=tekst)
    assert set(feil.value.meldinger) == {"region"}


@pytest.mark.django_db
@pytest.mark.parametrize("tekst", [FNR, f"om {FNR[:6]} {FNR[6:]}", DUF, f"({DUF})"])
def test_databasen_avviser_ogsaa(tekst: str) -> None:
    av = skriver()
    felter: dict[str, Any] = tjenestefelter(hva=tekst)
    with kontekst(kontekst_for(av)), pytest.raises(IntegrityError, match="uten_nummer"), transaction.atomic():
        Hjelpetjeneste.objects.create(endret_av_id=av.bruker_id, **felter)
