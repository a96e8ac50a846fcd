"""The page of the matrix: who stands where, filters, counts, links, and an earlier day."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from integrering.matrise.roller import SER_PERSONER, roller_som_ser
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Registreringsstatus
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.statuslenker import kan_vises
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.fabrikk import (
    STEINKJER,
    TRONDHEIM,
    klokken,
    lag_aktoer,
    lag_bosted,
    lag_bruker,
    lag_person,
    lag_vedtak,
)
from tests.lister.hjelp import csv, innhold, ta_ut, xlsx
from tests.matrise.hjelp import REGISTRERT, deltaker
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
SIDE = "/registreringsmatrise/"


@pytest.fixture
def kommune() -> Client:
    """Someone at Trondheim's refugee service."""
    return inn(lag_bruker(nummer=TRONDHEIM))


@pytest.fixture
def fylke() -> Client:
    """A case worker of the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _navn(svar: Any) -> list[str]:
    assert svar.status_code == 200, svar.content.decode()[:3000]
    return [rad.person.etternavn for rad in svar.context["liste"].objekter]


def _hode(svar: Any, hva: str) -> tuple[int | None, int | None]:
    return next((h.mangler, h.delvis) for h in svar.context["liste"].hoder if h.hva == hva)


def test_kommunen_ser_egne_personer_og_alle_punktene(kommune: Client) -> None:
    deltaker(etternavn="Aas")
    deltaker(etternavn="Bakke", vedtak=True)
    deltaker(etternavn="Annen", kommune=STEINKJER)
    deltaker(etternavn="Skjermet", adressebeskyttelse="fortrolig")
    svar = kommune.get(SIDE)
    # «Aa» is å
    assert _navn(svar) == ["Bakke", "Aas"]
    side = svar.context["liste"]
    assert [r.celler.count("<td") for r in side.matriserader] == [20, 20]
    assert [antall for _navn_, antall in side.deler] == [12, 7, 1]
    assert _hode(svar, "vedtak_norsk") == (1, 0)
    assert side.antall == 2


def test_ruten_leder_til_skjemaet_for_den_som_kan_registrere(kommune: Client, fylke: Client) -> None:
    person = deltaker()
    skjema = f"/personer/{person.noekkel}/vedtak/ny/"
    assert skjema in kommune.get(SIDE).content.decode()
    raadgiver = inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER)).get(SIDE).content.decode()
    assert skjema not in raadgiver
    assert re.search(rf"/personer/{person.noekkel}/\?liste=[^\"]+#kort-vedtak", raadgiver)


def test_fra_ruten_til_den_neste_som_mangler_det_samme(kommune: Client) -> None:
    """The form is opened from the list, so «lagre og gå til neste» goes through the list's order."""
    foerste, _andre = deltaker(etternavn="Bakke"), deltaker(etternavn="Dal")
    side = kommune.get(f"{SIDE}?punkt=vedtak_norsk").content.decode()
    treff = re.search(rf"/personer/{foerste.noekkel}/vedtak/ny/\?liste=[^\"]+", side)
    assert treff
    dag = f"{timezone.localdate():%d.%m.%Y}"
    svar = kommune.post(html.unescape(treff[0]), {"vedtaksdato": dag, "startdato": dag, "steg": "kontroller"})
    assert "Dal" in svar.content.decode()


def test_ruten_sier_det_med_ord_og_frist(kommune: Client) -> None:
    deltaker()
    tekst = kommune.get(SIDE).content.decode()
    assert re.search(
        r">Mangler</span><span class=\"ds-sr-only\">: Vedtak om norskopplæring, frist \d\d\.", tekst
    )
    assert re.search(r">Gjelder ikke</span>", tekst)


def test_tallet_i_kolonnen_leder_til_dem_som_mangler_den(kommune: Client) -> None:
    deltaker(etternavn="Uten")
    deltaker(etternavn="Med", vedtak=True)
    adresse = next(h.mangler_url for h in kommune.get(SIDE).context["liste"].hoder if h.hva == "vedtak_norsk")
    svar = kommune.get(SIDE + adresse)
    assert _navn(svar) == ["Uten"]
    assert _hode(svar, "vedtak_norsk") == (1, 0)
    assert _navn(kommune.get(f"{SIDE}?punkt=vedtak_norsk&tilstand=registrert")) == ["Med"]
    assert _navn(kommune.get(f"{SIDE}?punkt=vedtak_norsk&tilstand=delvis")) == []


def test_filter_paa_regelverk_kommune_mangler_og_frist(fylke: Client) -> None:
    deltaker(etternavn="Rett")
    deltaker(etternavn="Ukraina", tillatelse="9e", kommune=STEINKJER)
    deltaker(etternavn="Ukjent", tillatelse_dato=date(2020, 6, 1))
    assert _navn(fylke.get(f"{SIDE}?kolonne=integreringsloven")) == ["Rett"]
    assert _navn(fylke.get(f"{SIDE}?kommune={STEINKJER}")) == ["Ukraina"]
    assert _navn(fylke.get(f"{SIDE}?kolonne=ukjent")) == ["Ukjent"]
    assert "Rett" in _navn(fylke.get(f"{SIDE}?mangler=ja"))
    assert "Rett" in _navn(fylke.get(f"{SIDE}?frist_foer=31.12.2030"))
    assert _navn(fylke.get(f"{SIDE}?frist_foer=01.01.2000")) == []
    assert _navn(fylke.get(f"{SIDE}?punkt=vedtak_norsk&frist_foer=01.01.2000")) == []
    assert "Rett" in _navn(fylke.get(f"{SIDE}?punkt=vedtak_norsk&frist_foer=31.12.2030"))
    assert _navn(fylke.get(f"{SIDE}?punkt=klage&frist_foer=31.12.2030")) == []


