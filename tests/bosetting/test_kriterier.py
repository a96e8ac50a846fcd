"""The criteria of a round: put in, weighed, taken away; those that are known of a year."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from bosetting import actions
from bosetting.kjente_kriterier import VEKTFORSLAG, kjente
from bosetting.kodeverk import Indikator
from bosetting.models import Kriterium
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.tilgang.roller import Rolle
from tests.bosetting.hjelp import I_DAG, kriteriedata, lag_kriterium, lag_runde, saksbehandler, som
from tests.fabrikk import lag_bruker
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
KJENTE_AAR = (2018, 2019, 2020, 2021, 2022, 2024, 2026)


@pytest.mark.parametrize("aar", range(2017, 2029))
def test_de_kjente_aarene_har_kilde_og_ingen_vekter(aar: int) -> None:
    rader = kjente(aar)
    assert bool(rader) is (aar in KJENTE_AAR)
    for k in rader:
        assert k.kilde and k.kilde_url.startswith("https://") and not hasattr(k, "vekt")
        assert set(k.indikatorer) <= set(Indikator.values) and len(k.tekst) <= 1000 and len(k.navn) <= 60


def test_bare_det_kilden_sier_har_stoerst_vekt_og_det_usikre_er_merket() -> None:
    assert [k.navn for k in kjente(2024) if k.stoerst_vekt] == ["Kapasitet, tjenester og arbeidsmarked"]
    assert {k.sikkerhet for k in kjente(2026)} == {"ubekreftet"}
    assert {k.sikkerhet for k in kjente(2024)} == {"kilde"}
    assert [k.navn for k in kjente(2019) if k.motsatt] == ["Høy andel innvandrere"]


def test_forslaget_til_vekter_holder_seg_innenfor_utslaget() -> None:
    assert sum(vekt for _navn, vekt in VEKTFORSLAG) == Decimal("0.50")


def test_kriterier_faar_nummer_i_den_rekkefoelgen_de_kommer() -> None:
    runde = lag_runde()
    en, to = lag_kriterium(runde), lag_kriterium(runde, navn="Utdanning", vekt=None)
    assert [(k.nr, k.kode, k.vekt_prosent, str(k)) for k in (en, to)] == [
        (1, "k1", 20, "Arbeid"), (2, "k2", None, "Utdanning"),
    ]  # fmt: skip
    assert en.indikatornavn == ["Sysselsatte, andel"]


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"indikatorer": []}, "indikatorer"),
        ({"vekt": Decimal("0.40")}, "vekt"),
        ({"tekst": "Om 01019012345"}, "tekst"),
    ],
)
def test_det_som_er_galt_i_et_kriterium(felt: dict[str, Any], hvor: str) -> None:
    runde = lag_runde()
    lag_kriterium(runde)
    with pytest.raises(Regelbrudd) as brudd:
        lag_kriterium(runde, **felt)
    assert list(brudd.value.meldinger) == [hvor]


def test_et_kriterium_endres_uten_aa_telle_seg_selv_to_ganger() -> None:
    kriterium = lag_kriterium(lag_runde(), vekt=Decimal("0.30"))
    with som(saksbehandler()) as av:
        actions.endre_kriterium(
            kriterium=kriterium, versjon=1, data=kriteriedata(vekt=Decimal("0.50")), av=av
        )
        assert kriterium.vekt_prosent == 50
        with pytest.raises(Konflikt):
            actions.endre_kriterium(kriterium=kriterium, versjon=1, data=kriteriedata(), av=av)
        with pytest.raises(Konflikt):
            actions.slett_kriterium(kriterium=kriterium, versjon=1, av=av)
        actions.slett_kriterium(kriterium=kriterium, versjon=2, av=av)
        assert not Kriterium.objects.exists()


def test_kjente_kriterier_legges_inn_en_gang_og_bare_for_sitt_aar() -> None:
    kjent, ukjent = lag_runde(2024), lag_runde(2027)
    with som(saksbehandler()) as av:
        assert actions.legg_inn_kjente(runde=kjent, av=av) == 4
        assert [k.vekt for k in kjent.kriterier.all()] == [None] * 4
        with pytest.raises(Regelbrudd, match="Runden har kriterier"):
            actions.legg_inn_kjente(runde=kjent, av=av)
        with pytest.raises(Regelbrudd, match="Vi kjenner ikke"):
            actions.legg_inn_kjente(runde=ukjent, av=av)


def test_databasen_kjenner_indikatorene() -> None:
    kriterium = lag_kriterium(lag_runde())
    with som(saksbehandler()) as av, pytest.raises(IntegrityError), transaction.atomic():
        rader = Kriterium.objects.filter(pk=kriterium.pk)
        rader.update(indikatorer=["noe_annet"], endret_av_id=av.bruker_id)


def test_kriteriene_paa_siden() -> None:
    klient, runde = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)), lag_runde(2026)
    adresse = reverse("bosetting:kriterier", args=[runde.noekkel])
    tom = klient.get(adresse).content.decode()
    assert "Ingen kriterier er lagt inn for 2026" in tom and "Legg inn kriteriene vi kjenner for 2026" in tom
    assert "Vårt eget forslag" in tom
    lagt = klient.post(f"{adresse}kjente/", follow=True).content.decode()
    assert "3 kriterier er lagt inn" in lagt and "Ikke bekreftet" in lagt and "Dagsavisen" in lagt
    igjen = klient.post(f"{adresse}kjente/", follow=True).content.decode()
    assert "Runden har kriterier" in igjen
    svar = {
        "innsending": uuid.uuid4(), "navn": "Skole", "tekst": "Plass i videregående", "vekt": "10",
        "indikatorer": ["vgs_tilbud"], "kilde": "Departementet", "kilde_url": "https://eksempel.no/",
        "hentet": f"{I_DAG:%d.%m.%Y}", "sikkerhet": "kilde",
    }  # fmt: skip
    assert klient.get(f"{adresse}nytt/").status_code == 200
    assert klient.post(f"{adresse}nytt/", svar | {"indikatorer": []}).status_code == 422
    assert klient.post(f"{adresse}nytt/", svar).status_code == 302
    with som(saksbehandler()):
        kriterium = Kriterium.objects.get(navn="Skole")
    endre = reverse("bosetting:kriterium_endre", args=[kriterium.noekkel])
    assert "Plass i videregående" in klient.get(endre).content.decode()
    assert klient.post(endre, svar | {"versjon": 1, "vekt": "15"}).status_code == 302
    assert klient.post(endre, svar | {"versjon": 1, "vekt": "20"}).status_code == 409
    side = klient.get(adresse).content.decode()
    assert "Vektene er til sammen 15 %" in side
    slett = reverse("bosetting:kriterium_slett", args=[kriterium.noekkel])
    assert "Noen andre endret" in klient.post(slett, {"versjon": 1}, follow=True).content.decode()
    assert "Kriteriet er tatt bort" in klient.post(slett, {"versjon": 2}, follow=True).content.decode()


def test_et_nytt_kriterium_faar_aldri_nummeret_til_et_som_er_regnet_med() -> None:
    """A stored calculation knows the criteria by number: another never takes the place of one removed."""
    runde = lag_runde()
    gammelt = lag_kriterium(runde, navn="Gammelt")
    with som(saksbehandler()) as av:
        actions.beregn_runden(runde=runde, av=av)
        actions.slett_kriterium(kriterium=gammelt, versjon=gammelt.versjon, av=av)
    assert (gammelt.nr, lag_kriterium(runde, navn="Nytt").nr) == (1, 2)
