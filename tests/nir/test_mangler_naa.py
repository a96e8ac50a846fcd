"""Personsiden: «Mangler nå» fra sjekklisten, og «Slik er det regnet ut»."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from integrering.nir.actions.registreringsstatus import regn_ut_status
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.status import Celle, Tilstand
from integrering.nir.statuslenker import celle_url, felt_url, slag_for, slag_med
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir import eksempler
from tests.nir.verktoey import IDAG, bosatt_i_aar, logg_inn

pytestmark = pytest.mark.django_db


def registrer(person: Person, slug: str, **endret: Any) -> Any:
    slag = FAKTATYPER[slug]
    verdier = dict(slag.faste) | eksempler.verdier(slag) | endret
    return fabrikk.registrer(slag.modell, person, registrert=None, **verdier)


@pytest.fixture
def hun(db: None) -> Person:
    """Bosatt etter avtale, med vedtak om program og en plan som ikke er hel."""
    person = bosatt_i_aar(tillatelse_dato=date(2026, 2, 2))
    registrer(person, "bosetting", bosatt=person.foerste_bosted, etter_avtale=True, ankomst=None)
    registrer(person, "vedtak-introduksjonsprogram")
    registrer(person, "integreringsplan", innhold=["sluttmaal"])
    regn_ut_status([person.pk])
    return person


def side(klient: Client, person: Person, del_: str = "") -> str:
    svar = klient.get(f"/personer/{person.noekkel}/{del_}")
    assert svar.status_code == 200
    return svar.content.decode()


def lenker(html: str) -> dict[str, str]:
    """Return the links of «Mangler nå»: text → address."""
    del_ = html.split('id="mangler"')[1].split("</section>")[0]
    return {strip_tags(t): url for url, t in re.findall(r'<a class="ds-link" href="([^"]+)">(.*?)</a>', del_)}


def test_hver_mangel_har_frist_og_lenke_til_skjemaet(hun: Person) -> None:
    html = side(logg_inn(), hun)
    mine = lenker(html)
    assert mine["Registrer sluttmål"] == f"/personer/{hun.noekkel}/sluttmaal/ny/"
    assert re.fullmatch(
        rf"/personer/{hun.noekkel}/integreringsplan/[0-9a-f-]+/rett/", mine["Rett integreringsplan"]
    )
    assert "Planen mangler noe av det loven krever." in html
    assert "Om 4" in html or "Frist " in html


def test_tilskuddets_mangler_sies_en_gang(hun: Person) -> None:
    html = side(logg_inn(), hun)
    assert html.count("Vedtak om norskopplæring") == html.count("Vedtak om norskopplæring mangler")
    assert list(lenker(html)).count("Registrer vedtak") == 1


def test_det_som_ikke_kan_avgjoeres_sier_hva_som_trengs(hun: Person) -> None:
    html = side(logg_inn(), hun)
    assert "Kan ikke avgjøres før dette er registrert" in html
    assert lenker(html)["Barn under 18 år"] == f"/personer/{hun.noekkel}/familieforhold/ny/"
    assert ": Foreldreveiledning" in html


def test_lesere_ser_manglene_uten_lenker(hun: Person) -> None:
    html = side(logg_inn(Rolle.TILSKUDDSRAADGIVER), hun)
    assert "Sluttmål" in html.split('id="mangler"')[1]
    assert lenker(html) == {}


def test_voksenopplaeringen_faar_lenker_til_sitt(hun: Person) -> None:
    registrer(hun, "klage", utfall="", utfallsdato=None, oversendt=None)
    regn_ut_status([hun.pk])
    html = side(logg_inn(Rolle.KOMMUNE_VOKSENOPPLAERING), hun)
    assert set(lenker(html)) == {"Registrer vedtak", "Registrer utdanningsbakgrunn"}
    assert "Klage" not in html.split('id="mangler"')[1].split("</section>")[0]
    assert "Foreldreveiledning" not in html.split('id="mangler"')[1].split("</section>")[0]


def test_uten_status_staar_det(db: None) -> None:
    html = side(logg_inn(), bosatt_i_aar())
    assert "Sjekklisten er ikke regnet ut for personen ennå." in html


def test_ingenting_mangler(db: None) -> None:
    """Over 67 da tillatelsen ble gitt: verken program, norsk eller tilskudd."""
    person = bosatt_i_aar(foedselsdato=date(1950, 1, 1), tillatelse_dato=date(2026, 2, 2))
    regn_ut_status([person.pk])
    html = side(logg_inn(), person)
    assert "Ingenting mangler for tilskuddet." in html
    assert "Registrer norskmål" not in lenker(html)


# --- Slik er det regnet ut ---


@pytest.mark.parametrize(
    ("del_", "ventet"),
    [
        (
            "",
            [
                "Lov: Integreringsloven",
                "Introduksjonsprogram: Rett og plikt",
                "Opplæring i norsk: Rett og plikt",
            ],
        ),
        (
            "introduksjonsprogram/",
            ["Programmets lengde: Kan ikke avgjøres", "Introduksjonsprogrammet slutter"],
        ),
        (
            "opplaering/",
            ["Timer i samfunnskunnskap: 75 timer", "Retten til norskopplæring slutter: Kan ikke"],
        ),
        ("kompetanse/", ["Kompetansekartlegging gjennomført: "]),
    ],
)
def test_hver_side_viser_sine_utregninger(hun: Person, del_: str, ventet: list[str]) -> None:
    html = side(logg_inn(), hun, del_)
    assert "Slik er det regnet ut" in html
    for tekst in ventet:
        assert f"<summary>{tekst}" in html, tekst


def test_utregningen_viser_opplysninger_regel_hjemmel_og_versjon(hun: Person) -> None:
    html = re.sub(r"<td[^>]*>", "<td>", side(logg_inn(), hun))
    lov = html.split("<summary>Lov: Integreringsloven</summary>")[1].split("</details>")[0]
    assert "Dagen tillatelsen ble gitt</th><td>02.02.2026" in lov
    assert "Hvilken lov som gjelder</th><td>Integreringsloven</td><td>integreringsloven § 52" in lov
    assert "Gjelder fra 01.01.2021" in lov
    program = html.split("<summary>Introduksjonsprogram: ")[1].split("</details>")[0]
    assert "<td>18 år</td><td>integreringsloven § 8 første ledd</td><td>Første versjon</td>" in program


def test_ukjent_sier_hva_som_mangler_med_lenke(hun: Person) -> None:
    html = side(logg_inn(), hun, "introduksjonsprogram/")
    lengde = html.split("<summary>Programmets lengde")[1].split("</details>")[0]
    assert f'<a class="ds-link" href="/personer/{hun.noekkel}/sluttmaal/ny/">Sluttmål</a>' in lengde


def test_lesningen_som_ingen_kilde_bekrefter_sies(hun: Person) -> None:
    registrer(hun, "utdanningsbakgrunn", vgs_nivaa=True, nivaa="hoeyere")
    registrer(hun, "sluttmaal", maal="arbeid_med_vgs")
    html = side(logg_inn(), hun, "introduksjonsprogram/")
    assert "<summary>Programmets lengde: 12 måneder</summary>" in html
    assert "<summary>Livsmestring: 5 timer om helse, 10 timer om karriere</summary>" in html
    assert "Ingen kilde bekrefter den." in html
    assert "<summary>Sluttmål som kan settes: Kvalifisere for arbeid, " in html


def test_gjelder_ikke_sier_hvorfor(hun: Person) -> None:
    registrer(hun, "familieforhold", barn_under_18=False, familieinnvandring=False)
    html = side(logg_inn(), hun, "introduksjonsprogram/")
    assert "<summary>Foreldreveiledning: Gjelder ikke: Personen har ikke barn under 18 år.</summary>" in html
    registrer(hun, "familieforhold", opplyst=IDAG, barn_under_18=True, familieinnvandring=False)
    html = side(logg_inn(), hun, "introduksjonsprogram/")
    assert "<summary>Foreldreveiledning: 8–12 møter i gruppe, eller 5–8 samtaler alene</summary>" in html


# --- Lenkene ---


def test_hver_registrering_og_hver_opplysning_leder_et_sted(hun: Person) -> None:
    for hva in Registrering:
        assert slag_for(hva).slug in FAKTATYPER
        assert celle_url(hun.noekkel, hva, Celle(Tilstand.MANGLER)).endswith("/ny/")
        assert "#kort-" in celle_url(hun.noekkel, hva, Celle(Tilstand.REGISTRERT))
    uten = {felt for felt in Felt if slag_med(felt) is None}
    assert uten == {Felt.UTSATT_OPPSTART, Felt.UTVIDET_NORSK, Felt.BARNETS_FOEDSELSDATO}
    assert felt_url(hun.noekkel, Felt.UTSATT_OPPSTART) == ""
    assert felt_url(hun.noekkel, Felt.FOEDT).endswith("#kort-opplysninger")


def test_cellen_leder_til_det_som_skal_rettes(hun: Person) -> None:
    plan = registrer(hun, "fravaer", ordning="intro", fravaer="ikke_avklart").registrering_id
    fravaer = Celle(Tilstand.DELVIS, grunn=Statusgrunn.FRAVAER_UAVKLART, registrering=plan)
    adresse = celle_url(hun.noekkel, Registrering.TILTAK_FRAVAER, fravaer)
    assert adresse == f"/personer/{hun.noekkel}/fravaer/{plan}/rett/"
    ukjent = Celle(Tilstand.UKJENT, grunn="utsatt_oppstart etter_avtale")
    assert celle_url(hun.noekkel, Registrering.KLAGE, ukjent).endswith("/bosetting/ny/")
