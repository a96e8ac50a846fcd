"""Calls: made from the form, opened, closed, and fixed from then on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests.fabrikk import lag_aktoer, lag_bruker
from tests.gitt.hjelp import lag_utlysning, raadgiver, utlysningsdata
from tests.tilgang.hjelp import inn
from tilskudd.gitt import maler
from tilskudd.gitt.actions import utlysning as actions
from tilskudd.gitt.models import Utlysning
from tilskudd.gitt.queries.utlysninger import aapne_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def klient() -> Client:
    return inn(lag_bruker(Rolle.TILSKUDDSRAADGIVER))


def skjema(**felt: Any) -> dict[str, Any]:
    grunn = {
        "ordning": "frivillige-organisasjoner", "navn": "Ny utlysning", "tekst": "Til møteplasser.",
        "soekere": ["frivillig"], "fra": "01.01.2027", "til": "31.12.2027", "frist": "01.03.2027",
        "rapportfrist": "01.03.2028", "ramme": "880 000", "andel": "50", "dekker": ["aktivitet"],
        "kan_fravikes": ["andel"], "utbetaling": "delt", "foerste_del": "30", "kilde": "Sak 1/26",
        "kriterium_1": "Mål", "vekt_1": "60", "kriterium_2": "Plan", "vekt_2": "40",
    }  # fmt: skip
    return grunn | felt


def test_ny_utlysning_lages_aapnes_og_lukkes(klient: Client) -> None:
    svar: Any = klient.post(reverse("gitt:utlysning_ny"), skjema(), follow=True)
    ny: Utlysning = svar.context["utlysning"]
    assert (ny.ramme, ny.andel, ny.foerste_del, ny.tilstand) == (880_000, 50, 30, "utkast")
    assert "50 prosent av kostnadene" in svar.content.decode()
    gaa = reverse("gitt:utlysning_gaa", args=[ny.noekkel])
    svar = klient.post(gaa, {"til": "utlyst", "versjon": ny.versjon}, follow=True)
    assert "Utlysningen er åpen for søknader." in svar.content.decode()
    svar = klient.post(gaa, {"til": "lukket", "versjon": ny.versjon + 1}, follow=True)
    assert "Søknadsfristen er ikke ute ennå." in svar.content.decode()
    assert klient.post(gaa, {"til": "tull", "versjon": 1}).status_code == 404


@pytest.mark.parametrize(
    ("felt", "feil"),
    [
        ({"vekt_2": "30"}, "Vektene er 90 prosent til sammen. De må bli 100."),
        ({"vekt_2": ""}, "Skriv både kriteriet og vekten."),
        ({"til": "31.12.2026"}, "Siste dag kan ikke være før første dag."),
        ({"frist": "01.01.2028"}, "Søknadsfristen kan ikke være etter perioden tilskuddet gjelder."),
        ({"minst": "20 000", "mest": "10 000"}, "Høyeste beløp kan ikke være under minste beløp."),
        ({"foerste_del": ""}, "Skriv hvor mange prosent som betales først, fra 1 til 99."),
        ({"soekere": []}, "Velg hvem kan søke."),
    ],
)
def test_det_som_er_feil_blir_sagt(klient: Client, felt: dict[str, Any], feil: str) -> None:
    svar = klient.post(reverse("gitt:utlysning_ny"), skjema(**felt))
    assert svar.status_code == 422
    assert feil in svar.content.decode()


@pytest.mark.parametrize("kode", list(maler.alle()))
def test_hver_mal_fyller_skjemaet_og_sier_kilden(klient: Client, kode: str) -> None:
    svar = klient.get(reverse("gitt:utlysning_ny"), {"mal": kode})
    assert svar.status_code == 200
    assert "er et eksempel" in svar.content.decode()
    mal = maler.alle()[kode]
    assert sum(vekt for _navn, vekt in mal["kriterier"]) == 100
    assert mal["kilde"].startswith("http")


def test_malene_har_grensene_kildene_sier() -> None:
    """The seven of tilskudd.md §3.7 and Jobbsjansen del B (§3.6)."""
    m = maler.alle()
    assert [(m[k].get("andel"), m[k].get("minst"), m[k].get("ramme")) for k in m] == [
        (50, None, 880_000), (None, None, None), (None, None, None), (None, None, 6_000_000),
        (None, None, 6_000_000), (None, 20_000, 5_000_000), (None, None, None), (None, None, None),
    ]  # fmt: skip
    assert m["moere_og_romsdal"]["start_innen"] == 2
    assert m["oestfold_2014"]["utbetaling"] == "etter"
    assert set(m["viken"]["dekker"]) == {"aktivitet", "markedsfoering", "materiell", "mat"}
    assert m["jobbsjansen_b"]["soekere"] == ["skole", "kommune"]
    assert m["agder_2024"]["vedleggskrav"] == ["budsjett", "aarsmelding", "aarsregnskap"]


def test_ukjent_mal_finnes_ikke(klient: Client) -> None:
    assert klient.get(reverse("gitt:utlysning_ny"), {"mal": "tull"}).status_code == 404


def test_utkastet_endres_men_ikke_det_noen_har_lest(klient: Client) -> None:
    utkast = lag_utlysning(aapen=False)
    url = reverse("gitt:utlysning_endre", args=[utkast.noekkel])
    svar: Any = klient.post(url, skjema(versjon=utkast.versjon, navn="Nytt navn"), follow=True)
    assert svar.context["utlysning"].navn == "Nytt navn"
    # from another tab, with the version as it was
    assert klient.post(url, skjema(versjon=utkast.versjon)).status_code == 409
    aapen = lag_utlysning()
    url = reverse("gitt:utlysning_endre", args=[aapen.noekkel])
    frist = f"{aapen.frist + timedelta(days=10):%d.%m.%Y}" if aapen.frist else ""
    svar = klient.post(url, {"versjon": aapen.versjon, "frist": frist, "ramme": "600000"}, follow=True)
    assert svar.context["utlysning"].ramme == 600_000
    svar = klient.post(url, {"versjon": aapen.versjon + 1, "frist": "01.01.2026", "ramme": "600000"})
    assert "Fristen kan bare flyttes framover" in svar.content.decode()


def test_bare_raadgiveren_skriver_og_bare_i_riktig_tilstand() -> None:
    utlysning, av = lag_utlysning(), raadgiver()
    godkjenner = lag_aktoer(Rolle.TILSKUDDSGODKJENNER)
    with kontekst(kontekst_for(av)):
        with pytest.raises(IkkeTilgang):
            actions.lag_utlysning(data=utlysningsdata(), av=godkjenner)
        with pytest.raises(Regelbrudd, match="Bare frist og ramme"):
            actions.endre_utlysning(
                utlysning=utlysning, versjon=utlysning.versjon, data=utlysningsdata(), av=av
            )
        with pytest.raises(Regelbrudd, match="gått videre"):
            actions.aapne(utlysning=utlysning, versjon=utlysning.versjon, av=av)
        with pytest.raises(Regelbrudd, match="har en frist"):
            actions.flytt_frist(utlysning=utlysning, versjon=utlysning.versjon, frist=None, ramme=1, av=av)
        for feil in ({"kriterier": [("Mål", 0)]}, {"utbetaling": "delt", "foerste_del": 0}):
            with pytest.raises(Regelbrudd):
                actions.lag_utlysning(data=utlysningsdata(**feil), av=av)
        utkast = actions.lag_utlysning(data=utlysningsdata(kriterier=[("Mål", 90)]), av=av)
        with pytest.raises(Regelbrudd, match="100 prosent"):
            actions.aapne(utlysning=utkast, versjon=utkast.versjon, av=av)
        with pytest.raises(Regelbrudd, match="åpen eller lukket"):
            actions.flytt_frist(utlysning=utkast, versjon=utkast.versjon, frist=utkast.frist, ramme=1, av=av)


def test_en_annen_ordning_enn_dem_fylket_gir_fra() -> None:
    with kontekst(kontekst_for(av := raadgiver())):
        data = utlysningsdata()
        data.ordning.slag = "soekt"
        with pytest.raises(Regelbrudd, match="fylkeskommunen gir"):
            actions.lag_utlysning(data=data, av=av)


def test_fristen_maa_vaere_ute_foer_den_lukkes() -> None:
    av, i_gaar = raadgiver(), timezone.localdate() - timedelta(days=1)
    loepende = lag_utlysning(frist=None)
    with kontekst(kontekst_for(av)):
        actions.lukk(utlysning=loepende, versjon=loepende.versjon, av=av)
        assert loepende.tilstand == "lukket"
        gammel = actions.lag_utlysning(data=utlysningsdata(frist=i_gaar), av=av)
        with pytest.raises(Regelbrudd, match="har gått ut"):
            actions.aapne(utlysning=gammel, versjon=gammel.versjon, av=av)


def test_hvem_som_ser_hva() -> None:
    utkast, aapen, for_skoler = lag_utlysning(aapen=False), lag_utlysning(), lag_utlysning(soekere=["skole"])
    soeker, i_dag = lag_aktoer(Rolle.ORGANISASJON_SOEKER), timezone.localdate()
    with kontekst(kontekst_for(soeker)):
        assert set(Utlysning.objects.all()) == {aapen, for_skoler}
        assert list(aapne_for("frivillig", i_dag)) == [aapen]
        assert list(aapne_for("frivillig", i_dag + timedelta(days=31))) == []
    assert utkast.pk


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE gitt_utlysning SET andel = 90 WHERE id = %s",
        "UPDATE gitt_utlysning SET tilstand = 'utkast' WHERE id = %s",
        "DELETE FROM gitt_utlysning WHERE id = %s",
        "UPDATE gitt_kriterium SET vekt = 1 WHERE utlysning_id = %s",
        "INSERT INTO gitt_kriterium (utlysning_id, nummer, navn, vekt) VALUES (%s, 9, 'x', 1)",
    ],
)
def test_en_aapen_utlysning_endres_ikke_med_sql(sql: str) -> None:
    utlysning = lag_utlysning()
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        kontekst(kontekst_for(raadgiver())),
        connection.cursor() as peker,
    ):
        peker.execute(sql, [utlysning.pk])
