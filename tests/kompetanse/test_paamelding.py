"""Registration, the waiting list, attendance, and who sees whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Paameldingsdata
from regionalt.kompetanse.models import Arrangement, Oekt, Oppmoete, Paamelding
from regionalt.kompetanse.tasks import slett_gamle_navn
from tests.fabrikk import ORGANISASJON, STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.kompetanse.hjelp import I_DAG, alle, data, lag_arrangement, meld_paa, oekt, saksbehandler
from tests.lister.hjelp import antall_spoerringer, innhold, ta_ut, xlsx
from tests.oppgaver.hjelp import oppgaver
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


@pytest.fixture
def kommuneklient() -> Client:
    """The browser of someone at Trondheim's refugee service."""
    return inn(lag_bruker())


def _side(a: Arrangement, navn: str = "arrangement", *mer: Any) -> str:
    return reverse(f"kompetanse:{navn}", args=[a.noekkel, *mer])


def _plasser() -> dict[str, str]:
    return {p.navn: p.plass for p in alle(Paamelding)}


def _svar(navn: str, **felt: Any) -> dict[str, Any]:
    return {"navn": navn, "stilling": "Rådgiver", "epost": f"{navn.lower()}@kommune.example"} | felt


def test_plass_venteliste_og_opprykk(klient: Client, kommuneklient: Client) -> None:
    """A place, then the waiting list in order; a free place goes to the first, with a task."""
    a = lag_arrangement(kapasitet=1)
    assert 'value="Kari Prøve"' in kommuneklient.get(_side(a, "meld_paa")).content.decode()
    for navn, tekst in (("Anna", "har plass"), ("Bo", "står på venteliste"), ("Cato", "står på venteliste")):
        svar = kommuneklient.post(_side(a, "meld_paa"), _svar(navn), follow=True).content.decode()
        assert f"{navn} " in svar and tekst in svar
    steinkjer = meld_paa(a, "Dina", nummer=STEINKJER)
    side = kommuneklient.get(_side(a)).content.decode()
    assert "0 ledige plasser" in side and "3 på venteliste" in side and "Dina" not in side
    anna, bo, *_rest = alle(Paamelding)
    adresse = _side(a, "meld_av", anna.noekkel)
    assert "får den første plassen" in kommuneklient.get(adresse).content.decode()
    kommuneklient.post(adresse, {"bekreft": "ja"})
    assert _plasser() == {"Anna": "avmeldt", "Bo": "plass", "Cato": "venter", "Dina": "venter"}
    (oppgave,) = oppgaver(regel="KOMPETANSE_PLASS", lukket__isnull=True)
    assert oppgave.virksomhet == virksomhet(TRONDHEIM) and oppgave.frist == oekt(20)[0].date()
    assert "Bekreft plassen" in kommuneklient.get(_side(a)).content.decode()
    kommuneklient.post(_side(a, "bekreft", bo.noekkel))
    kommuneklient.post(_side(a, "bekreft", bo.noekkel))
    assert not oppgaver(regel="KOMPETANSE_PLASS", lukket__isnull=True)
    assert kommuneklient.post(_side(a, "meld_av", steinkjer.noekkel)).status_code == 404
    assert "Dina" in klient.get(_side(a)).content.decode()


def test_flere_plasser_slipper_inn_de_som_venter(klient: Client) -> None:
    """Also those without a user here: then the county has the task."""
    a = lag_arrangement(kapasitet=1)
    meld_paa(a, "Anna")
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        felles: dict[str, Any] = {"stilling": "Leder", "epost": "x@laget.example"}
        lag = virksomhet(ORGANISASJON).pk
        actions.meld_paa(arrangement=a, data=Paameldingsdata("Bo", **felles, virksomhet_id=lag), av=av)
        actions.endre_arrangement(arrangement=a, versjon=2, data=data(kapasitet=5), av=av)
        assert _plasser() == {"Anna": "plass", "Bo": "plass"}
        with pytest.raises(Regelbrudd) as feil:
            actions.endre_arrangement(arrangement=a, versjon=3, data=data(kapasitet=1), av=av)
        assert "kapasitet" in feil.value.meldinger
        with pytest.raises(Regelbrudd) as feil:
            actions.endre_arrangement(arrangement=a, versjon=3, data=data(kommuner=[STEINKJER]), av=av)
        assert "kommuner" in feil.value.meldinger
        assert len(oppgaver(regel="KOMPETANSE_PLASS_FYLKET", lukket__isnull=True)) == 1
        actions.avlys(arrangement=a, versjon=3, grunn="Syk", av=av)
    assert not oppgaver(regel="KOMPETANSE_PLASS_FYLKET", lukket__isnull=True)


