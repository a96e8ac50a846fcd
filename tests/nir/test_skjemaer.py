"""The forms: answers, check, save; correct and annul."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from integrering.grunnmur.kvartal import OSLO
from integrering.nir.models import FulltidVgo, Person, Personopplysning, Vedtak
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk
from tests.nir.verktoey import IDAG, PERIODE, VEDTAK, alle, bosatt_i_aar, dag, logg_inn, ny

pytestmark = pytest.mark.django_db


def test_kjerneflyten_fra_liste_til_kvartal() -> None:
    person = bosatt_i_aar()
    klient = logg_inn()
    svar = klient.post("/personer/", {"soek": "eksempel"})
    assert svar.status_code == 302
    assert svar["Location"] == f"/personer/{person.noekkel}/"
    side = klient.get(svar["Location"]).content.decode()
    assert "Vedtak om norskopplæring mangler" in side

    kontroll = klient.post(ny(person, "vedtak"), VEDTAK)
    assert kontroll.status_code == 200
    assert "Kontroller svarene" in kontroll.content.decode()
    assert not alle(Vedtak)
    svar = klient.post(ny(person, "vedtak"), {**VEDTAK, "steg": "lagre"}, follow=True)
    assert (
        "Vedtak om norskopplæring registrert for Amina Eksempel. Neste: registrer periode"
        in svar.content.decode()
    )
    assert alle(Vedtak)[0].startdato == IDAG - timedelta(days=10)

    fylke = fabrikk.virksomhet("50").pk
    periode = {**PERIODE, "fylke": fylke}
    kontroll = klient.post(ny(person, "fulltid-videregaaende"), periode)
    tekst = kontroll.content.decode()
    assert re.search(
        r"Vedtak registrert [\d.]+, periode registreres i dag. Tidligste utbetaling: \d. kvartal", tekst
    )
    svar = klient.post(ny(person, "fulltid-videregaaende"), {**periode, "steg": "lagre"}, follow=True)
    assert "Ingenting mangler for tilskuddet" in svar.content.decode()
    assert alle(FulltidVgo)[0].til == IDAG + timedelta(days=200)


def test_et_vedtak_til_sier_at_det_er_et_fra_foer() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    assert "Det er alt registrert" not in klient.post(ny(person, "vedtak"), VEDTAK).content.decode()
    fabrikk.lag_vedtak(person, startdato=IDAG - timedelta(days=60))
    tekst = klient.post(ny(person, "vedtak"), VEDTAK).content.decode()
    dato = f"{IDAG - timedelta(days=60):%d.%m.%Y}"
    assert f"Det er alt registrert vedtak om norskopplæring, med startdato {dato}." in tekst


# --- Feil, kontroll og merknader ---


def test_feil_vises_oeverst_og_ved_feltet() -> None:
    person = bosatt_i_aar()
    svar = logg_inn().post(ny(person, "vedtak"), {"vedtaksdato": "31.02.2026", "startdato": ""})
    tekst = svar.content.decode()
    assert svar.status_code == 422
    assert "<title>Feil: Registrer vedtak om norskopplæring" in tekst
    assert "For å gå videre må du rette opp følgende feil" in tekst
    assert tekst.count("Vedtaksdato finnes ikke i kalenderen") == 2
    assert tekst.count("Skriv startdato, for eksempel 28.02.2027.") == 2


def test_en_kollisjon_navngir_den_andre_perioden() -> None:
    person = bosatt_i_aar()
    fabrikk.lag_vgo(person, fra=IDAG, til=None)
    fylke = fabrikk.virksomhet("50").pk
    svar = logg_inn().post(ny(person, "fulltid-videregaaende"), {**PERIODE, "fylke": fylke})
    assert svar.status_code == 422
    assert "overlapper fulltid videregående ved Prøve videregående skole fra" in svar.content.decode()


def test_uvanlige_verdier_varsles_men_stopper_ingen() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    svar = {**PERIODE, "fylke": fabrikk.virksomhet("50").pk, "timer_per_uke": "36,5", "fra": dag(-400)}
    tekst = klient.post(ny(person, "fulltid-videregaaende"), svar).content.decode()
    assert "Sjekk dette før du lagrer" in tekst
    assert "Timer per uke: Mer enn 35 timer i uken er uvanlig" in tekst
    assert "Startdato: Datoen er mer enn ett år tilbake" in tekst
    assert "dager over frist (forskriften § 58)" in tekst
    lagret = klient.post(ny(person, "fulltid-videregaaende"), {**svar, "steg": "lagre"})
    assert lagret.status_code == 302


def test_endre_svarene_gaar_tilbake_uten_aa_lagre() -> None:
    person = bosatt_i_aar()
    svar = logg_inn().post(ny(person, "vedtak"), {**VEDTAK, "steg": "endre"})
    assert f'value="{VEDTAK["startdato"]}"' in svar.content.decode()
    assert not alle(Vedtak)


def test_kontrollsiden_baerer_svarene_videre_ogsaa_avkryssing() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    svar = {**PERIODE, "fylke": fabrikk.virksomhet("50").pk, "timer_per_uke": "20",
            "kombinasjonsklasse": "on", "hovedansvar_fylke": "on"}  # fmt: skip
    tekst = klient.post(ny(person, "fulltid-videregaaende"), svar).content.decode()
    skjulte = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', tekst))
    skjulte.pop("csrfmiddlewaretoken", None)
    klient.post(ny(person, "fulltid-videregaaende"), {**skjulte, "steg": "lagre"})
    lagret = alle(FulltidVgo)[0]
    assert (lagret.kombinasjonsklasse, lagret.hovedansvar_fylke, lagret.timer_per_uke) == (True, True, 20)


def test_hovedansvar_uten_kombinasjonsklasse_stoppes() -> None:
    """Main responsibility alone would look like an answer, and count for nothing."""
    svar = {**PERIODE, "fylke": fabrikk.virksomhet("50").pk, "timer_per_uke": "20", "hovedansvar_fylke": "on"}
    funnet = logg_inn().post(ny(bosatt_i_aar(), "fulltid-videregaaende"), svar)
    assert funnet.status_code == 422
    assert "Kryss av for kombinasjonsklasse også" in funnet.content.decode()


def test_kommuner_med_samme_navn_kan_skilles() -> None:
    """Herøy is in Nordland and in Møre og Romsdal; Skaun is one, and says no more than its name."""
    tekst = logg_inn().get(ny(bosatt_i_aar(), "bosted")).content.decode()
    assert "Herøy (Nordland fylkeskommune)</option>" in tekst
    assert "Herøy (Møre og Romsdal fylkeskommune)</option>" in tekst
    assert re.search(r">\s*Skaun</option>", tekst)
    assert tekst.index(">Ørland<") < tekst.index(">Åfjord<")


# --- Kvartalet før lagring ---


@pytest.mark.parametrize(
    ("naa", "kvartal"),
    [
        (fabrikk.klokken(2026, 11, 12), "1. kvartal 2027"),
        (datetime(2026, 12, 31, 23, 59, tzinfo=OSLO), "1. kvartal 2027"),
        (datetime(2027, 1, 1, 0, 0, tzinfo=OSLO), "2. kvartal 2027"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "2. kvartal 2027"),  # alt nyttår i Oslo
        (datetime(2027, 3, 31, 23, 59, tzinfo=OSLO), "2. kvartal 2027"),
        (datetime(2027, 4, 1, 0, 0, tzinfo=OSLO), "3. kvartal 2027"),
    ],
)
def test_kvartalet_rundt_kvartalsskiftet(naa: datetime, kvartal: str) -> None:
    person = fabrikk.lag_person(bosatt_fra=date(2026, 8, 1), registrert=fabrikk.klokken(2026, 8, 1))
    fabrikk.lag_vedtak(person, startdato=date(2026, 8, 5), registrert=fabrikk.klokken(2026, 9, 1))
    svar = {**PERIODE, "fra": "01.10.2026", "til": "20.06.2027", "fylke": fabrikk.virksomhet("50").pk}
    with time_machine.travel(naa, tick=False):
        tekst = logg_inn().post(ny(person, "fulltid-videregaaende"), svar).content.decode()
    assert (
        f"Vedtak registrert 01.09.2026, periode registreres i dag. Tidligste utbetaling: {kvartal}." in tekst
    )


def test_uten_sluttdato_sies_det_at_ingenting_utloeses() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    fylke = fabrikk.virksomhet("50").pk
    uten = {**PERIODE, "fylke": fylke, "til": ""}
    assert (
        "Perioden mangler sluttdato"
        in klient.post(ny(person, "fulltid-videregaaende"), uten).content.decode()
    )
    faa = {**PERIODE, "fylke": fylke, "timer_per_uke": "29"}
    gammel = {**PERIODE, "fylke": fylke, "fra": dag(-900), "til": dag(-700)}
    side = klient.post(ny(person, "fulltid-videregaaende"), gammel).content.decode()
    assert "utenfor tilskuddsårene" in side
    assert "er ikke fulltid" in klient.post(ny(person, "fulltid-videregaaende"), faa).content.decode()


def test_den_som_ikke_kan_gi_tilskudd_faar_vite_det() -> None:
    person = bosatt_i_aar(tillatelse="28")
    tekst = logg_inn().post(ny(person, "vedtak"), VEDTAK).content.decode()
    assert "Bare plikt (integreringsloven § 28): ikke tilskudd" in tekst


def test_bosted_og_stans_sier_hva_som_foelger() -> None:
    person, klient = bosatt_i_aar(), logg_inn()
    svar = {"kommune": fabrikk.virksomhet("5006").pk, "fra": dag(-1), "til": ""}
    tekst = klient.post(ny(person, "bosted"), svar).content.decode()
    assert f"Bostedet i Trondheim avsluttes {dag(-2)}." in tekst
    tekst = klient.post(ny(person, "stans"), {"fra": dag(-1), "varighet": "permanent"}).content.decode()
    assert f"dager fra og med {dag(-1)} gir ikke tilskudd" in tekst
    lagret = klient.post(ny(person, "bosted"), {**svar, "steg": "lagre"}, follow=True)
    assert "Personen hører nå til en annen kommune" in lagret.content.decode()
    assert klient.get(f"/personer/{person.noekkel}/").status_code == 404
    assert "Eksempel" in klient.get("/personer/tidligere/").content.decode()
    egen = klient.get(f"/personer/tidligere/{person.noekkel}/").content.decode()
    assert "Flyttet til Steinkjer" in egen


# --- Rette og annullere ---


def rett_url(rad: Any, slag: str = "vedtak", hva: str = "fakta_rett") -> str:
    with kontekst(motor_kontekst()):
        noekkel = Person.objects.get(pk=rad.person_id).noekkel
    return reverse(hva, args=[noekkel, slag, rad.registrering_id])


def test_rette_med_begrunnelse() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar(), startdato=IDAG), logg_inn()
    side = klient.get(rett_url(rad)).content.decode()
    assert f'name="versjon" value="{rad.pk}"' in side
    svar = {**VEDTAK, "versjon": rad.pk}
    assert "Skriv hvorfor registreringen rettes." in klient.post(rett_url(rad), svar).content.decode()
    svar["aarsak"] = "Skrev feil dato"
    assert "Begrunnelse: Skrev feil dato" in klient.post(rett_url(rad), svar).content.decode()
    ferdig = klient.post(rett_url(rad), {**svar, "steg": "lagre"}, follow=True).content.decode()
    assert "Registreringen er rettet for Amina Eksempel." in ferdig
    historikk = klient.get(f"/personer/{alle(Person)[0].noekkel}/historikk/?slag=vedtak").content.decode()
    assert f"<del>{dag(0)}</del> → <ins>{dag(-10)}</ins>" in historikk
    assert "Skrev feil dato" in historikk


def test_konflikt_viser_begge_verdier_og_beholder_det_som_ble_skrevet() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar(), startdato=IDAG), logg_inn()
    ny = fabrikk.rett(rad, startdato=IDAG + timedelta(days=3))
    svar = {**VEDTAK, "versjon": rad.pk, "aarsak": "Feil i brevet"}
    for steg in ("kontroller", "lagre"):
        side = klient.post(rett_url(rad), {**svar, "steg": steg})
        tekst = side.content.decode()
        assert side.status_code == 409
        assert re.search(
            r"Endret av registrator-5001 \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d, mens du skrev", tekst
        )
        assert re.search(rf"<td[^>]*>{dag(3)}</td><td[^>]*>{dag(-10)}</td>", tekst), (
            "det som gjelder nå, og det du skrev"
        )
        assert 'value="Feil i brevet"' in tekst
        assert f'name="versjon" value="{ny.pk}"' in tekst
    lagret = klient.post(rett_url(rad), {**svar, "versjon": ny.pk, "steg": "lagre"})
    assert lagret.status_code == 302, "lagret over, med vilje"


def test_det_som_ble_skrevet_vises_naar_registreringen_er_annullert_imens() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar(), startdato=IDAG), logg_inn()
    fabrikk.rett(rad, annullert=True)
    side = klient.post(rett_url(rad), {**VEDTAK, "versjon": rad.pk, "aarsak": "Feil", "steg": "lagre"})
    assert side.status_code == 409
    assert dag(-10) in side.content.decode()
    side = klient.post(rett_url(rad), {**VEDTAK, "startdato": "i fjor", "versjon": rad.pk})
    assert (side.status_code, "Det du skrev" in side.content.decode()) == (409, False)


def test_annullere() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar()), logg_inn()
    url = rett_url(rad, hva="fakta_annuller")
    assert "Annuller bare det som aldri" in klient.get(url).content.decode()
    assert klient.post(url, {"versjon": rad.pk, "aarsak": ""}).status_code == 422
    svar = klient.post(url, {"versjon": rad.pk, "aarsak": "Feil person"}, follow=True)
    assert "Registreringen er annullert for Amina Eksempel" in svar.content.decode()
    for gammel in (url, rett_url(rad)):
        assert klient.get(gammel).status_code == 409, "den gjelder ikke lenger"
    assert klient.post(url, {"versjon": rad.pk, "aarsak": "Igjen"}).status_code == 409


def test_annullere_en_versjon_andre_har_endret() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar()), logg_inn()
    fabrikk.rett(rad, startdato=IDAG)
    svar = klient.post(rett_url(rad, hva="fakta_annuller"), {"versjon": rad.pk, "aarsak": "Feil"})
    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert dag(0) in tekst, "det som annulleres, er det som gjelder nå"
    assert 'value="Feil"' in tekst


def test_ukjente_slag_og_registreringer_finnes_ikke() -> None:
    rad, klient = fabrikk.lag_vedtak(bosatt_i_aar()), logg_inn()
    noekkel = alle(Person)[0].noekkel
    opplysning = alle(Personopplysning)[0]
    for url in (
        f"/personer/{noekkel}/hemmelig/ny/",
        f"/personer/{noekkel}/stans/{rad.registrering_id}/rett/",
        rett_url(opplysning, "opplysninger", "fakta_annuller"),
    ):
        assert klient.get(url).status_code == 404, url


def test_rette_opplysninger_beholder_det_skjemaet_ikke_viser() -> None:
    bosatt_i_aar(landgruppe="")
    rad, klient = alle(Personopplysning)[0], logg_inn()
    svar = {"fornavn": "Amina", "etternavn": "Østby", "foedselsdato": "15.06.1995", "kjoenn": "K",
            "statsborgerskap": "syr", "tillatelse": "9a", "tillatelse_dato": "10.01.2023", "landgruppe": "L",
            "versjon": rad.pk, "aarsak": "Landgruppe avklart", "steg": "lagre"}  # fmt: skip
    url = rett_url(rad, "opplysninger")
    assert "Skriv landkoden" in klient.post(url, {**svar, "statsborgerskap": "12"}).content.decode()
    assert klient.post(url, svar).status_code == 302
    assert (alle(Personopplysning)[1].landgruppe, alle(Person)[0].etternavn) == ("L", "Østby")
