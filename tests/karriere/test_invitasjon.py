"""Invitasjonen: i klart språk på fem språk, med rett eller plikt, når, hvor og tolk."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest
from django.test import Client

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.invitasjon import MED_PDF, Invitasjon, invitasjon, spraak_for, tekstene
from karriere.models import Sak, Samtale
from karriere.tekster import INVITASJONSSPRAAK
from tests.fabrikk import STEINKJER, lag_aktoer, lag_bruker
from tests.karriere.hjelp import (
    lag_med_rett,
    lag_sak,
    lag_samtale,
    lag_senter,
    lag_veileder,
    om,
    saksbehandler,
    som,
)
from tests.rapporter.hjelp import pdf_tekst
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
NAAR = datetime.combine(om(7), time(10), tzinfo=OSLO)


def _verden(tillatelse: str = "9a", **felt: Any) -> tuple[Samtale, Sak]:
    senter = lag_senter()
    sak = lag_sak(lag_med_rett(tillatelse=tillatelse))
    return lag_samtale(sak, senter, lag_veileder(senter), NAAR, **felt), sak


def _sti(samtale: Samtale, sak: Sak, resten: str = "") -> str:
    return f"/karriere/samtaler/{samtale.noekkel}/invitasjon/{sak.noekkel}/{resten}"


def _invitasjonen(samtale: Samtale, sak: Sak, spraak: str) -> Invitasjon:
    with som(saksbehandler()):
        return invitasjon(samtale, sak, spraak)


def _veileder() -> Client:
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def test_alle_spraak_har_de_samme_delene_og_sier_om_de_er_kvalitetssikret() -> None:
    deler = set(tekstene()["nb"])
    assert list(tekstene()) == ["nb", "nn", "en", "uk", "ar"] == list(INVITASJONSSPRAAK)
    for kode, tekst in tekstene().items():
        assert set(tekst) == deler, kode
        assert "{navn}" in tekst["innledning"]
        assert tekst["status"] == ("ubekreftet" if kode in ("uk", "ar") else "egen")
    assert tekstene()["ar"]["retning"] == "rtl"


@pytest.mark.parametrize(("tolkespraak", "spraak"), [("ukr", "uk"), ("ara", "ar"), ("som", "nn"), ("", "nn")])
def test_spraaket_begynner_med_personens(tolkespraak: str, spraak: str) -> None:
    assert spraak_for(Sak(tolkespraak=tolkespraak), "nn") == spraak


@pytest.mark.parametrize("spraak", ["nb", "nn", "en", "uk", "ar"])
def test_hva_som_staar(spraak: str) -> None:
    samtale, sak = _verden(tolk="kvalifisert", tolkespraak="ukr", tolkeform="fjern")
    i, t = _invitasjonen(samtale, sak, spraak), tekstene()[spraak]
    assert sak.person.navn in i.innledning
    assert i.punkter[0][1] == f"{NAAR:%d.%m.%Y} 10:00–11:30" and i.punkter[1] == (t["hvor"], "Rom 2")
    assert {t["tolk"], t["plikt"], t["ta_med"]} <= set(i.avsnitt)
    assert not {t["rett"], t["gruppe"], t["trepart"]} & set(i.avsnitt)


def test_kollektiv_beskyttelse_er_en_rett_og_ikke_en_plikt() -> None:
    samtale, sak = _verden("9e", slag="trepart", form="video", videolenke="https://video.no/a")
    i = _invitasjonen(samtale, sak, "nb")
    assert "Samtalen er en rett, ikke en plikt. Du kan si nei." in i.avsnitt
    assert not any("plikt til" in avsnitt for avsnitt in i.avsnitt)
    assert "En fra kommunen er med i samtalen." in i.avsnitt and "Det kommer tolk" not in " ".join(i.avsnitt)
    assert i.punkter[1] == ("Video", "https://video.no/a")


def test_siden_og_papiret() -> None:
    samtale, sak = _verden()
    klient = _veileder()
    side = klient.get(_sti(samtale, sak)).content.decode()
    assert "Invitasjon til karriereveiledning" in side and "ikke kvalitetssikret" not in side
    side = klient.get(_sti(samtale, sak) + "?spraak=ar").content.decode()
    assert 'dir="rtl"' in side and "ikke kvalitetssikret" in side and "Dette språket har ikke PDF" in side
    assert klient.get(_sti(samtale, sak, "pdf/") + "?spraak=ar").status_code == 404
    for spraak in MED_PDF:
        svar = klient.get(_sti(samtale, sak, "pdf/") + f"?spraak={spraak}")
        assert tekstene()[spraak]["tittel"].split()[0] in pdf_tekst(svar.content), spraak
    assert klient.get(_sti(samtale, sak) + "?spraak=xx").status_code == 200


def test_en_oversettelse_ingen_har_lest_gis_sammen_med_den_norske() -> None:
    samtale, sak = _verden()
    klient = _veileder()
    norsk = tekstene()["nb"]["tittel"]
    side = klient.get(_sti(samtale, sak) + "?spraak=ar").content.decode()
    assert side.index(tekstene()["ar"]["tittel"]) < side.index(norsk)
    assert '<article class="ark stabel" lang="nb" dir="ltr">' in side
    assert klient.get(_sti(samtale, sak) + "?spraak=en").content.decode().count("<article") == 1
    # on paper it is the participant's: the system around it is left out
    assert "css/invitasjon.css" in side


def test_et_tegn_som_ikke_kan_trykkes(monkeypatch: pytest.MonkeyPatch) -> None:
    def nekt(*_args: object) -> bytes:
        raise Regelbrudd("Tegnet kan ikke trykkes.")

    monkeypatch.setattr("karriere.invitasjon.dokument", nekt)
    samtale, sak = _verden()
    side = _veileder().get(_sti(samtale, sak, "pdf/"), follow=True).content.decode()
    assert "Tegnet kan ikke trykkes" in side


def test_det_noteres_at_den_er_gitt_og_paa_hvilket_spraak() -> None:
    samtale, sak = _verden()
    side = _veileder().post(_sti(samtale, sak) + "?spraak=uk", follow=True).content.decode()
    assert "notert på saken" in side and "Invitert" in side and "ukrainsk" in side
    with kontekst(motor_kontekst()):
        assert sak.hendelser.get(hva="invitert").verdier == {"spraak": "uk"}


def test_kommunen_skriver_den_ut_og_andre_ser_den_ikke() -> None:
    samtale, sak = _verden()
    kommunen = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE))
    assert kommunen.get(_sti(samtale, sak)).status_code == 200
    andre = inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer=STEINKJER))
    assert andre.get(_sti(samtale, sak)).status_code == 404
    with som(lag_aktoer(Rolle.LEDER)) as av, pytest.raises(IkkeTilgang):
        actions.merk_invitert(sak=sak, spraak="nb", av=av)


def test_uten_plass_er_det_ingen_invitasjon() -> None:
    samtale, sak = _verden()
    annen = lag_sak(lag_med_rett())
    klient = _veileder()
    assert klient.get(_sti(samtale, annen)).status_code == 404
    with som(saksbehandler()) as av:
        actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
    assert klient.get(_sti(samtale, sak)).status_code == 404