@pytest.mark.parametrize(
    ("felt", "svar", "tekst"),
    [
        ({}, {"epost": "anna@kommune.example"}, "allerede meldt på"),
        ({}, {"epost": "tull"}, "e-post"),
        ({}, {"stilling": "010190"}, "Ikke skriv fødselsdato"),
        ({"frist": I_DAG - timedelta(days=1)}, {}, "fristen er ute"),
        ({"dager": -1}, {}, "har begynt"),
    ],
)
def test_paamelding_avvises(
    kommuneklient: Client, felt: dict[str, Any], svar: dict[str, str], tekst: str
) -> None:
    a = lag_arrangement(**felt)
    meld_paa(a, "Anna", nummer="50")
    avvist = kommuneklient.post(_side(a, "meld_paa"), _svar("Bo", **svar))
    assert avvist.status_code == 422 and tekst in avvist.content.decode()
    assert list(_plasser()) == ["Anna"]


def test_fylket_melder_paa_fra_andre_virksomheter(klient: Client) -> None:
    """One of the list, or one that is written; not neither, not both."""
    a, lag = lag_arrangement(), virksomhet(ORGANISASJON)
    proever: list[tuple[dict[str, Any], int]] = [
        ({"virksomhet": lag.pk}, 302),
        ({"organisasjon": "Høgskolen"}, 302),
        ({}, 422),
        ({"virksomhet": lag.pk, "organisasjon": "Høgskolen"}, 422),
    ]
    for nr, (hvor, status) in enumerate(proever):
        assert klient.post(_side(a, "meld_paa"), _svar(f"Navn{nr}", **hvor)).status_code == status
    assert [p.hvorfra for p in alle(Paamelding)] == [lag.navn, "Høgskolen"]


def test_kommunen_melder_bare_paa_sine_egne() -> None:
    """Refused by the action, and again by the database."""
    a, av = lag_arrangement(), lag_aktoer()
    andres = virksomhet(STEINKJER).pk
    rad = meld_paa(a, "Dina", nummer=STEINKJER)
    leser = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with kontekst(kontekst_for(leser)), pytest.raises(IkkeTilgang):
        actions.meld_av(paamelding=rad, av=leser)
    with kontekst(kontekst_for(av)):
        with pytest.raises(IkkeTilgang):
            actions.meld_paa(
                arrangement=a, data=Paameldingsdata("Bo", "x", "b@x.example", virksomhet_id=andres), av=av
            )
        with pytest.raises(IkkeTilgang):
            actions.meld_av(paamelding=rad, av=av)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            Paamelding.objects.create(
                arrangement=a, virksomhet_id=andres, navn="Bo", epost="b@x.example", plass="plass",
                registrert_av_id=av.bruker_id,
            )  # fmt: skip
        assert not Paamelding.objects.exists()


def test_ingen_avmelding_eller_opprykk_naar_det_har_begynt() -> None:
    a, kommune, av = lag_arrangement(dager=-1, kapasitet=1), lag_aktoer(), saksbehandler()
    rad = meld_paa(a, "Anna", nummer="50", virksomheten=TRONDHEIM)
    meld_paa(a, "Bo", nummer="50")
    with kontekst(kontekst_for(kommune)), pytest.raises(Regelbrudd):
        actions.meld_av(paamelding=rad, av=kommune)
    with kontekst(kontekst_for(av)):
        actions.meld_av(paamelding=rad, av=av)
    assert _plasser() == {"Anna": "avmeldt", "Bo": "venter"}


def test_oppmoete_foeres_i_ett_lagre(klient: Client) -> None:
    """A grid with a cross per session; a second who saves the old version is told."""
    a = lag_arrangement(dager=-1, oekter=(oekt(-2), oekt(-1)))
    anna = meld_paa(a, "Anna", nummer="50")
    foerste, andre = alle(Oekt)
    adresse = _side(a, "oppmoete")
    assert "Anna" in klient.get(adresse).content.decode()
    svar = {"versjon": 2, "moett": [f"{anna.pk}-{foerste.pk}", f"999999-{andre.pk}", "tull"]}
    assert "1 oppmøte er lagret" in klient.post(adresse, svar, follow=True).content.decode()
    assert klient.post(adresse, svar).status_code == 409
    assert [(o.paamelding_id, o.oekt_id) for o in alle(Oppmoete)] == [(anna.pk, foerste.pk)]
    assert f'value="{anna.pk}-{foerste.pk}" aria-label' in klient.get(adresse).content.decode()
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        with pytest.raises(Regelbrudd) as feil:
            ny = data(dager=-1, oekter=(oekt(-1),))
            actions.endre_arrangement(arrangement=a, versjon=3, data=ny, av=av)
        assert "dato_1" in feil.value.meldinger


