"""Veiledningssaken: alt på én side før samtalen, og det som bestemmes om den."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.nir.models import Karriereveiledning, Kompetanse
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.models import Sak
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, registrer
from tests.karriere.hjelp import (
    I_DAG,
    lag_kartlegging,
    lag_med_rett,
    lag_sak,
    lag_senter,
    lag_veileder,
    lag_veiledet,
    om,
    saksbehandler,
    som,
)
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


def _inn(rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER, nummer: str = "") -> Client:
    return inn(lag_bruker(rolle, nummer))


def _som(aktoer: Any) -> Client:
    return inn(Bruker.objects.get(pk=aktoer.bruker_id))


def _adresse(sak: Sak, under: str = "") -> str:
    return f"/karriere/sak/{sak.noekkel}/{under}"


def _naa(sak: Sak) -> Sak:
    with kontekst(motor_kontekst()):
        return Sak.objects.get(pk=sak.pk)


def test_alt_som_er_kjent_staar_paa_siden() -> None:
    person = lag_med_rett(bosatt=om(-30))
    lag_kartlegging(person, om(-10))
    registrer(Kompetanse, person, registrert=None, kartlagt=om(-10), morsmaal="ara", tolkespraak="ara")
    sak = lag_sak(person)
    side = _inn().get(_adresse(sak)).content.decode()
    for tekst in ("Rett og plikt", "dager igjen", "Kartleggingen", "arabisk", "Ingen dekker kommunen"):
        assert tekst in side
    assert "Kommunen har ikke registrert kompetansekartlegging" not in side


def test_oppslaget_blir_logget_og_andre_kommuner_ser_ingenting() -> None:
    sak = lag_sak()
    assert _inn().get(_adresse(sak)).status_code == 200
    with kontekst(motor_kontekst()):
        assert Innsyn.objects.filter(person_id=sak.person_id, hvor="karriere-sak").count() == 1
    assert _inn(Rolle.KOMMUNE_FLYKTNINGTJENESTE, STEINKJER).get(_adresse(sak)).status_code == 404


def test_sidens_spoerringer_er_faa() -> None:
    # login, role, look-up log; the case, the mapping, the history; and one or two for each section
    assert antall_spoerringer(_inn(), _adresse(lag_sak())) <= 14


def test_veileder_velges_blant_dem_ved_senteret() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    veileder, fremmed = lag_veileder(senter), lag_veileder(annet)
    sak = lag_sak()
    klient = _som(veileder)
    assert "Velg veileder" in klient.get(_adresse(sak, "veileder/")).content.decode()
    klient.post(_adresse(sak, "veileder/"), {"veileder": str(veileder.bruker_id)})
    assert _naa(sak).veileder_id == veileder.bruker_id
    with som(veileder):  # again: no change
        assert actions.tildel(saker=[sak], veileder_id=veileder.bruker_id, av=veileder) == 0
    with som(veileder), pytest.raises(Regelbrudd, match="arbeider ved karrieresenteret"):
        actions.tildel(saker=[sak], veileder_id=fremmed.bruker_id, av=veileder)
    with som(fremmed), pytest.raises(Regelbrudd, match="et annet karrieresenter"):
        actions.tildel(saker=[sak], veileder_id=None, av=fremmed)


def test_vent_flytter_ikke_fristen_og_tas_av() -> None:
    sak, klient = lag_sak(), _inn()
    klient.post(_adresse(sak, "vent/"), {"grunn": "venter_tolk", "til": om(7).strftime("%d.%m.%Y")})
    assert (_naa(sak).paa_vent_til, _naa(sak).frist) == (om(7), sak.frist)
    side = klient.get(_adresse(sak)).content.decode()
    assert "Venter på tolk" in side and "Ta av vent" in side
    klient.post(_adresse(sak, "vent/slutt/"))
    klient.post(_adresse(sak, "vent/slutt/"))  # again: no change
    assert _naa(sak).paa_vent_til is None


@pytest.mark.parametrize(
    ("grunn", "dager", "sier"),
    [("fordi", 7, "hvorfor saken"), ("venter_tolk", -1, "fra i dag"), ("venter_tolk", 400, "om et år")],
)
def test_vent_krever_grunn_og_en_dag(grunn: str, dager: int, sier: str) -> None:
    sak = lag_sak()
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match=sier):
        actions.sett_paa_vent(saker=[sak], grunn=grunn, til=om(dager), av=av)
    assert _naa(sak).paa_vent_til is None


def test_bare_den_med_rett_og_ikke_plikt_kan_takke_nei() -> None:
    plikt, rett = lag_sak(), lag_sak(tillatelse="9e")
    klient = _inn()
    assert klient.get(_adresse(plikt, "nei/")).status_code == 404
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd, match="plikt til karriereveiledning"):
        actions.registrer_nei(sak=plikt, dag=I_DAG, av=av)
    klient.post(_adresse(rett, "nei/"), {"dag": I_DAG.strftime("%d.%m.%Y")})
    assert _naa(rett).takket_nei == I_DAG
    with kontekst(motor_kontekst()):
        assert not Oppgave.objects.filter(
            regel="KARRIERE_FRIST", person=rett.person, lukket__isnull=True
        ).exists()
    assert "Vil ha veiledning likevel" in klient.get(_adresse(rett)).content.decode()
    klient.post(_adresse(rett, "nei/angre/"))
    klient.post(_adresse(rett, "nei/angre/"))  # again: no change
    assert _naa(rett).takket_nei is None
    with kontekst(motor_kontekst()):
        assert list(rett.hendelser.values_list("hva", flat=True)) == ["takket_nei", "angret_nei"]


@pytest.mark.parametrize(("dager", "sier"), [(1, "fremtiden"), (-31, "før bosettingen")])
def test_dagen_maa_vaere_mulig(dager: int, sier: str) -> None:
    sak = lag_sak(bosatt=om(-30))
    svar = _inn().post(_adresse(sak, "gjennomfoert/"), {"dag": om(dager).strftime("%d.%m.%Y")})
    assert svar.status_code == 422 and sier in svar.content.decode()


def test_gjennomfoert_registreres_paa_personen_og_saken_er_ferdig() -> None:
    senter = lag_senter()
    veileder, sak = lag_veileder(senter), lag_sak(bosatt=om(-30))
    klient = _som(veileder)
    svar = klient.post(_adresse(sak, "gjennomfoert/"), {"dag": om(-1).strftime("%d.%m.%Y")}, follow=True)
    assert "registrert som gjennomført" in svar.content.decode()
    assert _naa(sak).gjennomfoert == om(-1)
    with kontekst(motor_kontekst()):
        fakta = Karriereveiledning.objects.gjeldende().get(person=sak.person)
        assert fakta.registrert_av_id == veileder.bruker_id and fakta.virksomhet.type == "fylkeskommune"
    with som(veileder), pytest.raises(Regelbrudd, match="alt gjennomført"):
        actions.registrer_gjennomfoert(sak=sak, dag=I_DAG, av=veileder)


def test_kommunens_egen_registrering_gjoer_saken_ferdig() -> None:
    person = lag_med_rett()
    sak = lag_sak(person)
    lag_veiledet(person, om(-2))
    assert lag_sak(person).gjennomfoert == om(-2)
    assert "Registrer gjennomført" not in _inn().get(_adresse(sak)).content.decode()


def test_bare_saksbehandleren_flytter_saken_til_et_annet_senter() -> None:
    senter, annet = lag_senter(TRONDHEIM), lag_senter(STEINKJER)
    veileder, sak = lag_veileder(senter), lag_sak()
    assert _som(veileder).get(_adresse(sak, "senter/")).status_code == 403
    klient = _inn()
    klient.post(_adresse(sak, "veileder/"), {"veileder": str(veileder.bruker_id)})
    klient.post(_adresse(sak, "senter/"), {"senter": str(annet.pk)})
    assert (_naa(sak).senter_id, _naa(sak).senter_valgt, _naa(sak).veileder_id) == (annet.pk, True, None)
    assert lag_sak(sak.person).senter_id == annet.pk  # stays when the registrations are read anew
    klient.post(_adresse(sak, "senter/"), {"senter": ""})
    assert (_naa(sak).senter_id, _naa(sak).senter_valgt) == (senter.pk, False)


@pytest.mark.parametrize("rolle", [Rolle.LEDER, Rolle.ADMINISTRATOR, Rolle.OPPLAERINGSKOORDINATOR])
def test_andre_i_fylket_leser_og_bestemmer_ingenting(rolle: Rolle) -> None:
    sak, klient = lag_sak(), _inn(rolle)
    side = klient.get(_adresse(sak)).content.decode()
    assert "Registrer gjennomført" not in side
    assert klient.post(_adresse(sak, "vent/slutt/")).status_code == 403
    av = lag_aktoer(rolle)
    with som(av), pytest.raises(IkkeTilgang):
        actions.ta_av_vent(sak=sak, av=av)


def test_en_frist_blir_en_oppgave_hos_fylket() -> None:
    sak = lag_sak(bosatt=om(-100))
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(regel="KARRIERE_FRIST", person=sak.person)
    assert oppgave.frist == sak.frist and oppgave.virksomhet.type == "fylkeskommune"


def test_veilederen_retter_og_annullerer_det_hun_har_registrert_paa_personen() -> None:
    person = lag_med_rett()
    registrert = lag_veiledet(person, om(-3))
    klient = inn(lag_bruker(Rolle.KARRIEREVEILEDER))
    sti = f"/personer/{person.noekkel}/karriereveiledning"
    assert klient.get(f"{sti}/ny/").status_code == 200
    rett = f"{sti}/{registrert.registrering_id}/rett/"
    assert klient.get(rett).status_code == 200
    felt = {"gjennomfoert": om(-2).strftime("%d.%m.%Y"), "aarsak": "Feil dag", "versjon": registrert.pk}
    assert klient.post(rett, felt | {"steg": "lagre"}).status_code == 302
    with kontekst(motor_kontekst()):
        naa = Karriereveiledning.objects.gjeldende().get(person=person)
    assert naa.gjennomfoert == om(-2)
    svar = klient.post(
        f"{sti}/{registrert.registrering_id}/annuller/", {"aarsak": "Feil person", "versjon": naa.pk}
    )
    assert svar.status_code == 302
    assert klient.get(f"/personer/{person.noekkel}/integreringsplan/ny/").status_code == 403
