"""Snapshots: made by a job, frozen by the database, compared, printed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone, translation

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.matrise import actions
from integrering.matrise.actions import Bildedata
from integrering.matrise.models import Oeyeblikksbilde
from integrering.matrise.queries import bilder
from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.models import Person, Personopplysning
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.fabrikk import STEINKJER, TRONDHEIM, klokken, lag_aktoer, lag_bruker, lag_vedtak, rett, virksomhet
from tests.lister.hjelp import innhold, ta_ut, xlsx
from tests.matrise.hjelp import deltaker, lag_bilde, lag_punkt
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db
FEBRUAR, NOVEMBER = date(2024, 2, 28), date(2024, 11, 30)
NYTT = "/registreringsmatrise/oeyeblikksbilder/nytt/"


def _adresse(dag: date, kommune: str = TRONDHEIM) -> str:
    return f"/registreringsmatrise/{kommune}/{dag.isoformat()}/"


@pytest.fixture
def verden() -> None:
    """Three persons: one got a decision in May, one lost hers in June, one has a protected address."""
    ble = deltaker(etternavn="Ble")
    vedtak = lag_vedtak(ble, startdato=date(2024, 5, 2), registrert=klokken(2024, 5, 3))
    falt = deltaker(etternavn="Falt")
    vedtak = lag_vedtak(falt, startdato=date(2023, 4, 1), registrert=klokken(2023, 4, 2))
    rett(vedtak, naar=klokken(2024, 6, 1), annullert=True)
    deltaker(etternavn="Skjermet", adressebeskyttelse="fortrolig")
    regn_ut_status([ble.pk, falt.pk])


def _bestill(klient: Client, **felt: str) -> Any:
    svar = {
        "dato": "28.02.2024",
        "tittel": "Sjekkliste for registrering i NIR",
        "mottaker": "Kontrollutvalget",
    }
    return klient.post(NYTT, svar | felt)


def test_kommunen_bestiller_jobben_lager_og_alle_leser(verden: None) -> None:
    klient = inn(lag_bruker(nummer=TRONDHEIM))
    svar = _bestill(klient)
    jobb = Jobb.objects.get()
    assert svar.headers["Location"] == f"/jobber/{jobb.pk}/?foelg"
    kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.resultat, jobb.resultat_url) == (
        Tilstand.FERDIG, {"personer": 2}, _adresse(FEBRUAR),
    )  # fmt: skip
    side = klient.get(_adresse(FEBRUAR)).content.decode()
    assert "Kontrollutvalget" in side
    assert "Stemmer</span>" in side
    assert "1 mangler av 2" in side
    for leser in (lag_bruker(Rolle.FYLKE_SAKSBEHANDLER), lag_bruker(Rolle.INNSYNSREVISOR)):
        assert inn(leser).get(_adresse(FEBRUAR)).status_code == 200
    assert inn(lag_bruker(nummer=STEINKJER)).get(_adresse(FEBRUAR)).status_code == 404
    assert klient.get(_adresse(NOVEMBER)).status_code == 404


def test_det_samme_bildet_bestilles_ikke_to_ganger(verden: None) -> None:
    klient = inn(lag_bruker(nummer=TRONDHEIM))
    _bestill(klient)
    assert _bestill(klient).status_code == 422
    kjoer(Jobb.objects.get().pk)
    svar = _bestill(klient)
    assert (svar.status_code, "finnes et øyeblikksbilde" in svar.content.decode()) == (422, True)
    av = lag_aktoer(nummer=TRONDHEIM)
    with pytest.raises(Regelbrudd, match="finnes"):
        lag_bilde(av, FEBRUAR)


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"dato": "01.01.2090"}, "Datoen kan ikke være etter i dag."),
        ({"tittel": "Født 010195"}, "Ikke skriv fødselsdato"),
        ({"mottaker": "209900000107"}, "Ikke skriv fødselsdato"),
        ({"tittel": ""}, "Fyll ut tittel."),
    ],
)
def test_det_som_ikke_kan_bestilles(felt: dict[str, str], feil: str) -> None:
    svar = _bestill(inn(lag_bruker(nummer=TRONDHEIM)), **felt)
    assert (svar.status_code, feil in svar.content.decode()) == (422, True)


def test_fylket_velger_kommune(verden: None) -> None:
    klient = inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))
    assert _bestill(klient).status_code == 422
    assert _bestill(klient, kommune=TRONDHEIM).status_code == 302
    kjoer(Jobb.objects.get().pk)
    rader = klient.get(f"/registreringsmatrise/oeyeblikksbilder/?kommune={TRONDHEIM}")
    assert [b.dato for b in rader.context["liste"].objekter] == [FEBRUAR]
    tomt = klient.get(f"/registreringsmatrise/oeyeblikksbilder/?kommune={STEINKJER}")
    assert tomt.context["liste"].objekter == []


def test_hvem_som_kan_lage() -> None:
    for av in (lag_aktoer(nummer=STEINKJER), lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING, TRONDHEIM)):
        with kontekst(kontekst_for(av)), pytest.raises(IkkeTilgang):
            actions.bestill_bilde(data=Bildedata(virksomhet(TRONDHEIM), FEBRUAR, "Sjekkliste"), av=av)
    vo = lag_aktoer(Rolle.KOMMUNE_VOKSENOPPLAERING, TRONDHEIM)
    felt = {"kommune_id": vo.virksomhet_id, "virksomhet_id": vo.virksomhet_id, "laget_av_id": vo.bruker_id}
    with kontekst(kontekst_for(vo)), pytest.raises(DatabaseError), transaction.atomic():
        Oeyeblikksbilde.objects.create(dato=FEBRUAR, tittel="x", personer=0, sha256="", **felt)


def test_den_som_mister_rollen_faar_ikke_bildet(verden: None) -> None:
    bruker = lag_bruker(nummer=TRONDHEIM)
    _bestill(inn(bruker))
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker=bruker).update(til=timezone.localdate() - timedelta(days=1))
    jobb = Jobb.objects.get()
    kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, "gjelder ikke lenger" in jobb.feil) == (Tilstand.FEILET, True)


def test_sammenlignet_med_et_tidligere(verden: None) -> None:
    av = lag_aktoer(nummer=TRONDHEIM)
    lag_bilde(av, FEBRUAR)
    lag_bilde(av, NOVEMBER)
    klient = inn(lag_bruker(nummer=TRONDHEIM))
    side = klient.get(f"{_adresse(NOVEMBER)}?mot=2024-02-28").content.decode()
    assert "28.02.2024: NEI (1 mangler av 2)" in side
    endret = klient.get(f"{_adresse(NOVEMBER)}endret-siden/2024-02-28/")
    funn = {
        (r["hva"], str(r["endring"])): [p.etternavn for p in r["personer"]] for r in endret.context["rader"]
    }
    assert funn["Vedtak om norskopplæring", "Ble registrert"] == ["Ble"]
    assert funn["Vedtak om norskopplæring", "Falt tilbake"] == ["Falt"]
    assert next(iter(funn))[1] == "Falt tilbake"
    for feil in ("?mot=2024-02-27", "?mot=i-gaar"):
        assert klient.get(_adresse(NOVEMBER) + feil).status_code == 404


def test_en_person_som_skjermes_senere_navngis_ikke(verden: None) -> None:
    av = lag_aktoer(nummer=TRONDHEIM)
    fra, til = lag_bilde(av, FEBRUAR), lag_bilde(av, NOVEMBER)
    with kontekst(kontekst_for(av)):
        navngitt = [p.etternavn for e in bilder.endringer(fra, til) for p in e.personer]
    assert "Ble" in navngitt
    with kontekst(motor_kontekst()):
        opplysning = Personopplysning.objects.get(person__etternavn="Ble", erstattet=None)
    rett(opplysning, adressebeskyttelse="fortrolig")
    with kontekst(kontekst_for(av)):
        navngitt = [p.etternavn for e in bilder.endringer(fra, til) for p in e.personer]
        assert "Ble" not in navngitt
        assert Person.objects.filter(etternavn="Ble").count() == 0


def test_pdf_og_excel(verden: None) -> None:
    av = lag_aktoer(nummer=TRONDHEIM)
    lag_bilde(av, FEBRUAR)
    bilde = lag_bilde(av, NOVEMBER, mottaker="Kontrollutvalget")
    lag_punkt(av, bilde_id=bilde.pk, tiltak="Gjennomgang hver uke", sak="PS 12/26")
    klient = inn(lag_bruker(nummer=TRONDHEIM))
    for spraak in ("nb", "nn"):
        with translation.override(spraak):
            svar = klient.get(f"{_adresse(NOVEMBER)}pdf/?mot=2024-02-28")
            assert (svar.status_code, svar.content[:5]) == (200, b"%PDF-")
    rader, om = xlsx(innhold(ta_ut(klient, _adresse(NOVEMBER), liste="oeyeblikksbilde")))
    assert rader[0][:4] == ["Registrering", "Regelverk", "Ansvarlig", "Utført"]
    vedtak = next(r for r in rader if r[0] == "Vedtak om norskopplæring")
    assert vedtak[:4] == ["Vedtak om norskopplæring", "Integreringsloven", "Voksenopplæringen", "NEI"]
    assert "OK?" in om["Utført"]
    assert {r[4] for r in rader[1:]} == {""}
    rader, _om = xlsx(innhold(ta_ut(klient, _adresse(NOVEMBER), "mot=2024-02-28", liste="oeyeblikksbilde")))
    assert next(r[4] for r in rader if r[0] == "Vedtak om norskopplæring") == "NEI"
    assert ta_ut(klient, _adresse(FEBRUAR, STEINKJER), liste="oeyeblikksbilde").status_code == 404


def test_et_tegn_som_ikke_kan_trykkes_sies(verden: None) -> None:
    av = lag_aktoer(nummer=TRONDHEIM)
    lag_bilde(av, FEBRUAR, tittel="Sjekkliste 😀")
    svar = inn(lag_bruker(nummer=TRONDHEIM)).get(f"{_adresse(FEBRUAR)}pdf/", follow=True)
    assert "kan ikke trykkes" in svar.content.decode()


def test_et_tomt_bilde() -> None:
    lag_bilde(lag_aktoer(nummer=TRONDHEIM), FEBRUAR)
    side = inn(lag_bruker(nummer=TRONDHEIM)).get(_adresse(FEBRUAR)).content.decode()
    assert "Ingen bodde i kommunen denne dagen." in side