def test_oppmoete_foer_det_har_begynt(klient: Client) -> None:
    a, avlyst = lag_arrangement(), lag_arrangement(tilstand="avlyst")
    assert "når arrangementet har begynt" in klient.get(_side(a, "oppmoete")).content.decode()
    assert klient.post(_side(a, "oppmoete"), {"versjon": 2}).status_code == 422
    assert klient.get(_side(avlyst, "oppmoete")).status_code == 403


def test_oppgave_om_oppmoete_naar_det_er_slutt() -> None:
    a, _kommer, av = lag_arrangement(dager=-2), lag_arrangement(), saksbehandler()
    oppdater_kilde("kompetanse.arrangementer")
    (oppgave,) = oppgaver(regel="KOMPETANSE_OPPMOETE", lukket__isnull=True)
    assert oppgave.frist == I_DAG + timedelta(days=5)
    with kontekst(kontekst_for(av)):
        actions.merk_holdt(arrangement=a, versjon=2, av=av)
    assert not oppgaver(regel="KOMPETANSE_OPPMOETE", lukket__isnull=True)


def test_listen_som_fil(klient: Client, kommuneklient: Client) -> None:
    a = lag_arrangement()
    meld_paa(a, "Anna", nummer=STEINKJER)
    side = klient.get(_side(a, "paameldte"), {"plass": "plass"}).content.decode()
    assert "Anna" in side and "Steinkjer" in side
    assert "Anna" not in kommuneklient.get(_side(a, "paameldte")).content.decode()
    fil = ta_ut(klient, _side(a, "paameldte"), liste="kompetanse:paameldte")
    rader, _om = xlsx(innhold(fil))
    assert rader[1][:3] == ["Anna", "Rådgiver", "Steinkjer"]


def test_kalenderfilen_har_ingen_navn(kommuneklient: Client) -> None:
    a = lag_arrangement(oekter=(oekt(20), oekt(21)))
    meld_paa(a, "Anna")
    svar = kommuneklient.get(_side(a, "arrangement_ics"))
    hendelser = list(Calendar.from_ical(svar.content.decode()).walk("VEVENT"))
    assert [str(h["SUMMARY"]) for h in hendelser] == ["Kurs: Kurs i kartlegging"] * 2
    assert hendelser[0].decoded("DTSTART") == oekt(20)[0]
    assert "Anna" not in svar.content.decode()


def test_navnene_slettes_etter_to_aar_og_tallene_blir(klient: Client) -> None:
    """The row is counted on; the name, job title and address are gone."""
    gammelt, nytt = lag_arrangement(dager=-750), lag_arrangement()
    for a, navn in ((gammelt, "Anna"), (nytt, "Bo")):
        meld_paa(a, navn, nummer="50")
    slett_gamle_navn()
    slett_gamle_navn()
    assert [(p.navn, p.epost, p.plass) for p in alle(Paamelding)] == [
        ("", "", "plass"),
        ("Bo", "bo@kommune.example", "plass"),
    ]
    assert "Navnet er slettet" in klient.get(_side(gammelt)).content.decode()
    assert actions.slett_navn(i_dag=date(2020, 1, 1)) == 0


def test_sidene_spoer_lite(klient: Client, kommuneklient: Client) -> None:
    a = lag_arrangement(kommuner=[TRONDHEIM], program=(("10.00", "Velkommen", ""),), dager=-1)
    for nr in range(3):
        meld_paa(a, f"Navn{nr}", nummer="50", virksomheten=TRONDHEIM)
    for adresse in (_side(a), _side(a, "paameldte"), _side(a, "oppmoete")):
        assert antall_spoerringer(klient, adresse) <= 10
    for adresse in (_side(a), _side(a, "paameldte")):
        assert antall_spoerringer(kommuneklient, adresse) <= 10


def test_databasen_holder_hvorfra_og_en_gang() -> None:
    a = lag_arrangement()
    with kontekst(motor_kontekst()):
        assert not Paamelding.objects.exists()
    av = saksbehandler()
    felles: dict[str, Any] = {"arrangement": a, "plass": "plass", "registrert_av_id": av.bruker_id}
    with kontekst(kontekst_for(av)):
        for feil, felt in (
            ("hvorfra", {"navn": "A", "epost": "a@x.example"}),
            ("paamelding_navn", {"organisasjon": "X"}),
        ):
            with pytest.raises(Exception, match=feil), transaction.atomic():
                Paamelding.objects.create(**felles, **felt)
