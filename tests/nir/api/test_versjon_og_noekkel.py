"""The same request twice has one effect; whoever changes has seen what is changed."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from integrering.nir import actions
from integrering.nir.models import Vedtak
from integrering.tilgang.api.actions import SVAR_BEVARES, rydd_apisvar
from integrering.tilgang.api.models import Apisvar
from tests import fabrikk
from tests.fabrikk import STEINKJER
from tests.nir.api.hjelp import Fagsystem, en_dag, felt_i, lag_token, vedtak
from tests.nir.verktoey import alle, bosatt_i_aar


@pytest.mark.django_db
def test_samme_noekkel_og_innhold_gir_samme_svar_og_en_virkning(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    svar = [trondheim.send(vedtak(person), en_dag(), noekkel="a1") for _ in range(3)]
    assert [s.status_code for s in svar] == [201] * 3
    assert {(s.content, s.headers["ETag"], s.headers["Location"]) for s in svar} == {
        (svar[0].content, svar[0].headers["ETag"], svar[0].headers["Location"])
    }
    assert [s.headers.get("Idempotent-Replayed") for s in svar] == [None, "true", "true"]
    assert len(alle(Vedtak)) == 1


@pytest.mark.django_db
def test_samme_noekkel_med_annet_innhold_avvises(trondheim: Fagsystem) -> None:
    person, annen = bosatt_i_aar(), bosatt_i_aar()
    trondheim.send(vedtak(person), en_dag(), noekkel="a1")
    for sti, innhold in ((vedtak(person), en_dag(5)), (vedtak(annen), en_dag())):
        svar = trondheim.send(sti, innhold, noekkel="a1")
        assert (svar.status_code, svar.json()["type"]) == (422, "urn:integrering:noekkel_brukt")
    assert len(alle(Vedtak)) == 1


@pytest.mark.django_db
def test_et_nei_huskes_ogsaa_og_har_ingen_virkning(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    svar = [trondheim.send(vedtak(person), {"verdier": {}}, noekkel="a1") for _ in range(2)]
    assert [s.status_code for s in svar] == [422, 422]
    assert svar[0].content == svar[1].content
    assert trondheim.send(vedtak(person), en_dag(), noekkel="a2").status_code == 201


@pytest.mark.django_db
def test_to_fagsystemer_kan_bruke_samme_noekkel(trondheim: Fagsystem) -> None:
    steinkjer = Fagsystem(lag_token(STEINKJER))
    deres = fabrikk.lag_person(kommune=STEINKJER)
    svar = [
        trondheim.send(vedtak(bosatt_i_aar()), en_dag(), noekkel="1"),
        steinkjer.send(vedtak(deres), en_dag(), noekkel="1"),
    ]
    assert [s.status_code for s in svar] == [201, 201]


@pytest.mark.django_db
@pytest.mark.parametrize("noekkel", ["med mellomrom", "x" * 101, "ø"])
def test_uten_noekkel_gjoeres_ingenting(trondheim: Fagsystem, noekkel: str) -> None:
    svar = trondheim.send(vedtak(bosatt_i_aar()), en_dag(), noekkel=noekkel)
    assert (svar.status_code, svar.json()["type"]) == (400, "urn:integrering:uten_noekkel")
    assert alle(Vedtak) == []


@pytest.mark.django_db
def test_gamle_svar_slettes(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    trondheim.send(vedtak(person), en_dag(), noekkel="a1")
    assert rydd_apisvar() == 0
    with time_machine.travel(timezone.now() + SVAR_BEVARES + timedelta(hours=1)):
        assert rydd_apisvar() == 1
    assert alle(Apisvar) == []


@pytest.mark.django_db
def test_en_endring_uten_versjon_avvises(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    sti = vedtak(person) + trondheim.send(vedtak(person), en_dag()).json()["registrering"] + "/"
    for svar in (
        trondheim.rett(sti, en_dag(5) | {"aarsak": "Feil"}),
        trondheim.send(f"{sti}annullering/", {"aarsak": "Feil"}),
    ):
        assert (svar.status_code, svar.json()["type"]) == (428, "urn:integrering:uten_versjon")


@pytest.mark.django_db
@pytest.mark.parametrize("versjon", [0, "tull", '1", "2', "9" * 30])
def test_en_utdatert_versjon_avvises_med_slik_den_er_naa(trondheim: Fagsystem, versjon: Any) -> None:
    person = bosatt_i_aar()
    naa = trondheim.send(vedtak(person), en_dag()).json()
    sti = f"{vedtak(person)}{naa['registrering']}/"
    svar = trondheim.rett(sti, en_dag(5) | {"aarsak": "Feil"}, versjon=versjon)
    assert (svar.status_code, svar.json()["naa"]) == (412, naa)
    assert svar.headers["ETag"] == f'"{naa["versjon"]}"'


@pytest.mark.django_db
def test_en_annullert_registrering_kan_ikke_rettes(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    naa = trondheim.send(vedtak(person), en_dag()).json()
    sti = f"{vedtak(person)}{naa['registrering']}/"
    slutt = trondheim.send(f"{sti}annullering/", {"aarsak": "Feil"}, versjon=naa["versjon"]).json()
    svar = trondheim.rett(sti, en_dag(5) | {"aarsak": "Feil"}, versjon=slutt["versjon"])
    assert (svar.status_code, svar.json()["naa"]["annullert"]) == (412, True)


@pytest.mark.django_db
def test_en_retting_uten_grunn_eller_endring_avvises(trondheim: Fagsystem) -> None:
    person = bosatt_i_aar()
    naa = trondheim.send(vedtak(person), en_dag()).json()
    sti = f"{vedtak(person)}{naa['registrering']}/"
    assert "aarsak" in felt_i(trondheim.rett(sti, en_dag(5), versjon=naa["versjon"]))
    lik = trondheim.rett(sti, en_dag() | {"aarsak": "Feil"}, versjon=naa["versjon"])
    assert "Ingenting er endret" in felt_i(lik)[""]
    ukjent = sti.replace(naa["registrering"], str(person.noekkel))
    assert trondheim.rett(ukjent, en_dag(), versjon=1).status_code == 404


def _samtidig(*arbeid: Any) -> list[Any]:
    """Do all at once, each with a connection of its own."""
    svar: list[Any] = [None] * len(arbeid)
    klare = threading.Barrier(len(arbeid))

    def en(nr: int) -> None:
        try:
            klare.wait()
            svar[nr] = arbeid[nr]()
        finally:
            connections.close_all()

    traader = [threading.Thread(target=en, args=(nr,)) for nr in range(len(arbeid))]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    return svar


def test_to_like_samtidig_har_en_virkning(egen_database: str) -> None:
    token, person = lag_token(), bosatt_i_aar()
    svar = _samtidig(
        *[lambda: Fagsystem(token).send(vedtak(person), en_dag(), noekkel="samme") for _ in range(4)]
    )
    assert [s.status_code for s in svar] == [201] * 4
    assert len({s.content for s in svar}) == 1
    assert sorted(bool(s.headers.get("Idempotent-Replayed")) for s in svar) == [False, True, True, True]
    assert len(alle(Vedtak)) == 1


def test_to_rettelser_samtidig_blir_en_og_en_konflikt(egen_database: str) -> None:
    token, person = lag_token(), bosatt_i_aar()
    naa = Fagsystem(token).send(vedtak(person), en_dag()).json()
    sti = f"{vedtak(person)}{naa['registrering']}/"
    svar = _samtidig(
        *[
            lambda d=d: Fagsystem(token).rett(sti, en_dag(d) | {"aarsak": "Feil"}, versjon=naa["versjon"])
            for d in (5, 6)
        ]
    )
    assert sorted(s.status_code for s in svar) == [200, 412]


def test_den_andre_venter_ikke_for_lenge_paa_den_foerste(
    egen_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token, person = lag_token(), bosatt_i_aar()
    i_gang, slipp, registrer = threading.Event(), threading.Event(), actions.registrer

    def sakte(**hva: Any) -> Any:
        i_gang.set()
        slipp.wait(20)
        return registrer(**hva)

    monkeypatch.setattr(actions, "registrer", sakte)
    monkeypatch.setattr("integrering.tilgang.api.idempotens._VENT", "50ms")

    def foerste() -> Any:
        return Fagsystem(token).send(vedtak(person), en_dag(), noekkel="samme")

    def andre() -> Any:
        i_gang.wait(20)
        svar = Fagsystem(token).send(vedtak(person), en_dag(), noekkel="samme")
        slipp.set()
        return svar

    ferdig, venter = _samtidig(foerste, andre)
    assert (ferdig.status_code, venter.status_code) == (201, 409)
    assert venter.json()["type"] == "urn:integrering:under_arbeid"
    assert venter.headers["Retry-After"] == "1"
    assert len(alle(Vedtak)) == 1
