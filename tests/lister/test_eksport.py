"""Exports: all filtered rows, real types, harmless, logged before a byte leaves, never a protected person."""

from __future__ import annotations

import hashlib
import re
import uuid
from datetime import date
from typing import Any
from unittest import mock

import pytest
from django.db import DatabaseError
from django.test import Client

from integrering.lister import actions
from integrering.lister.models import Eksport
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Innsyn
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.lister.hjelp import csv, innhold, ta_ut, xlsx
from tests.tilgang.hjelp import inn
from tests.tilgang.vegghjelp import nektet

pytestmark = pytest.mark.django_db


def _alt(modell: Any) -> list[Any]:
    with kontekst(motor_kontekst()):
        return list(modell.objects.all())


def test_excel_har_alle_rader_ekte_datoer_og_om_uttrekket() -> None:
    for nr in range(60):
        fabrikk.lag_person(etternavn=f"Navn{nr:02d}", foedselsdato=date(1990, 1, 2))
    fabrikk.lag_person(kommune="5006", etternavn="Annen")
    klient = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert "Last ned Excel (61 rader)" in klient.get("/personer/").content.decode()
    svar = ta_ut(klient, sporring="kommune=5001&sorter=-navn")
    assert svar["Content-Disposition"].startswith('attachment; filename="personer-20')
    rader, om = xlsx(innhold(svar))
    assert rader[0] == ["Navn", "DUF-nummer", "Født", "Kommune", "Vedtak", "Fulltid videregående"]
    assert [rad[0] for rad in rader[1:]] == [f"Navn{nr:02d}, Amina" for nr in reversed(range(60))]
    assert rader[1][2] == date(1990, 1, 2)
    assert (om["Filter i bruk"], om["Sortering"]) == ("Kommune: Trondheim", "Navn, synkende")
    assert (om["Antall rader"], om["Hentet av"]) == ("60", "Kari Prøve")
    assert om["Adressebeskyttelse"] == "Skjermede personer er ikke med."
    assert "Vedtak" in om


def test_csv_er_norsk_og_har_om_uttrekket_ved_siden_av() -> None:
    person = fabrikk.lag_person(etternavn="=cmd", fornavn="Åse; «Ø»", foedselsdato=date(1990, 1, 2))
    tekst, om = csv(innhold(ta_ut(inn(fabrikk.lag_bruker()), format="csv")))
    assert tekst.startswith("\ufeffNavn;DUF-nummer;Født;Kommune;"), "BOM og semikolon"
    linjer = tekst.split("\r\n")
    assert linjer[1].startswith(f'"\'=cmd, Åse; «Ø»";{person.duf};02.01.1990;Trondheim;')
    assert linjer[2:] == [""]
    assert "Liste: Personer\r\n" in om
    assert "Virksomhet: Trondheim (Flyktningtjenesten i kommunen)\r\n" in om


def test_hver_person_star_i_innsynsloggen_og_eksporten_i_sin() -> None:
    mine = {fabrikk.lag_person().pk for _ in range(3)}
    fabrikk.lag_person(kommune="5006")
    bruker = fabrikk.lag_bruker()
    data = innhold(ta_ut(inn(bruker), sporring="mangler="))
    (eksport,) = _alt(Eksport)
    innsyn = _alt(Innsyn)
    assert {i.person_id for i in innsyn} == mine
    assert {(i.bruker_id, i.hvor) for i in innsyn} == {(bruker.pk, "eksport-personer")}
    assert (eksport.rader, eksport.personer, eksport.stoerrelse) == (3, 3, len(data))
    assert eksport.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("hva", ["registrer_innsyn_i_mange", "logg_eksport"])
def test_ingenting_forlater_huset_uten_aa_vaere_logget(hva: str) -> None:
    fabrikk.lag_person()
    klient = inn(fabrikk.lag_bruker())
    klient.raise_request_exception = False
    with mock.patch.object(actions, hva, side_effect=DatabaseError("nei")):
        svar = ta_ut(klient)
    assert (svar.status_code, svar.streaming) == (500, False)
    assert (_alt(Eksport), _alt(Innsyn)) == ([], [])


