"""Jobbsjansen part B: projects, numbers by half-year, the report, the grant. Never participants."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.vedlegg.models import Vedlegg
from regionalt.actions.registerrad import Lagring
from regionalt.jobbsjansen import actions, innmelding, tilskuddskilder
from regionalt.jobbsjansen.models import Halvaarstall, Prosjekt
from regionalt.jobbsjansen.rules.tall import (
    Feil,
    Halvaar,
    begynnelsen_av,
    feil_i,
    rapport_forfaller,
    slutt_paa,
)
from regionalt.jobbsjansen.tilskuddskilder import Tilskuddskilde, Tilskuddslenke
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, nytt_duf
from tests.forebygging.hjelp import skriver, svar
from tests.gitt.hjelp import lag_soeknad, lag_utlysning, soekeren
from tests.jobbsjansen.hjelp import (
    FRA,
    TIL,
    lag_prosjekt,
    lag_tall,
    prosjektfelter,
    tallfelter,
)
from tests.ledelse.hjelp import hjuldagene, lederens_tall
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn
from tilskudd.gitt import jobbsjansen as i_gitt

pytestmark = pytest.mark.django_db
I_DAG = timezone.localdate()


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _url(navn: str, *args: Any) -> str:
    return reverse(f"jobbsjansen:{navn}", args=args)


def _les(klient: Client, adresse: str) -> str:
    svaret = klient.get(adresse)
    assert svaret.status_code == 200
    return svaret.content.decode()


@pytest.mark.parametrize(
    ("tall", "ventet"),
    [
        (Halvaar(10, 4, 3, 1), None),
        (Halvaar(0, 0, 0, 0), None),
        (Halvaar(10, 4, 3, 2), Feil.FLERE_VIDERE_ENN_UT),
        (Halvaar(10, 4, 3, 1, kvinner=6, menn=4), None),
        (Halvaar(10, 4, 3, 1, kvinner=6), Feil.KJOENN_HALVT),
        (Halvaar(10, 4, 3, 1, menn=6), Feil.KJOENN_HALVT),
        (Halvaar(10, 4, 3, 1, kvinner=6, menn=5), Feil.KJOENN_SUM),
    ],
)
def test_tallene_henger_sammen(tall: Halvaar, ventet: Feil | None) -> None:
    assert feil_i(tall) is ventet


@pytest.mark.parametrize(
    ("frist", "rapportert", "ventet"),
    [
        (None, None, False),
        (date(2026, 3, 31), None, True),
        (date(2026, 4, 1), None, False),
        (date(2026, 2, 1), None, True),
        (date(2026, 2, 1), date(2026, 2, 20), False),
    ],
)
def test_rapporten_forfaller_en_maaned_foer(
    frist: date | None, rapportert: date | None, ventet: bool
) -> None:
    assert rapport_forfaller(frist, rapportert, date(2026, 3, 1)) is ventet


def test_halvaarene_dekker_aaret() -> None:
    assert (begynnelsen_av(2026, 1), slutt_paa(2026, 1)) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (begynnelsen_av(2026, 2), slutt_paa(2026, 2)) == (date(2026, 7, 1), date(2026, 12, 31))


def test_prosjektet_fra_start_til_tall(klient: Client) -> None:
    assert "Ingen prosjekter er registrert." in _les(klient, _url("prosjekter"))
    assert "Skriv ikke noe om enkeltpersoner" in _les(klient, _url("prosjekt_ny"))
    siden = klient.post(_url("prosjekt_ny"), svar(prosjektfelter()), follow=True).content.decode()
    for tekst in ("Prosjektet er lagret.", "Norsk og verksted", "Trondheim", "Ingen tall er ført ennå."):
        assert tekst in siden
    with kontekst(motor_kontekst()):
        rad = Prosjekt.objects.get()
    siden = klient.post(_url("tall_ny", rad.noekkel), svar(tallfelter()), follow=True).content.decode()
    assert "Høst 2025" in siden and "Rapporten er ikke skrevet." in siden
    lag_tall(rad, halvaar=1, aar=2026, inn=2, ut=8, til_vgo=7, til_arbeid=0, kvinner=1, menn=1)
    siden = _les(klient, _url("prosjekt", rad.noekkel))
    assert "Vår 2026" in siden and ">17</td>" in siden and ">10</td>" in siden
    with kontekst(motor_kontekst()):
        tall = Halvaarstall.objects.get(halvaar=2)
    rett = _url("tall_endre", tall.noekkel)
    assert klient.post(rett, svar(tallfelter(inn=16)) | {"versjon": 9}).status_code == 409
    assert klient.post(rett, svar(tallfelter(inn=16)) | {"versjon": 1}).status_code == 302
    endre = _url("prosjekt_endre", rad.noekkel)
    assert "checked" in _les(klient, endre)
    klient.post(endre, svar(prosjektfelter(tilstand="avsluttet")) | {"versjon": 1})
    assert "Norsk og verksted" in _les(klient, _url("prosjekter") + "?tilstand=avsluttet")
    assert "Norsk og verksted" not in _les(klient, _url("prosjekter") + "?tilstand=i_gang")


@pytest.mark.parametrize(
    ("felt", "ved"),
    [
        ({"til": FRA - timedelta(1)}, "til"),
        ({"kommuner": []}, "kommuner"),
        ({"kommuner": ["0301"]}, "kommuner"),
        ({"rapportfrist": FRA - timedelta(1)}, "rapportfrist"),
        ({"navn": f"For {nytt_duf(9)}"}, "navn"),
        ({"formaal": " ".join(nytt_duf(9))}, "formaal"),
        ({"skoler": nytt_duf(9)}, "skoler"),
    ],
)
def test_prosjektet_avvises(klient: Client, felt: dict[str, Any], ved: str) -> None:
    svaret = klient.post(_url("prosjekt_ny"), svar(prosjektfelter(**felt)))
    assert svaret.status_code == 422 and f'href="#id_{ved}' in svaret.content.decode()
    with pytest.raises(Regelbrudd) as feil:
        lag_prosjekt(**felt)
    assert set(feil.value.meldinger) == {ved}


@pytest.mark.parametrize(
    ("felt", "tekst"),
    [
        ({"ut": 1}, "Flere gikk videre"),
        ({"kvinner": 3}, "eller ingen av dem"),
        ({"kvinner": 3, "menn": 3}, "de som begynte"),
        ({"aar": 2025, "halvaar": 1}, "utenfor prosjektets periode"),
        ({"aar": 2026, "halvaar": 2}, "utenfor prosjektets periode"),
    ],
)
def test_tallene_avvises(klient: Client, felt: dict[str, Any], tekst: str) -> None:
    prosjekt = lag_prosjekt()
    svaret = klient.post(_url("tall_ny", prosjekt.noekkel), svar(tallfelter(**felt)))
    assert svaret.status_code == 422 and tekst in svaret.content.decode()


def test_ett_sett_tall_per_halvaar() -> None:
    prosjekt = lag_prosjekt()
    lag_tall(prosjekt)
    with pytest.raises(Regelbrudd, match="alt registrert"):
        lag_tall(prosjekt, inn=3, ut=0, til_vgo=0, til_arbeid=0)


def test_databasen_holder_tallene_og_hvem_som_skriver() -> None:
    prosjekt, av = lag_prosjekt(), skriver()
    feil = tallfelter(ut=1) | {"prosjekt": prosjekt, "endret_av_id": av.bruker_id}
    with kontekst(kontekst_for(av)):
        with pytest.raises(IntegrityError, match="jobbsjansen_tall_ut"), transaction.atomic():
            Halvaarstall.objects.create(**feil)
        with pytest.raises(IntegrityError, match="uten_nummer"), transaction.atomic():
            Prosjekt.objects.filter(pk=prosjekt.pk).update(rapport=nytt_duf(4), endret_av_id=av.bruker_id)
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            prosjekt.delete()
    for rolle in (Rolle.TILSKUDDSRAADGIVER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        with pytest.raises(IkkeTilgang):
            lag_prosjekt(lag_aktoer(rolle))


def test_rapporten_er_en_oppgave_til_den_er_levert(klient: Client) -> None:
    prosjekt = lag_prosjekt(rapportfrist=I_DAG - timedelta(3))
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(lukket__isnull=True)
    assert (oppgave.regel, oppgave.frist) == ("JOBBSJANSEN_RAPPORT", prosjekt.rapportfrist)
    assert "Lever rapport for Jobbsjansen del B" in klient.get("/").content.decode()
    adresse, i_dag = _url("rapport", prosjekt.noekkel), f"{I_DAG:%d.%m.%Y}"
    i_morgen = f"{I_DAG + timedelta(1):%d.%m.%Y}"
    for felt, status in (
        ({"rapportert": i_dag, "versjon": 1}, 422),
        ({"rapportert": i_morgen, "rapport": "Ferdig.", "versjon": 1}, 422),
        ({"rapport": f"Om {nytt_duf(3)}", "versjon": 1}, 422),
        ({"rapport": "Ni av ti fullførte.", "versjon": 4}, 409),
        ({"rapport": "Ni av ti fullførte.", "versjon": 1}, 302),
        ({"rapport": "Ni av ti fullførte.", "rapportert": i_dag, "versjon": 2}, 302),
    ):
        assert klient.post(adresse, felt).status_code == status
    siden = _les(klient, _url("prosjekt", prosjekt.noekkel))
    assert "Ni av ti fullførte." in siden and f"Levert {i_dag}" in siden
    with kontekst(motor_kontekst()):
        assert not Oppgave.objects.filter(lukket__isnull=True).exists()


def test_filer_legges_ved_rapporten(klient: Client) -> None:
    prosjekt = lag_prosjekt()
    adresse = _url("vedlegg", prosjekt.noekkel)
    assert klient.post(adresse, {}).status_code == 422
    fil = SimpleUploadedFile("regnskap.txt", b"Tall", content_type="text/plain")
    siden = klient.post(adresse, {"vedlegg": fil}, follow=True).content.decode()
    assert "1 fil er lagt ved prosjektet." in siden and "regnskap.txt" in siden
    assert "regnskap.txt" in _les(inn(lag_bruker()), _url("prosjekt", prosjekt.noekkel))
    for rolle, ventet in ((Rolle.FYLKE_SAKSBEHANDLER, True), (Rolle.SKOLEKONTAKT, False)):
        av = lag_aktoer(rolle)
        with kontekst(motor_kontekst()):
            vedlegget = Vedlegg.objects.get()
        with kontekst(kontekst_for(av)):
            baerer = innmelding.prosjektet(vedlegget, av)
        assert (baerer is not None) is ventet
    with kontekst(kontekst_for(skriver())):
        assert innmelding.prosjektet(Vedlegg(pk=0), skriver()) is None


def test_tilskuddet_finnes_der_det_behandles(klient: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    noekkel = lag_prosjekt(navn="Bare en nøkkel").noekkel
    lenke = Tilskuddslenke("Prøvedal: Norsk og verksted", "/tilskudd/gitte/")
    kilde = Tilskuddskilde(lambda av: [(noekkel, lenke.tekst)], lambda av, n: lenke if n == noekkel else None)
    monkeypatch.setattr(tilskuddskilder, "_kilder", {})
    tilskuddskilder.registrer_tilskuddskilde("tom", Tilskuddskilde(lambda av: [], lambda av, n: None))
    tilskuddskilder.registrer_tilskuddskilde("proeve", kilde)
    assert "Prøvedal: Norsk og verksted" in _les(klient, _url("prosjekt_ny"))
    siden = klient.post(_url("prosjekt_ny"), svar(prosjektfelter()) | {"tilskudd": str(noekkel)}, follow=True)
    assert 'href="/tilskudd/gitte/">Prøvedal: Norsk og verksted</a>' in siden.content.decode()


def test_gitt_kjenner_bare_egne_soeknader() -> None:
    """No application with this key, and roles without applications: nothing to show."""
    ukjent = lag_prosjekt().noekkel
    for rolle in (Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        av = lag_aktoer(rolle)
        with kontekst(kontekst_for(av)):
            assert i_gitt.KILDE.finn(av, ukjent) is None
            assert list(i_gitt.KILDE.valg(av)) == []


def test_en_sendt_soeknad_knyttes_til_prosjektet(klient: Client) -> None:
    """Of the scheme, and sent; the project leads to it."""
    utlysning = lag_utlysning(kode="jobbsjansen-del-b", soekere=["skole"])
    soeknad = lag_soeknad(utlysning, av=soekeren(Rolle.SKOLEKONTAKT))
    lag_soeknad()
    av = skriver()
    with kontekst(kontekst_for(av)):
        assert [noekkel for noekkel, _tekst in i_gitt.KILDE.valg(av)] == [soeknad.noekkel]
    prosjekt = lag_prosjekt(tilskudd=soeknad.noekkel)
    lenken = f'href="{reverse("gitt:soeknad", args=[soeknad.noekkel])}"'
    assert lenken in _les(klient, _url("prosjekt", prosjekt.noekkel))
    # the municipality sees the project, not somebody else's application
    assert lenken not in _les(inn(lag_bruker()), _url("prosjekt", prosjekt.noekkel))


def test_kommunen_ser_sine_prosjekter(klient: Client) -> None:
    mitt, andres = lag_prosjekt(), lag_prosjekt(navn="I Steinkjer", kommuner=[STEINKJER])
    lag_prosjekt(navn="Ferdig", tilstand="avsluttet")
    kommunen = inn(lag_bruker())
    listen = _les(kommunen, _url("prosjekter"))
    assert "Norsk og verksted" in listen and "I Steinkjer" not in listen and "Nytt prosjekt" not in listen
    assert kommunen.get(_url("prosjekt", andres.noekkel)).status_code == 404
    assert kommunen.get(_url("prosjekt_endre", mitt.noekkel)).status_code == 403
    assert klient.get(_url("tall_endre", mitt.noekkel)).status_code == 404
    for leser in (klient, kommunen):
        siden = _les(leser, reverse("kommune", args=[TRONDHEIM]))
        assert "Norsk og verksted" in siden and "Ferdig</a>" not in siden and "I Steinkjer" not in siden
        assert antall_spoerringer(leser, reverse("kommune", args=[TRONDHEIM])) <= 10
    assert antall_spoerringer(klient, _url("prosjekt", mitt.noekkel)) <= 10


def test_lederen_hjulet_og_rapporten() -> None:
    prosjekt = lag_prosjekt(rapportfrist=date(2026, 9, 1))
    lag_tall(prosjekt)
    lag_tall(prosjekt, aar=2026, halvaar=1, inn=1, ut=9, til_vgo=8, til_arbeid=1)
    av = skriver()
    with kontekst(kontekst_for(av)):
        paa_dagen = lederens_tall("jobbsjansen", date(2026, 9, 1))
        etter = lederens_tall("jobbsjansen", date(2026, 9, 2))
        dagene = hjuldagene("jobbsjansen", FRA, date(2026, 12, 31))
        (tabell,) = innmelding.kapittel(2025)
        actions.lagre_rapport(
            felter={"rapport": "Ferdig.", "rapportert": I_DAG}, lagring=Lagring(prosjekt, 1), av=av
        )
        uten_frist = hjuldagene("jobbsjansen", date(2026, 7, 1), date(2026, 12, 31))
    assert paa_dagen is not None and paa_dagen.verdi == "0"
    assert etter is not None and (etter.verdi, etter.farge) == ("1", "warning")
    assert [(d.dato, d.frist) for d in dagene] == [(FRA, False), (TIL, False), (date(2026, 9, 1), True)]
    assert tabell.rader == (("Norsk og verksted", 15, 4, 3, 1),)
    assert uten_frist == []
