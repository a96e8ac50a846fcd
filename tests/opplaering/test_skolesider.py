"""Schools and their classes in the browser: lists, pages, forms, the class list to print."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn
from opplaering.models import Hovedansvar, Skoleklasse, Utdanningstilbud
from tests.fabrikk import ANNEN_SKOLE, SKOLE, STEINKJER, TRONDHEIM, lag_person, virksomhet
from tests.klasser.nettleser import tekst
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    TIL,
    lag_hovedansvar,
    lag_klasse,
    lag_skole,
    lag_skolegang,
    lag_tilbud,
    skolegangen,
)

pytestmark = pytest.mark.django_db
SKOLESIDE = ("skole", SKOLE)


def adresse(navn: str, *args: Any) -> str:
    return reverse(navn, args=args)


def dato(dag: Any) -> str:
    return f"{dag:%d.%m.%Y}"


def skjemaet(**felt: Any) -> dict[str, Any]:
    grunn = {
        "innsending": str(uuid.uuid4()), "navn": "1HOA", "tilbud": "", "fra": dato(FRA), "til": dato(TIL),
        "undervisning": ["norsk"], "kommune": "", "kontakt": "",
    }  # fmt: skip
    return grunn | felt


# --- Schools ---


def test_skolene_med_tilbud_klasser_og_elever(
    klient: Client, skoleklient: Client, kommuneklient: Client
) -> None:
    """A municipality counts those it sees; a school comes to its own page, and no other school is there."""
    lag_skole(ANNEN_SKOLE)
    lag_tilbud(aktiv=False)
    lag_tilbud()
    lag_klasse(til=FRA + timedelta(days=1))
    lag_klasse()
    for kommune in (TRONDHEIM, STEINKJER, STEINKJER):
        lag_skolegang(lag_person(kommune=kommune))
    lag_skolegang(lag_person(), til=I_DAG - timedelta(days=1))
    for leser, elever in ((klient, 3), (kommuneklient, 1)):
        rader = {s.nummer: s for s in leser.get(adresse("skoler")).context["liste"].objekter}
        assert (rader[SKOLE].tilbud, rader[SKOLE].klasser, rader[SKOLE].elever) == (1, 1, elever)
        assert (rader[ANNEN_SKOLE].tilbud, rader[ANNEN_SKOLE].elever) == (0, 0)
    svar = skoleklient.get(adresse("skoler"))
    assert svar.headers["Location"] == adresse(*SKOLESIDE)
    assert skoleklient.get(adresse("skole", ANNEN_SKOLE)).status_code == 404
    assert klient.get(adresse("skole", "000000000")).status_code == 404


def test_tilbud_lages_og_endres_av_fylket(klient: Client, skoleklient: Client) -> None:
    svar = klient.post(
        adresse("tilbud_nytt", SKOLE), {"navn": "Vg1 bygg", "program": "bygg", "aktiv": "on"}, follow=True
    )
    assert "Vg1 bygg er lagret" in tekst(svar)
    assert klient.post(adresse("tilbud_nytt", SKOLE), {"navn": "", "program": ""}).status_code == 422
    with kontekst(motor_kontekst()):
        tilbud = Utdanningstilbud.objects.get()
    endre = adresse("tilbud_endre", SKOLE, tilbud.pk)
    nytt = {"navn": "Vg1 bygg- og anleggsteknikk", "program": "bygg", "for_voksne": "on", "versjon": 1}
    assert klient.post(endre, nytt).status_code == 302
    assert klient.post(endre, nytt | {"navn": "Vg1"}).status_code == 409
    siden = tekst(skoleklient.get(adresse(*SKOLESIDE)))
    assert "Vg1 bygg- og anleggsteknikk Bygg- og anleggsteknikk Ja Tar ikke inn nye" in siden
    lag_skole(ANNEN_SKOLE)
    assert klient.get(adresse("tilbud_endre", ANNEN_SKOLE, tilbud.pk)).status_code == 404


# --- Classes ---


def test_skolen_lager_og_endrer_sin_klasse(skoleklient: Client, klient: Client) -> None:
    svar = skoleklient.post(adresse("skoleklasse_ny", SKOLE), skjemaet(), follow=True)
    assert "1HOA er lagret. Neste: sett inn elever." in tekst(svar)
    with kontekst(motor_kontekst()):
        klasse = Skoleklasse.objects.get()
    endre = adresse("skoleklasse_endre", klasse.noekkel)
    assert skoleklient.get(endre).context["skjema"].initial["navn"] == "1HOA"
    assert skoleklient.post(endre, skjemaet(versjon=1, navn="1HOB")).status_code == 302
    svar = klient.post(endre, skjemaet(versjon=1, navn="1HOC"))
    assert (svar.status_code, "1HOB" in tekst(svar)) == (409, True)
    svar = klient.post(endre, skjemaet(versjon=2, kombinasjonsklasse="on"))
    assert (svar.status_code, "Velg kommunen som gir grunnskoledelen" in tekst(svar)) == (422, True)
    assert skoleklient.get(adresse("skoleklasse_ny", ANNEN_SKOLE)).status_code == 404
    fremmed = lag_klasse(ANNEN_SKOLE)
    assert skoleklient.get(adresse("skoleklasse_endre", fremmed.noekkel)).status_code == 404


def test_listen_over_klasser(klient: Client, skoleklient: Client) -> None:
    """Filters by school, period, and combination classes that nobody has decided on."""
    trondheim: dict[str, Any] = {"kombinasjonsklasse": True, "kommune": virksomhet(TRONDHEIM)}
    lag_klasse(navn="Vanlig")
    lag_klasse(navn="I fjor", fra=FRA - timedelta(days=400), til=FRA)
    lag_klasse(navn="Uavgjort", **trondheim)
    lag_hovedansvar(lag_klasse(navn="Kommunens", **trondheim), "kommune")
    lag_klasse(ANNEN_SKOLE, navn="Der borte")

    def navnene(leser: Client, filter: str = "") -> set[str]:
        liste = leser.get(adresse("skoleklasser") + filter).context["liste"]
        return {k.navn for k in liste.objekter}

    assert navnene(skoleklient) == {"Vanlig", "Uavgjort", "Kommunens"}
    assert navnene(klient) == {"Vanlig", "Uavgjort", "Kommunens", "Der borte"}
    assert navnene(klient, "?periode=over") == {"I fjor"}
    assert navnene(klient, f"?periode=alle&skole={ANNEN_SKOLE}") == {"Der borte"}
    assert navnene(klient, "?ansvar=kombinasjon") == {"Uavgjort", "Kommunens"}
    assert navnene(klient, "?ansvar=mangler") == {"Uavgjort"}
    siden = tekst(klient.get(adresse(*SKOLESIDE)))
    assert "Ikke avgjort" in siden
    assert "Der borte" not in siden


def test_avgjoerelsen_om_hovedansvaret(klient: Client, skoleklient: Client, kommuneklient: Client) -> None:
    klasse = lag_klasse(kombinasjonsklasse=True, kommune=virksomhet(TRONDHEIM))
    siden, ny = adresse("skoleklasse", klasse.noekkel), adresse("hovedansvar_nytt", klasse.noekkel)
    for leser, lenke in ((klient, True), (skoleklient, False), (kommuneklient, False)):
        lest = leser.get(siden).content.decode()
        assert "Fylkeskommunen har ansvaret til noe annet er avtalt" in lest
        assert (ny in lest) is lenke
    svaret = {
        "ansvar": "kommune", "grunn": "avtale", "begrunnelse": "Avtalt i møtet om klassen.",
        "fra": dato(FRA), "bestemt": dato(FRA),
    }  # fmt: skip
    assert klient.post(ny, svaret | {"begrunnelse": ""}).status_code == 422
    assert klient.post(ny, svaret).status_code == 302
    assert klient.post(ny, svaret | {"ansvar": "fylke", "fra": dato(TIL)}).status_code == 302
    with kontekst(motor_kontekst()):
        assert Hovedansvar.objects.count() == 2
    lest = tekst(kommuneklient.get(siden))
    assert "Hovedansvar Kommunen" in lest
    assert lest.index(dato(TIL)) < lest.index("Avtalt i møtet om klassen.")
    assert klient.get(adresse("hovedansvar_nytt", lag_klasse().noekkel)).status_code == 404
    assert klient.get(adresse("skoleklasse", uuid.uuid4())).status_code == 404


# --- Pupils ---


def test_skolen_setter_inn_og_tar_ut(skoleklient: Client) -> None:
    klasse, annen, person = lag_klasse(), lag_klasse(navn="1HOZ"), lag_person(etternavn="Ny")
    rad = lag_skolegang(person, klasse=annen)
    inn, siden = adresse("skoleklasse_sett_inn", klasse.noekkel), adresse("skoleklasse", klasse.noekkel)
    assert "Ny, Amina" in tekst(skoleklient.get(inn))
    assert skoleklient.post(inn, {"fra": dato(I_DAG)}).status_code == 422
    svarene = {"elever": [str(rad.registrering_id)], "fra": dato(I_DAG)}
    svar = skoleklient.post(inn, svarene, follow=True)
    assert "1 elev er satt i klassen" in tekst(svar)
    assert [r.klasse_id for r in skolegangen(person)] == [annen.pk, klasse.pk]
    assert "Alle elevene på skolen går alt i klassen" not in tekst(skoleklient.get(inn))

    ut = adresse("skoleklasse_ta_ut", klasse.noekkel)
    assert "Velg minst én elev" in tekst(skoleklient.post(ut, {}, follow=True))
    valgt = {"valgt": str(skolegangen(person)[1].registrering_id)}
    assert "Ny" in tekst(skoleklient.post(ut, valgt))
    assert "Tatt ut av klassen: Amina Ny" in tekst(
        skoleklient.post(ut, valgt | {"bekreft": "ja"}, follow=True)
    )
    assert [r.klasse_id for r in skolegangen(person)] == [annen.pk, None]
    assert "Ingen er i klassen nå" in tekst(skoleklient.get(siden))


def test_elevene_i_klassen(klient: Client) -> None:
    klasse = lag_klasse()
    lag_skolegang(lag_person(etternavn="Ferdig"), klasse=klasse, til=I_DAG - timedelta(days=1))
    lag_skolegang(lag_person(etternavn="Kommer"), klasse=klasse, fra=I_DAG + timedelta(days=1))
    lag_skolegang(lag_person(etternavn="Her"), klasse=klasse)
    siden = adresse("skoleklasse", klasse.noekkel)

    def navnene(filter: str) -> set[str]:
        liste = klient.get(siden + filter).context["liste"]
        return {rad.person.etternavn for rad in liste.objekter}

    assert navnene("") == {"Kommer", "Her"}
    assert navnene("?naar=naa") == {"Her"}
    assert navnene("?naar=alle") == {"Ferdig", "Kommer", "Her"}


def test_klasselisten_har_navn_og_foedselsdato_og_logges(skoleklient: Client, klient: Client) -> None:
    klasse, person = lag_klasse(), lag_person(etternavn="Her")
    skjult = lag_person(etternavn="Skjult", adressebeskyttelse="fortrolig")
    for elev in (person, skjult):
        lag_skolegang(elev, klasse=klasse)
    for leser in (skoleklient, klient):
        lest = tekst(leser.get(adresse("klasseliste", klasse.noekkel)))
        assert "Her, Amina 15.06.1995" in lest
        assert person.duf not in lest
        assert person.duf_skrevet not in lest
        assert "Skjult" not in lest
    with kontekst(motor_kontekst()):
        sett = Innsyn.objects.filter(hvor="klasseliste").values_list("person_id", flat=True)
        assert list(sett) == [person.pk, person.pk]
