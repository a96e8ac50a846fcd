"""Events: made, changed, opened, called off, held; and who sees them."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.kompetanse import actions
from regionalt.kompetanse.models import Arrangement, Oekt, Programpost
from regionalt.kompetanse.queries.arrangementer import om_tema
from tests.fabrikk import STEINKJER, TRONDHEIM, lag_aktoer, lag_bruker, virksomhet
from tests.kompetanse.hjelp import I_DAG, alle, data, lag_arrangement, oekt, saksbehandler
from tests.lister.hjelp import antall_spoerringer
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


def _side(a: Arrangement, navn: str = "arrangement") -> str:
    return reverse(f"kompetanse:{navn}", args=[a.noekkel])


def _svar(**felt: Any) -> dict[str, Any]:
    om_en_maaned = f"{I_DAG + timedelta(days=30):%d.%m.%Y}"
    return {
        "slag": "kurs", "tittel": "Kurs i kartlegging", "tema": "norsk", "innsending": str(uuid.uuid4()),
        "dato_1": om_en_maaned, "fra_1": "10", "til_1": "12.30",
    } | felt  # fmt: skip


def test_fra_utkast_til_holdt(klient: Client) -> None:
    """Made by the form, read through, opened; held when it has begun."""
    svar = _svar(program="Dag 1\n10.00; Velkommen; Kari Nes", kapasitet="30", sted="Fylkets hus")
    side = klient.post(reverse("kompetanse:arrangement_nytt"), svar, follow=True).content.decode()
    for ord_ in ("Utkastet er lagret", "Kurs i kartlegging", "Velkommen", "Kari Nes", "Fylkets hus",
                 "kl. 10.00–12.30", "Alle kommuner i fylket"):  # fmt: skip
        assert ord_ in side
    (a,) = alle(Arrangement)
    klient.post(_side(a, "arrangement_gaa"), {"til": "aapen", "versjon": 1})
    gaa = klient.post(_side(a, "arrangement_gaa"), {"til": "holdt", "versjon": 2}, follow=True)
    assert "har ikke begynt" in gaa.content.decode()


def test_holdt_naar_det_har_begynt(klient: Client) -> None:
    """Then it stands as it is."""
    a = lag_arrangement(dager=-1)
    for versjon, tekst in ((7, "Noen andre"), (2, "merket som holdt")):
        svar = klient.post(_side(a, "arrangement_gaa"), {"til": "holdt", "versjon": versjon}, follow=True)
        assert tekst in svar.content.decode()
    assert [x.tilstand for x in alle(Arrangement)] == ["holdt"]
    assert klient.get(_side(a, "arrangement_endre"))["Location"] == _side(a)
    assert klient.post(_side(a, "arrangement_gaa"), {"til": "noe", "versjon": 3}).status_code == 404


@pytest.mark.parametrize(
    ("felt", "tekst"),
    [
        ({"tittel": "Kurs 010190"}, "Ikke skriv fødselsdato"),
        ({"formaal": "Om 01019012345"}, "Ta ut nummeret"),
        ({"program": "10; Om 01019012345"}, "Ta ut nummeret"),
        ({"til_1": "09"}, "En økt må slutte etter"),
        ({"dato_2": "01.03.2027"}, "eller tøm den"),
        ({"dato_1": "28.03.2027", "fra_1": "02.30", "til_1": "4"}, "Klokka stilles"),
        ({"dato_1": "tull"}, "for eksempel 28.02.2027"),
        ({"frist": "01.01.2099"}, "Påmeldingsfristen kan ikke være etter"),
        ({"lenke": "http://usikker.example"}, "https://"),
    ],
)
def test_feil_sies_ved_feltet(klient: Client, felt: dict[str, str], tekst: str) -> None:
    svar = klient.post(reverse("kompetanse:arrangement_nytt"), _svar(**felt))
    assert svar.status_code == 422 and tekst in svar.content.decode()
    assert not alle(Arrangement)


def test_endring_beholder_oekten_og_moeter_konflikt(klient: Client) -> None:
    """A session at the same time stays itself (what hangs on it stays); others come and go."""
    a = lag_arrangement(oekter=(oekt(20), oekt(21)), program=(("10.00", "Først", ""),))
    beholdt = alle(Oekt)[0]
    skjema = klient.get(_side(a, "arrangement_endre")).content.decode()
    assert "10.00; Først" in skjema
    dag = f"{I_DAG + timedelta(days=20):%d.%m.%Y}"
    ny = _svar(
        dato_1=dag, til_1="14", program="10.00; Nytt", kommuner=[virksomhet(TRONDHEIM).pk], versjon="2"
    )
    assert klient.post(_side(a, "arrangement_endre"), ny | {"versjon": "1"}).status_code == 409
    assert klient.post(_side(a, "arrangement_endre"), ny).status_code == 302
    (igjen,) = alle(Oekt)
    assert igjen.pk == beholdt.pk and igjen.slutt == oekt(20, til=14)[1]
    assert [p.tittel for p in alle(Programpost)] == ["Nytt"]
    assert "Trondheim" in klient.get(_side(a)).content.decode()


def test_avlyst_med_grunn(klient: Client, kommuneklient: Client) -> None:
    a = lag_arrangement()
    adresse = _side(a, "arrangement_avlys")
    assert klient.post(adresse, {"versjon": 2, "grunn": " "}).status_code == 422
    assert klient.post(adresse, {"versjon": 1, "grunn": "Syk"}).status_code == 409
    assert klient.post(adresse, {"versjon": 2, "grunn": "Innlederen er syk"}).status_code == 302
    assert "Innlederen er syk" in kommuneklient.get(_side(a)).content.decode()


def test_bare_utkast_slettes(klient: Client) -> None:
    utkast, aapent = lag_arrangement(tilstand="utkast"), lag_arrangement()
    assert klient.post(_side(utkast, "arrangement_slett"), {"bekreft": "ja"}).status_code == 302
    assert klient.post(_side(aapent, "arrangement_slett"), {"bekreft": "ja"}).status_code == 422
    assert alle(Arrangement) == [aapent]


def test_kommunen_ser_det_den_er_invitert_til(kommuneklient: Client) -> None:
    """All, or it by name; never a draft, never what is for others."""
    navn = {
        "Felles": lag_arrangement(tittel="Felles"),
        "Vårt": lag_arrangement(tittel="Vårt", kommuner=[TRONDHEIM, STEINKJER]),
        "Andres": lag_arrangement(tittel="Andres", kommuner=[STEINKJER]),
        "Utkastet": lag_arrangement(tittel="Utkastet", tilstand="utkast"),
    }
    liste = kommuneklient.get(reverse("kompetanse:kurs")).content.decode()
    for tittel, a in navn.items():
        ser = tittel in ("Felles", "Vårt")
        assert (tittel in liste) is ser
        assert kommuneklient.get(_side(a)).status_code == (200 if ser else 404)
    side = kommuneklient.get(_side(navn["Vårt"])).content.decode()
    assert "Steinkjer" not in side and "Avlys" not in side


def test_listen_filtreres(klient: Client) -> None:
    lag_arrangement(tittel="Kommer", tema="norsk")
    lag_arrangement(tittel="Vært", tema="helse", dager=-10, tilstand="holdt")
    for filter_, vises, skjules in (
        ({"naar": "kommende"}, "Kommer", "Vært"),
        ({"naar": "tidligere"}, "Vært", "Kommer"),
        ({"tema": "helse"}, "Vært", "Kommer"),
        ({"tilstand": "holdt"}, "Vært", "Kommer"),
    ):
        side = klient.get(reverse("kompetanse:kurs"), filter_).content.decode()
        assert vises in side and skjules not in side


def test_arrangementer_om_et_tema_for_appene_over() -> None:
    """Open and held ones of the theme, the latest first."""
    for tilstand, dager in (("aapen", 10), ("holdt", -5), ("avlyst", 3), ("utkast", 4)):
        lag_arrangement(tittel=tilstand, tema="forebygging", tilstand=tilstand, dager=dager)
    lag_arrangement(tema="norsk")
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        assert [a.tittel for a in om_tema(Tema.FOREBYGGING)] == ["aapen", "holdt"]


def test_handlingene_krever_rollen_og_riktig_status() -> None:
    a, utkast = lag_arrangement(), lag_arrangement(tilstand="utkast")
    leser, av = lag_aktoer(Rolle.TILSKUDDSRAADGIVER), saksbehandler()
    with kontekst(kontekst_for(leser)), pytest.raises(IkkeTilgang):
        actions.lag_arrangement(data=data(), innsending=uuid.uuid4(), av=leser)
    with kontekst(kontekst_for(av)):
        for gjoer in (
            lambda: actions.aapne(arrangement=a, versjon=2, av=av),
            lambda: actions.avlys(arrangement=utkast, versjon=1, grunn="x", av=av),
            lambda: actions.avlys(arrangement=a, versjon=2, grunn=" ", av=av),
            lambda: actions.lag_arrangement(data=data(oekter=()), innsending=uuid.uuid4(), av=av),
        ):
            with pytest.raises(Regelbrudd):
                gjoer()
        nr = uuid.uuid4()
        foerst = actions.lag_arrangement(data=data(), innsending=nr, av=av)
        assert actions.lag_arrangement(data=data(), innsending=nr, av=av) == foerst
        actions.avlys(arrangement=a, versjon=2, grunn="Syk", av=av)
        with pytest.raises(Regelbrudd):
            actions.endre_arrangement(arrangement=a, versjon=3, data=data(), av=av)


def test_databasen_lar_bare_fylket_skrive_og_bare_utkast_slettes() -> None:
    a, av, kommune = lag_arrangement(), saksbehandler(), lag_aktoer()
    with kontekst(kontekst_for(av)):
        assert Arrangement.objects.filter(pk=a.pk)._raw_delete("default") == 0
    with kontekst(kontekst_for(kommune)):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            Arrangement.objects.filter(pk=a.pk).update(tittel="Vårt")
        assert Arrangement.objects.get(pk=a.pk).tittel == a.tittel


def test_sidene_spoer_lite(klient: Client, kommuneklient: Client) -> None:
    a = lag_arrangement(kommuner=[TRONDHEIM], program=(("10.00", "Velkommen", ""),))
    assert antall_spoerringer(klient, _side(a)) <= 10
    assert antall_spoerringer(kommuneklient, _side(a)) <= 10
