"""Rounds: make one, its frame, its days, what the database holds."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, connections, transaction
from django.test import Client
from django.urls import reverse

from bosetting import actions
from bosetting.actions import Fristdata
from bosetting.kodeverk import Fristslag
from bosetting.models import Grunnlagstall, Runde, Rundehendelse, RundeKommune
from bosetting.tall import fristdager, spoer_frister
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samlet import les_samlet
from integrering.grunnmur.samtidighet import Konflikt
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.aarshjul import Hjuldag
from tests.bosetting.hjelp import (
    AAR,
    kommune_i,
    lag_frist,
    lag_kriterium,
    lag_runde,
    om,
    rundedata,
    saksbehandler,
    sett_kommune,
    som,
)
from tests.fabrikk import TRONDHEIM, lag_aktoer, lag_bruker
from tests.lister.hjelp import antall_spoerringer
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    """The browser of a case worker at the county."""
    return inn(lag_bruker(Rolle.FYLKE_SAKSBEHANDLER))


def _adresse(navn: str, runde: Runde) -> str:
    return reverse(f"bosetting:{navn}", args=[runde.noekkel])


def _i_hjulet() -> list[Hjuldag]:
    rader = les_samlet({"frister": spoer_frister(om(0), om(30))})["frister"]
    return list(fristdager(rader, om(0), om(30)))


def _les(klient: Client, adresse: str) -> str:
    svar = klient.get(adresse)
    assert svar.status_code == 200
    return svar.content.decode()


def test_en_ny_runde_har_alle_kommunene_folketallet_og_ingen_kriterier() -> None:
    lag_kriterium(lag_runde(2026))
    runde = lag_runde(2027)
    with som(saksbehandler()):
        assert (runde.utgave, runde.tilstand, runde.kriterier.count()) == (0, "utkast", 0)
        antall = RundeKommune.objects.filter(runde=runde).count()
        folketall = Grunnlagstall.objects.filter(runde=runde, indikator="folketall", merke="verdi")
        assert antall == folketall.count() == 38
        trondheim = folketall.get(kommune__nummer=TRONDHEIM)
        assert trondheim.verdi and trondheim.verdi > 200_000 and trondheim.kilde and trondheim.aar == 2026
        assert trondheim.navn == "Folketall" == str(trondheim)
        assert runde.grunnlag_hentet is not None
        hendelse = Rundehendelse.objects.get(runde=runde)
        assert str(hendelse).startswith("Utkast")


def test_det_samme_skjemaet_to_ganger_er_en_runde_og_aaret_har_bare_en() -> None:
    nr, data = uuid.uuid4(), rundedata()
    with som(saksbehandler()) as av:
        en = actions.ny_runde(aar=AAR, data=data, innsending=nr, av=av)
        assert actions.ny_runde(aar=AAR, data=data, innsending=nr, av=av) == en
        with pytest.raises(Regelbrudd, match="Det finnes en runde for 2027"):
            actions.ny_runde(aar=AAR, data=data, innsending=uuid.uuid4(), av=av)


@pytest.mark.parametrize(
    ("felt", "verdi", "hvor"),
    [
        ("em_ramme", 700, "em_ramme"),
        ("rammekilde", "Om 01019012345", "rammekilde"),
    ],
)
def test_det_som_er_galt_i_en_runde(felt: str, verdi: Any, hvor: str) -> None:
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd) as brudd:
        actions.ny_runde(aar=AAR, data=rundedata(**{felt: verdi}), innsending=uuid.uuid4(), av=av)
    assert list(brudd.value.meldinger) == [hvor]


@pytest.mark.parametrize("rolle", [Rolle.LEDER, Rolle.BOSETTINGSGODKJENNER, Rolle.TILSKUDDSRAADGIVER])
def test_bare_saksbehandler_og_administrator_lager_runder(rolle: Rolle) -> None:
    with som(lag_aktoer(rolle)) as av, pytest.raises(IkkeTilgang):
        actions.ny_runde(aar=AAR, data=rundedata(), innsending=uuid.uuid4(), av=av)


def test_rammen_endres_og_den_andre_faar_vite_det() -> None:
    runde = lag_runde()
    lag_kriterium(runde, vekt=Decimal("0.30"))
    with som(saksbehandler()) as av:
        versjon = runde.versjon
        actions.endre_runde(runde=runde, versjon=versjon, data=rundedata(ramme=700), av=av)
        assert runde.ramme == 700
        with pytest.raises(Konflikt):
            actions.endre_runde(runde=runde, versjon=versjon, data=rundedata(), av=av)
        with pytest.raises(Regelbrudd, match="Vektene er til sammen 30 %"):
            actions.endre_runde(
                runde=runde, versjon=runde.versjon, data=rundedata(maks_utslag=Decimal("0.20")), av=av
            )


def test_veien_frem_og_tilbake_blir_logget() -> None:
    runde = lag_runde()
    with som(saksbehandler()) as av:
        actions.start_dialog(runde=runde, versjon=runde.versjon, av=av)
        assert runde.tar_svar and runde.aapen and not runde.laast
        actions.tilbake_til_utkast(runde=runde, versjon=runde.versjon, av=av)
        assert [h.til for h in runde.hendelser.order_by("pk")] == ["utkast", "dialog", "utkast"]
        with pytest.raises(Regelbrudd, match="kan ikke gå dit"):
            actions.tilbake_til_utkast(runde=runde, versjon=runde.versjon, av=av)


@pytest.mark.parametrize(
    "felt",
    [
        "tilstand = 'anbefalt'",
        "tilstand = 'godkjenning'",
        "tilstand = 'sendt'",
        "aar = 2030",
        "foreslaatt_av_id = (SELECT max(id) FROM tilgang_bruker)",
    ],
)
def test_databasen_holder_veien(felt: str) -> None:
    lag_runde()
    with som(saksbehandler()) as av, connection.cursor() as peker:
        lag_bruker()
        with pytest.raises(IntegrityError), transaction.atomic():
            peker.execute(f"UPDATE bosetting_runde SET endret_av_id = {av.bruker_id}, {felt}")


@pytest.mark.django_db(databases=["default", "eier"])
@pytest.mark.parametrize("sql", ["DELETE FROM bosetting_runde", "TRUNCATE bosetting_runde CASCADE"])
def test_heller_ikke_eieren_sletter_en_runde(sql: str) -> None:
    Runde.objects.using("eier").create(aar=2030)
    with connections["eier"].cursor() as eier, pytest.raises(IntegrityError), transaction.atomic("eier"):
        eier.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {sql}")


def test_en_frist_er_en_oppgave_og_staar_i_hjulet_til_den_er_holdt() -> None:
    runde = lag_runde()
    frist = lag_frist(runde, 10)
    lag_frist(runde, 12, Fristslag.ANNEN, navn="Møte i utvalget")
    with som(saksbehandler()) as av:
        koder = Oppgave.objects.filter(lukket__isnull=True, regel__startswith="BOSETTING_")
        assert sorted(koder.values_list("regel", flat=True)) == ["BOSETTING_ANNEN", "BOSETTING_SVAR"]
        dager = _i_hjulet()
        assert [d.tittel for d in dager] == [
            "Bosetting 2027: Kommunene svarer", "Bosetting 2027: Møte i utvalget",
        ]  # fmt: skip
        assert all(d.frist for d in dager)
        data = Fristdata(slag=Fristslag.SVAR, dato=frist.dato, gjort=om(0))
        actions.endre_frist(frist=frist, versjon=frist.versjon, data=data, av=av)
        assert koder.get().regel == "BOSETTING_ANNEN"
        assert [d.frist for d in _i_hjulet()] == [False, True]


@pytest.mark.parametrize(
    ("slag", "navn", "felt"),
    [(Fristslag.SVAR, "", "slag"), (Fristslag.ANNEN, "", "navn"), (Fristslag.ANNEN, "01019012345", "navn")],
)
def test_det_som_er_galt_i_en_frist(slag: Fristslag, navn: str, felt: str) -> None:
    runde = lag_runde()
    lag_frist(runde)
    with som(saksbehandler()) as av, pytest.raises(Regelbrudd) as brudd:
        data = Fristdata(slag=slag, dato=om(3), navn=navn)
        actions.ny_frist(runde=runde, data=data, innsending=uuid.uuid4(), av=av)
    assert list(brudd.value.meldinger) == [felt]


def test_samme_frist_sendt_to_ganger_er_en() -> None:
    runde, nr = lag_runde(), uuid.uuid4()
    data = Fristdata(slag=Fristslag.SVAR, dato=om(3))
    with som(saksbehandler()) as av:
        en = actions.ny_frist(runde=runde, data=data, innsending=nr, av=av)
        assert actions.ny_frist(runde=runde, data=data, innsending=nr, av=av) == en


@pytest.mark.parametrize(
    ("felt", "hvor"),
    [
        ({"spurt": False}, "spurt_grunn"),
        ({"laas": 5}, "laas_grunn"),
        ({"saerskilt_minst": 5}, "saerskilt"),
        ({"oenske_min": 6, "oenske_max": 5}, "oenske_max"),
        ({"merknad": "Om 01019012345"}, "merknad"),
    ],
)
def test_det_som_er_galt_for_en_kommune(felt: dict[str, Any], hvor: str) -> None:
    runde = lag_runde()
    with pytest.raises(Regelbrudd) as brudd:
        sett_kommune(runde, **felt)
    assert list(brudd.value.meldinger) == [hvor]


def test_en_kommune_lagres_over_det_som_ble_lest() -> None:
    runde = lag_runde()
    rad = sett_kommune(runde, spurt=False, spurt_grunn="Har nettopp mistet boliger")
    gammel = kommune_i(runde)
    assert str(gammel) == "Trondheim" and not gammel.spurt
    with som(saksbehandler()) as av, pytest.raises(Konflikt):
        actions.endre_kommune(rad=gammel, versjon=rad.versjon - 1, data=actions.Kommunedata(), av=av)


def test_motoren_leser_og_kommunen_ser_ingen_utkast() -> None:
    runde = lag_runde()
    with kontekst(motor_kontekst()):
        assert Runde.objects.filter(pk=runde.pk).exists()
    av = lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    with som(av), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        RundeKommune.objects.count()


# --- The pages ---


def test_en_runde_fra_skjemaet_til_dialog(klient: Client) -> None:
    assert "Ingen runder er laget." in _les(klient, reverse("bosetting:runder"))
    adresse = reverse("bosetting:runde_ny")
    assert "uten kriterier" in _les(klient, adresse)
    svar = {"innsending": uuid.uuid4(), "aar": "2027", "ramme": "", "minstetall": "10", "utslag": "50"}
    assert klient.post(adresse, svar | {"utslag": "120"}).status_code == 422
    her = klient.post(adresse, svar)["Location"]
    assert klient.post(adresse, svar | {"innsending": uuid.uuid4()}).status_code == 422
    side = _les(klient, her)
    assert "Runden har ingen kriterier ennå" in side and "38 av 38 kommuner bør spørres" in side
    with som(saksbehandler()):
        runde = Runde.objects.get()
    endret = {
        "versjon": runde.versjon,
        "ramme": "619",
        "em_ramme": "12",
        "minstetall": "10",
        "utslag": "40",
        "baand": "25",
    }
    assert klient.post(_adresse("runde_endre", runde), endret).status_code == 302
    assert klient.post(_adresse("runde_endre", runde), endret).status_code == 409
    side = _les(klient, her)
    assert "619" in side and "40 %" in side and "25 %" in side
    with som(saksbehandler()):
        runde.refresh_from_db()
    flytt = {"versjon": runde.versjon, "til": "dialog"}
    aapnet = klient.post(_adresse("runde_flytt", runde), flytt, follow=True)
    assert "Runden er åpnet for dialog" in aapnet.content.decode()
    for til in ("tull", "dialog"):
        igjen = klient.post(_adresse("runde_flytt", runde), {"versjon": "x", "til": til}, follow=True)
        assert "kan ikke gå dit nå" in igjen.content.decode()
    hentet = klient.post(_adresse("grunnlag_hent", runde), follow=True)
    assert "Tallene er hentet" in hentet.content.decode()
    assert "Bosetting 2027" in _les(klient, f"{reverse('bosetting:runder')}?tilstand=dialog")


def test_frister_paa_siden(klient: Client) -> None:
    runde = lag_runde()
    svar = {"slag": "svar", "dato": f"{om(10):%d.%m.%Y}", "kilde": "Eget valg", "innsending": uuid.uuid4()}
    assert klient.get(_adresse("frist_ny", runde)).status_code == 200
    assert klient.post(_adresse("frist_ny", runde), svar | {"dato": ""}).status_code == 422
    assert klient.post(_adresse("frist_ny", runde), svar).status_code == 302
    assert "Kommunene svarer" in _les(klient, _adresse("runde", runde))
    with som(saksbehandler()):
        frist = runde.frister.get()
    endre = reverse("bosetting:frist_endre", args=[frist.noekkel])
    assert "Eget valg" in _les(klient, endre)
    svar = {"slag": "svar", "dato": f"{om(12):%d.%m.%Y}", "gjort": f"{om(0):%d.%m.%Y}", "versjon": 1}
    assert klient.post(endre, svar).status_code == 302
    assert klient.post(endre, svar).status_code == 409
    assert klient.get(reverse("bosetting:frist_endre", args=[uuid.uuid4()])).status_code == 404


def test_kommunene_i_runden(klient: Client) -> None:
    runde = lag_runde()
    sett_kommune(runde, laas=40, laas_grunn="Avtalt med kommunen")
    adresse = _adresse("kommuner", runde)
    assert "Trondheim" in _les(klient, f"{adresse}?hvem=laast")
    assert "Trondheim" not in _les(klient, f"{adresse}?hvem=ikke")
    assert "Trondheim" in _les(klient, f"{adresse}?hvem=spurt")
    en = reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM])
    side = _les(klient, en)
    assert "Folketall" in side and "Avtalt med kommunen" in side
    rad = kommune_i(runde)
    svar = {"versjon": rad.versjon, "spurt": "nei", "spurt_grunn": "", "oenske_max": "30"}
    assert klient.post(en, svar).status_code == 422
    assert klient.post(en, svar | {"spurt_grunn": "Har bedt om pause"}).status_code == 302
    assert klient.post(en, svar | {"spurt_grunn": "Har bedt om pause"}).status_code == 409
    assert "Trondheim" in _les(klient, f"{adresse}?hvem=ikke")
    assert klient.get(reverse("bosetting:kommune", args=[runde.noekkel, "9999"])).status_code == 404


def test_den_som_bare_leser_ser_det_samme_uten_knapper() -> None:
    runde = lag_runde()
    lag_frist(runde)
    leser = inn(lag_bruker(Rolle.LEDER))
    side = _les(leser, _adresse("runde", runde))
    assert "Kommunene svarer" in side and "Ny frist" not in side and "Åpne for dialog" not in side
    en = reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM])
    assert 'name="kapasitet"' not in _les(leser, en)
    assert leser.post(en, {"spurt": "ja"}).status_code == 403


def test_sidene_har_faa_spoerringer(klient: Client) -> None:
    runde = lag_runde()
    lag_frist(runde)
    lag_kriterium(runde)
    en = reverse("bosetting:kommune", args=[runde.noekkel, TRONDHEIM])
    for adresse in (_adresse("runde", runde), _adresse("kriterier", runde), _adresse("kommuner", runde), en):
        assert antall_spoerringer(klient, adresse) <= 10, adresse
