"""Karrieresentrene: hva de dekker, hvem som arbeider der, og at sakene følger kommunen."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Senterdata
from karriere.models import Sak, Senter, Senteruke, Senterveileder
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.karriere.hjelp import I_DAG, lag_sak, lag_senter, lag_veileder, saksbehandler, som
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SENTRE = "/karriere/sentre/"


def _inn(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER) -> Client:
    return inn(lag_bruker(rolle))


def _data(*kommuner: str, navn: str = "Karriere Prøve") -> dict[str, object]:
    return {
        "navn": navn, "sted": "Gata 1", "samtaler_per_uke": "12", "aktiv": "on", "innsending": str(uuid4()),
        "kommuner": [str(virksomhet(nr).pk) for nr in kommuner], "versjon": "0",
    }  # fmt: skip


def _senter_til(sak: Sak) -> int | None:
    with kontekst(motor_kontekst()):
        return Sak.objects.get(pk=sak.pk).senter_id


def test_et_nytt_senter_faar_sakene_i_kommunene_det_dekker() -> None:
    sak, annen = lag_sak(), lag_sak(kommune=STEINKJER)
    klient = _inn()
    assert "Ingen karrieresentre er registrert" in klient.get(SENTRE).content.decode()
    svar = klient.post(f"{SENTRE}nytt/", _data(TRONDHEIM), follow=True)
    assert "Senteret er lagret" in svar.content.decode()
    with kontekst(motor_kontekst()):
        senter = Senter.objects.get()
    assert (_senter_til(sak), _senter_til(annen)) == (senter.pk, None)
    side = klient.get(SENTRE).content.decode()
    assert "Karriere Prøve" in side and "Ingen karrieresenter dekker" in side and "Steinkjer" in side


def test_sakene_foelger_naar_dekningen_endres_men_ikke_de_som_er_flyttet() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    sak, flyttet = lag_sak(), lag_sak()
    with som(saksbehandler()) as av:
        actions.flytt_til_senter(sak=flyttet, senter=annet, av=av)
        data = Senterdata(navn=senter.navn, kommuner=[])
        actions.lagre_senter(senter=senter, data=data, versjon=senter.versjon, innsending=uuid4(), av=av)
    assert (_senter_til(sak), _senter_til(flyttet)) == (None, annet.pk)


def test_en_kommune_har_ett_senter() -> None:
    lag_senter(TRONDHEIM, navn="Det første")
    svar = _inn().post(f"{SENTRE}nytt/", _data(TRONDHEIM))
    assert svar.status_code == 422
    assert "Trondheim dekkes av Det første" in svar.content.decode()


def test_navnet_er_tatt_og_for_mange_samtaler() -> None:
    lag_senter(TRONDHEIM, navn="Karriere Prøve")
    svar = _inn().post(f"{SENTRE}nytt/", _data(STEINKJER))
    assert svar.status_code == 422 and "Et annet senter har dette navnet" in svar.content.decode()
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="fra 1 til 500"):
        actions.lagre_senter(
            senter=None, data=Senterdata("Nytt", samtaler_per_uke=0), versjon=0, innsending=uuid4(), av=av
        )


def test_to_som_endrer_samtidig() -> None:
    senter, klient = lag_senter(TRONDHEIM), _inn()
    adresse = f"{SENTRE}{senter.noekkel}/endre/"
    assert klient.get(adresse).status_code == 200
    klient.post(adresse, _data(TRONDHEIM, navn="Først") | {"versjon": str(senter.versjon)})
    svar = klient.post(adresse, _data(TRONDHEIM, navn="Sist") | {"versjon": str(senter.versjon)})
    assert svar.status_code == 409 and "Først" in svar.content.decode()


def test_samme_skjema_to_ganger_er_ett_senter() -> None:
    klient, data = _inn(), _data(TRONDHEIM)
    klient.post(f"{SENTRE}nytt/", data)
    klient.post(f"{SENTRE}nytt/", data)
    with kontekst(motor_kontekst()):
        assert Senter.objects.count() == 1


def test_veiledere_legges_til_og_avsluttes() -> None:
    senter, klient = lag_senter(TRONDHEIM), _inn()
    veileder = lag_aktoer(Rolle.KARRIEREVEILEDER)
    adresse = f"{SENTRE}{senter.noekkel}/"
    klient.post(f"{adresse}veiledere/ny/", {"bruker": str(veileder.bruker_id), "fra": "01.01.2026"})
    with kontekst(motor_kontekst()):
        rad = Senterveileder.objects.get(senter=senter)
    assert (rad.bruker_id, rad.fra) == (veileder.bruker_id, date(2026, 1, 1))
    igjen = klient.post(f"{adresse}veiledere/ny/", {"bruker": str(veileder.bruker_id), "fra": "01.01.2026"})
    assert igjen.status_code == 422 and "alt ved senteret" in igjen.content.decode()
    slutt = f"{adresse}veiledere/{rad.pk}/slutt/"
    assert "slutter ved senteret" in klient.get(slutt).content.decode()
    assert klient.post(slutt, {"til": "31.12.2025"}).status_code == 422
    klient.post(slutt, {"til": "02.01.2026"})
    with kontekst(motor_kontekst()):
        rad.refresh_from_db()
    assert rad.til == date(2026, 1, 2)
    assert klient.get(f"{adresse}veiledere/999999/slutt/").status_code == 404


def test_bare_de_som_veileder_kan_legges_til() -> None:
    senter, leder = lag_senter(TRONDHEIM), lag_aktoer(Rolle.LEDER)
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="karriereveileder eller saksbehandler"):
        actions.legg_til_veileder(senter=senter, bruker_id=leder.bruker_id, fra=I_DAG, av=av)


def test_en_uke_med_annen_kapasitet() -> None:
    senter, klient = lag_senter(TRONDHEIM), _inn()
    mandag = I_DAG + timedelta(days=8 - I_DAG.isoweekday())
    adresse = f"{SENTRE}{senter.noekkel}/"
    tirsdag = (mandag + timedelta(days=1)).strftime("%d.%m.%Y")
    feil = klient.post(f"{adresse}uker/ny/", {"mandag": tirsdag, "samtaler": "3"})
    assert feil.status_code == 422 and "Skriv en mandag" in feil.content.decode()
    for antall in ("3", "4"):  # the last counts
        klient.post(f"{adresse}uker/ny/", {"mandag": mandag.strftime("%d.%m.%Y"), "samtaler": antall})
    with kontekst(motor_kontekst()):
        uke = Senteruke.objects.get()
    assert uke.samtaler == 4
    assert "4 samtaler" in klient.get(adresse).content.decode()
    klient.post(f"{adresse}uker/{uke.pk}/bort/")
    with kontekst(motor_kontekst()):
        assert not Senteruke.objects.exists()
    assert klient.post(f"{adresse}uker/{uke.pk}/bort/").status_code == 404
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="fra 0 til 500"):
        actions.sett_uke(senter=senter, mandag=mandag, samtaler=501, av=av)


def test_veilederen_leser_sentrene_og_styrer_dem_ikke() -> None:
    senter = lag_senter(TRONDHEIM)
    veileder = lag_veileder(senter)
    klient = _inn(Rolle.KARRIEREVEILEDER)
    assert "Nytt karrieresenter" not in klient.get(SENTRE).content.decode()
    assert klient.get(f"{SENTRE}nytt/").status_code == 403
    with som(veileder), pytest.raises(IkkeTilgang):
        actions.legg_til_veileder(senter=senter, bruker_id=veileder.bruker_id, fra=I_DAG, av=veileder)
    assert klient.get(f"{SENTRE}{uuid4()}/").status_code == 404


def test_faa_spoerringer() -> None:
    senter = lag_senter(TRONDHEIM)
    lag_veileder(senter)
    assert antall_spoerringer(_inn(), SENTRE) <= 10
    assert antall_spoerringer(_inn(), f"{SENTRE}{senter.noekkel}/") <= 10