def test_filter_paa_ansvarlig_viser_bare_tjenestens_kolonner(fylke: Client) -> None:
    deltaker(etternavn="Uten")
    deltaker(etternavn="Med", vedtak=True)
    svar = fylke.get(f"{SIDE}?ansvarlig=voksenopplaeringen&mangler=ja")
    assert [h.hva for h in svar.context["liste"].hoder] == [
        "vedtak_norsk", "oppstart_norsk", "norskplan", "timer_norsk", "timer_samf",
    ]  # fmt: skip
    assert "Uten" in _navn(svar)
    assert _navn(fylke.get(f"{SIDE}?ansvarlig=nav&mangler=ja")) == []
    assert "Uten" in _navn(fylke.get(f"{SIDE}?ansvarlig=voksenopplaeringen&frist_foer=31.12.2030"))


def test_status_uten_registrering_og_dato_i_framtiden_avvises(kommune: Client) -> None:
    for sporring, feil in (
        ("tilstand=delvis", "Velg hvilken registrering"),
        ("per=01.01.2090", "etter i dag"),
        ("per=01.01.2024&mangler=ja", "bare velges sammen med"),
    ):
        svar = kommune.get(f"{SIDE}?{sporring}")
        assert (svar.status_code, feil in svar.content.decode()) == (422, True), sporring


def test_slik_det_var_en_dag(kommune: Client) -> None:
    """The decision of May 2024 is not there at the end of February; who moved in later, is not either."""
    person = deltaker(etternavn="Foer")
    lag_vedtak(person, startdato=date(2024, 5, 2), registrert=klokken(2024, 5, 3))
    senere = lag_person(
        etternavn="Senere", kommune=STEINKJER, bosatt_til=date(2024, 3, 31), registrert=REGISTRERT
    )
    lag_bosted(senere, kommune=TRONDHEIM, fra=date(2024, 4, 1), registrert=klokken(2024, 4, 2))
    regn_ut_status([person.pk, senere.pk])

    def staar(sporring: str) -> dict[str, str]:
        svar = kommune.get(f"{SIDE}{sporring}")
        assert svar.status_code == 200
        return {
            rad.person.etternavn: rad.celler["vedtak_norsk"]["t"] for rad in svar.context["liste"].objekter
        }

    assert staar("?per=2024-02-28") == {"Foer": "mangler"}
    assert staar("?per=2024-05-02") == {"Foer": "mangler", "Senere": "mangler"}
    assert staar("?per=2024-05-03") == {"Foer": "registrert", "Senere": "mangler"}
    assert staar("")["Foer"] == "registrert"


def test_eksporten_har_alle_rader_ogsaa_per_dato(kommune: Client) -> None:
    person = deltaker(etternavn="Aas")
    lag_vedtak(person, startdato=date(2024, 5, 2), registrert=klokken(2024, 5, 3))
    regn_ut_status([person.pk])
    rader, om = xlsx(innhold(ta_ut(kommune, SIDE, liste="registreringsmatrise")))
    vedtak = rader[0].index("Vedtak om norskopplæring")
    assert (rader[0][0], rader[1][0], rader[1][vedtak]) == ("Navn", "Aas, Amina", "Registrert")
    assert om["Adressebeskyttelse"] == "Skjermede personer er ikke med."
    tekst, om_ = csv(
        innhold(ta_ut(kommune, SIDE, "per=2024-02-28", liste="registreringsmatrise", format="csv"))
    )
    assert "Mangler" in tekst.split("\r\n")[1].split(";")[vedtak]
    assert "28.02.2024" in om_


def test_det_som_ikke_er_regnet_ut_sies(kommune: Client) -> None:
    """A row from before an item came: it is told, not guessed."""
    person = deltaker()
    with kontekst(motor_kontekst()):
        rad = Registreringsstatus.objects.get(person=person)
        Registreringsstatus.objects.filter(pk=rad.pk).update(celler={"klage": rad.celler["klage"]})
    assert "Ikke regnet ut" in kommune.get(SIDE).content.decode()


def test_voksenopplaeringen_ser_ikke_klage_familie_og_permisjon(kommune: Client) -> None:
    deltaker()
    svar = inn(lag_bruker(Rolle.KOMMUNE_VOKSENOPPLAERING, TRONDHEIM)).get(SIDE)
    hoder = {h.hva.value for h in svar.context["liste"].hoder}
    assert len(hoder) == 17
    assert hoder.isdisjoint({"klage", "foreldreveiledning", "permisjon"})
    for hva in Registrering:
        for rolle in SER_PERSONER:
            av = lag_aktoer(rolle)
            assert (rolle in roller_som_ser(hva)) is kan_vises(av, hva), (rolle, hva)


def test_tom_liste(kommune: Client) -> None:
    assert "Ingen personer er registrert." in kommune.get(SIDE).content.decode()
