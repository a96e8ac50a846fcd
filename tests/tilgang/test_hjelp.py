"""Help, terms, about."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings as innstillinger
from django.test import Client

from integrering.tilgang import begreper
from integrering.tilgang.roller import ALLE_ROLLER, Rolle
from integrering.tilgang.soekekilder import registrer
from integrering.tilgang.veiledninger import (
    Veiledning,
    registrer_veiledning,
    veiledning,
    veiledninger_for,
)
from tests.fabrikk import lag_aktoer
from tests.nir.verktoey import logg_inn

pytestmark = pytest.mark.django_db


# --- Begreper ---


def test_hvert_begrep_er_helt_paa_begge_spraak() -> None:
    assert len(begreper.alle()) >= 120
    for b in begreper.alle():
        assert b.nb, b
        assert b.nn, b
        assert b.betyr_nb.endswith("."), b
        assert b.betyr_nn.endswith("."), b
        assert re.fullmatch(r"[a-z_]+", b.kode), b


def test_ingen_bokmaalsord_i_nynorsken() -> None:
    bokmaal = re.compile(
        r"\b(ikke|noen|fra|hvor|hva|hvem|som er gitt|kommunens|jeg|dere|uke|utdanning er)\b", re.I
    )
    for b in begreper.alle():
        assert not bokmaal.search(b.betyr_nn), b


def test_hjemmelen_viser_til_en_lov() -> None:
    lover = (
        "Integreringsloven", "integreringsloven", "Integreringsforskriften", "integreringsforskriften",
        "Utlendingsloven", "Forvaltningsloven", "Opplæringslova", "Folkeregisterloven", "Kommuneloven",
        "Språklova",
    )  # fmt: skip
    for b in begreper.alle():
        for del_ in filter(None, b.hjemmel.split("; ")):
            assert del_.startswith(lover), b
            assert "§" in del_ or "kapittel" in del_, b


def test_hjemmelen_paa_nynorsk_har_lovene_paa_nynorsk() -> None:
    hjemler = [b.hjemmelen("nn") for b in begreper.alle()]
    assert "Integreringslova § 30 andre ledd" in hjemler
    assert "Integreringsforskrifta § 46 første ledd bokstav a" in hjemler
    assert "Utlendingslova § 34; integreringslova kapittel 6A" in hjemler
    assert not [h for h in hjemler if re.search(r"lov(en)\b|skriften\b", h)]
    assert begreper.alle()[0].hjemmelen("nb") == begreper.alle()[0].hjemmel


def test_begrepene_staar_i_alfabetet_med_anker() -> None:
    side = logg_inn().get("/hjelp/begreper/").content.decode()
    for b in begreper.alle():
        assert f'id="{b.kode}"' in side
    foerste, siste = begreper.alle()[0], begreper.alle()[-1]
    assert (foerste.kode, siste.kode) == ("adressebeskyttelse", "voksenopplaering")
    assert side.index(f'id="{foerste.kode}"') < side.index(f'id="{siste.kode}"')


def test_soek_i_begrepene_i_ord_forklaring_og_hjemmel() -> None:
    klient = logg_inn()

    def funnet(q: str) -> list[str]:
        return re.findall(
            r'class="begrep" id="([a-z_]+)"', klient.get("/hjelp/begreper/", {"q": q}).content.decode()
        )

    assert funnet("duf")[0] == "duf_nummer"
    assert funnet("busetjing")[0] == "bosetting", "nynorsk søk på bokmålssiden"
    assert "fravaersmelding" in funnet("integreringsforskriften 59")
    assert "fravaersmelding" in funnet("integreringsforskrifta 59")
    assert funnet("tolk")[0] == "tolkespraak"
    assert funnet("finnesikke") == []
    assert "Ingen begreper passer" in klient.get("/hjelp/begreper/?q=finnesikke").content.decode()


def test_begrepene_er_paa_spraket_leseren_har_valgt() -> None:
    klient = logg_inn()
    klient.cookies["spraak"] = "nn"
    side = klient.get("/hjelp/begreper/").content.decode()
    assert re.search(r'<dt>busetjing <span class="dempet" lang="nb">\(bosetting\)', side)
    assert "Ein person med opphaldsløyve" in side
    assert "Integreringslova § " in side and "loven §" not in side


def test_kort_forklaring_slutter_ved_et_ord() -> None:
    lang = next(b for b in begreper.alle() if len(b.betyr_nb) > 120)
    assert lang.kort("nb").endswith(" …")
    assert len(lang.kort("nb")) <= 92
    kort = next(b for b in begreper.alle() if len(b.betyr_nb) < 60)
    assert kort.kort("nb") == kort.betyr_nb


# --- Slik gjør du ---


@pytest.mark.parametrize("rolle", sorted(ALLE_ROLLER))
def test_hjelpen_viser_det_rollen_kan_gjoere(rolle: Rolle) -> None:
    side = logg_inn(rolle).get("/hjelp/").content.decode()
    assert 'href="/hjelp/begreper/"' in side
    assert ("Slik gjør du: Finn en person" in side) is (
        rolle.value.startswith(("fylke_", "opplaering", "tilskudd", "kommune_fly", "kommune_voksen"))
        or rolle in (Rolle.ADMINISTRATOR, Rolle.LEDER, Rolle.BOSETTINGSGODKJENNER, Rolle.KARRIEREVEILEDER)
    )


def test_veiledningen_staar_paa_siden_uten_lenke_til_seg_selv() -> None:
    side = logg_inn().get("/soek/").content.decode()
    del_ = re.search(r'id="hjelp-finn_person".*?</details>', side, re.S)
    assert del_
    assert 'href="/soek/"' not in del_[0]
    assert 'href="/soek/"' in logg_inn().get("/hjelp/").content.decode()


def test_paa_siden_staar_veiledningen_for_dem_som_kan_gjoere_det() -> None:
    """A municipality reads the forums, and keeps no decisions."""
    for rolle, vises in ((Rolle.FYLKE_SAKSBEHANDLER, True), (Rolle.KOMMUNE_FLYKTNINGTJENESTE, False)):
        side = logg_inn(rolle).get("/samarbeid/").content.decode()
        assert ('id="hjelp-foelg_opp_forum"' in side) is vises


def test_hver_veiledning_staar_paa_en_side() -> None:
    paa_sidene = {
        kode
        for mal in (innstillinger.BASE_DIR / "templates").rglob("*.html")
        for kode in re.findall(r'{% slik_gjoer_du "(\w+)" %}', mal.read_text(encoding="utf-8"))
    }
    assert paa_sidene == {v.kode for rolle in ALLE_ROLLER for v in veiledninger_for(lag_aktoer(rolle))}


def test_en_veiledning_uten_side_og_en_ukjent() -> None:
    registrer()
    registrer_veiledning(Veiledning("proeve", "Prøve", ("Ett.",), 999, frozenset()))
    assert veiledning("proeve").begynner == ""
    with pytest.raises(KeyError):
        veiledning("finnes-ikke")


# --- Om ---


def test_om_viser_kontakt_kilde_erklaeringer_og_lisenser(settings: Any) -> None:
    settings.KONTAKT = "hjelp@example.no"
    settings.KILDEKODE = "https://kode.example.no/integrering"
    settings.TILGJENGELIGHETSERKLAERING = "https://uustatus.example.no/1"
    settings.PERSONVERNERKLAERING = "https://fylket.example.no/personvern"
    side = Client().get("/om/").content.decode()
    bunn = side[side.index("<footer") :]
    for adresse in (
        settings.TILGJENGELIGHETSERKLAERING,
        settings.PERSONVERNERKLAERING,
        "mailto:hjelp@example.no",
    ):
        assert side.count(f'"{adresse}"') == 2, "på siden og i bunnen"
        assert adresse in bunn
    assert settings.KILDEKODE in side
    for navn in ("@digdir/designsystemet-css", "htmx.org", "0BSD"):
        assert navn in side
    assert "/static/vendor/htmx/LICENSE" in side
    assert "hjelp@example.no" in logg_inn().get("/hjelp/").content.decode()


def test_om_uten_innstillinger() -> None:
    side = Client().get("/om/").content.decode()
    assert "mailto:" not in side
    assert "ikke lagt inn for denne installasjonen" in side


@pytest.mark.parametrize(
    ("rolle", "tekst"),
    [
        (Rolle.KOMMUNE_ADMINISTRATOR, "Spør fylkeskommunen om tilgang til noe mer."),
        (Rolle.ADMINISTRATOR, "Du gir og endrer roller under «Brukere»."),
        (Rolle.FYLKE_SAKSBEHANDLER, "Spør den som er administrator hos dere."),
    ],
)
def test_hvem_som_gir_tilgang(rolle: Rolle, tekst: str) -> None:
    """An administrator is not sent to themselves."""
    side = logg_inn(rolle).get("/hjelp/").content.decode()
    assert tekst in side
    assert ("Spør den som er administrator hos dere." in side) is (rolle is Rolle.FYLKE_SAKSBEHANDLER)
