"""Min uke: samtalene dag for dag, mine eller en kollegas."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from icalendar import Calendar

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.models import Samtale, Senter
from karriere.rules.uke import mandagen, som_tekst
from tests.fabrikk import lag_bruker
from tests.karriere.hjelp import I_DAG, lag_sak, lag_samtale, lag_senter, lag_veileder, samtaledata, som
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
UKE = "/karriere/uke/"
# A Monday that is to come.
MANDAG = mandagen("", I_DAG) + timedelta(days=14)


def _klient(av: Aktoer) -> Client:
    return inn(Bruker.objects.get(pk=av.bruker_id))


def _tid(dag: date, klokke: int = 10) -> datetime:
    return datetime.combine(dag, time(klokke), tzinfo=OSLO)


@pytest.mark.parametrize(
    ("uke", "mandag"),
    [
        ("2026-48", date(2026, 11, 23)),
        ("2027-01", date(2027, 1, 4)),
        ("2026-53", date(2026, 12, 28)),
        ("2027-53", date(2026, 11, 23)),  # there is none: this week
        ("tull", date(2026, 11, 23)),
        ("", date(2026, 11, 23)),
    ],
)
def test_uken_leses_av_adressen(uke: str, mandag: date) -> None:
    assert mandagen(uke, date(2026, 11, 25)) == mandag


def test_uken_i_adressen_er_den_som_leses() -> None:
    assert som_tekst(date(2027, 1, 3)) == "2026-53"
    assert mandagen(som_tekst(I_DAG), I_DAG) == mandagen("", I_DAG)


def test_min_uke_og_kollegaens() -> None:
    senter = lag_senter()
    meg, kollega, sak = lag_veileder(senter), lag_veileder(senter), lag_sak()
    lag_samtale(sak, senter, meg, _tid(MANDAG), tolk="kvalifisert", tolkespraak="ukr", tolkeform="fjern")
    uke = som_tekst(MANDAG)
    side = _klient(meg).get(f"{UKE}?uke={uke}").content.decode()
    assert "10.00–11.30" in side and sak.person.navn in side and "ukrainsk" in side
    assert "Ingen samtaler." in side  # the other days
    tom = _klient(kollega).get(f"{UKE}?uke={uke}").content.decode()
    assert "Ingen samtaler denne uken" in tom and sak.person.navn not in tom
    min_kollegas = _klient(kollega).get(f"{UKE}?uke={uke}&veileder={meg.bruker_id}").content.decode()
    assert sak.person.navn in min_kollegas
    ukjent = _klient(kollega).get(f"{UKE}?uke={uke}&veileder=tull").content.decode()
    assert "Ingen samtaler denne uken" in ukjent


def test_flyttet_bort_staar_bare_der_den_ble_flyttet_til() -> None:
    senter = lag_senter()
    meg, sak = lag_veileder(senter), lag_sak()
    samtale = lag_samtale(sak, senter, meg, _tid(MANDAG))
    uke, neste = som_tekst(MANDAG), som_tekst(MANDAG + timedelta(days=7))
    with som(meg) as av:
        til = _tid(MANDAG + timedelta(days=8))
        actions.flytt_samtale(
            samtale=samtale, start=til, slutt=til + timedelta(hours=1), innsending=samtale.noekkel, av=av
        )
    klient = _klient(meg)
    assert sak.person.navn not in klient.get(f"{UKE}?uke={uke}").content.decode()
    assert sak.person.navn in klient.get(f"{UKE}?uke={neste}").content.decode()


def test_avlyst_staar_som_avlyst() -> None:
    senter = lag_senter()
    meg, sak = lag_veileder(senter), lag_sak()
    samtale = lag_samtale(sak, senter, meg, _tid(MANDAG))
    with som(meg) as av:
        actions.avlys_samtale(samtale=samtale, tolk_avlyste=False, av=av)
    assert "Avlyst" in _klient(meg).get(f"{UKE}?uke={som_tekst(MANDAG)}").content.decode()


def _gruppe(senter: Senter, meg: Aktoer) -> Samtale:
    with som(meg) as av:
        data = samtaledata(senter, meg, _tid(MANDAG), slag="gruppe", plasser=4)
        return actions.ny_samtale(data=data, saker=[], innsending=uuid4(), av=av)


def _flytt_en_dag(samtale: Samtale, meg: Aktoer) -> Samtale:
    with som(meg) as av:
        til = _tid(MANDAG + timedelta(days=1))
        return actions.flytt_samtale(
            samtale=samtale, start=til, slutt=til + timedelta(hours=2), innsending=uuid4(), av=av
        )


def test_en_tom_gruppe_som_ble_flyttet_er_ikke_avlyst() -> None:
    senter = lag_senter()
    meg = lag_veileder(senter)
    ny = _flytt_en_dag(gammel := _gruppe(senter, meg), meg)
    klient = _klient(meg)
    uken = klient.get(f"{UKE}?uke={som_tekst(MANDAG)}").content.decode()
    assert str(ny.noekkel) in uken and str(gammel.noekkel) not in uken and "Avlyst" not in uken
    gruppene = klient.get("/karriere/grupper/").content.decode()
    assert "Flyttet" in gruppene and "Avlyst" not in gruppene


def test_kalenderen_faar_vite_at_tiden_er_flyttet() -> None:
    senter = lag_senter()
    meg = lag_veileder(senter)
    ny = _flytt_en_dag(gammel := _gruppe(senter, meg), meg)
    ics = _klient(meg).get(f"{UKE}uke.ics?uke={som_tekst(MANDAG)}").content.decode()
    hendelser = {str(h["uid"]): str(h["status"]) for h in Calendar.from_ical(ics).walk("VEVENT")}
    assert hendelser == {
        f"{gammel.noekkel}@integrering": "CANCELLED",
        f"{ny.noekkel}@integrering": "CONFIRMED",
    }


def test_uken_i_kalenderen_sier_ingenting_om_noen() -> None:
    senter = lag_senter()
    meg, sak = lag_veileder(senter), lag_sak()
    lag_samtale(sak, senter, meg, _tid(MANDAG))
    ics = _klient(meg).get(f"{UKE}uke.ics?uke={som_tekst(MANDAG)}").content.decode()
    assert ics.count("BEGIN:VEVENT") == 1 and sak.person.etternavn not in ics and senter.navn in ics


def test_uken_gjoer_like_mange_spoerringer_med_mange_samtaler() -> None:
    senter = lag_senter()
    meg = lag_veileder(senter)
    klient, uke = _klient(meg), som_tekst(MANDAG)
    for nr in range(3):
        lag_samtale(lag_sak(), senter, meg, _tid(MANDAG + timedelta(days=nr)))
    with som(meg):
        assert Samtale.objects.count() == 3
    assert antall_spoerringer(klient, f"{UKE}?uke={uke}") <= 10


def test_andre_har_ingen_uke() -> None:
    assert inn(lag_bruker(Rolle.KOMMUNE_FLYKTNINGTJENESTE)).get(UKE).status_code == 403