@pytest.mark.parametrize("skjermede", [False, True])
def test_skjermede_er_aldri_med(skjermede: bool) -> None:
    fabrikk.lag_person(etternavn="Aapen")
    fabrikk.lag_person(etternavn="Hemmelig", adressebeskyttelse="strengt_fortrolig")
    klient = inn(fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER, skjermede=skjermede))
    side = klient.get("/personer/").content.decode()
    assert ("Hemmelig" in side) is skjermede
    assert ("Last ned Excel (uten skjermede)" in side) is skjermede
    rader, om = xlsx(innhold(ta_ut(klient)))
    assert [rad[0] for rad in rader[1:]] == ["Aapen, Amina"]
    assert om["Adressebeskyttelse"] == "Skjermede personer er ikke med."
    assert _alt(Eksport)[0].personer == 1


def test_doerene_er_stengt_for_andre_lister_roller_og_adresser() -> None:
    klient, skole = inn(fabrikk.lag_bruker()), inn(fabrikk.lag_bruker(Rolle.SKOLEKONTAKT))
    assert ta_ut(skole).status_code == 403
    assert ta_ut(klient, liste="tull").status_code == 404
    assert ta_ut(klient, sti="/om/").status_code == 404
    assert ta_ut(klient, sti="https://ondt.no/").status_code == 404
    assert ta_ut(klient, format="exe").status_code == 404
    assert ta_ut(klient, noekkel="1").status_code == 404
    assert klient.get("/eksporter/ny/").status_code == 405
    assert klient.get(ta_ut(klient, sporring="mangler=tull")["Location"]).status_code == 422
    assert Client(enforce_csrf_checks=True).post("/eksporter/ny/").status_code == 403
    assert _alt(Eksport) == []


def test_for_mange_rader_for_excel_sies(settings: Any) -> None:
    fabrikk.lag_person()
    fabrikk.lag_person()
    klient = inn(fabrikk.lag_bruker())
    with mock.patch("integrering.lister.eksport.MAKS_RADER_XLSX", 1):
        svar = ta_ut(klient)
        assert svar["Location"] == "/personer/?"
        assert "Excel tar høyst 1 rader" in klient.get("/personer/").content.decode()
        assert csv(innhold(ta_ut(klient, format="csv")))


def test_eksportloggen_kan_ikke_endres() -> None:
    fabrikk.lag_person()
    bruker = fabrikk.lag_bruker(Rolle.FYLKE_SAKSBEHANDLER)
    innhold(ta_ut(inn(bruker)))
    for hvem in (fabrikk.aktoer(bruker), None):
        with kontekst(kontekst_for(hvem) if hvem else motor_kontekst()):
            with nektet("permission denied"):
                Eksport.objects.update(rader=0)
            with nektet("permission denied"):
                Eksport.objects.all().delete()


def test_mine_eksporter_er_mine() -> None:
    fabrikk.lag_person()
    min_, kollega = fabrikk.lag_bruker(), fabrikk.lag_bruker()
    innhold(ta_ut(inn(min_)))
    assert "Det du sist har hentet ut" in inn(min_).get("/eksporter/").content.decode()
    tekst = inn(kollega).get("/eksporter/").content.decode()
    assert "Det du sist har hentet ut" not in tekst
    assert "Du har ingen filer som venter" in tekst


def test_en_ny_noekkel_hver_gang_siden_vises() -> None:
    fabrikk.lag_person()
    klient = inn(fabrikk.lag_bruker())
    noekler = {
        re.findall(r'name="noekkel" value="([^"]+)"', klient.get("/personer/").content.decode())[0]
        for _ in range(2)
    }
    assert len(noekler) == 2
    assert all(uuid.UUID(n) for n in noekler)
