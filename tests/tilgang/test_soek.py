"""Finding anything from one box."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur.lesing import ligner_foedselsnummer
from integrering.grunnmur.soeketekst import ord_i, treffer
from integrering.nir.models import Person, Soekeord
from integrering.nir.queries.soek import kandidater
from integrering.nir.queries.soek import ord_i as databasens_ord
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Innsyn, Virksomhet
from integrering.tilgang.roller import ALLE_ROLLER, Rolle
from integrering.tilgang.soek import soekekilder_for
from tests import fabrikk
from tests.nir.verktoey import alle, logg_inn

pytestmark = pytest.mark.django_db


def _soek(klient: Client, tekst: str) -> Any:
    return klient.post("/soek/", {"q": tekst})


def _funnet(svar: Any, gruppe: str = "personer") -> list[str]:
    """Return the texts of the hits of a kind on the page, in order."""
    del_ = re.search(rf'aria-labelledby="gruppe-{gruppe}".*?</section>', svar.content.decode(), re.S)
    return re.findall(r'<li><a class="ds-link" href="[^"]+">([^<]+)</a> <span', del_[0]) if del_ else []


# --- Hvordan en person finnes ---


@pytest.mark.parametrize(
    ("navn", "soek"),
    [
        (("Åse", "Ærø"), "aase"),
        (("Aase", "Ærø"), "ÅSE"),
        (("Aase", "Ærø"), "aeroe"),
        (("Per", "Østby-Hansen"), "hansen"),
        (("Per", "Østby-Hansen"), "øst per"),
        (("Per", "Østby-Hansen"), "hans pe oestby"),
        (("Per", "Østby-Hansen"), "østby-hansen"),
        (("José", "Lindström"), "jose lindstrom"),
        (("Jose", "Lindstrom"), "José Lindström"),
        (("Anne", "D'Angelo"), "angelo d’"),
        (("Åge", "Vik"), "A\u030age"),
        (("Ali", "Ali"), "ali ali"),
    ],
)
def test_person_finnes_ved_navn(navn: tuple[str, str], soek: str) -> None:
    fabrikk.lag_person(fornavn=navn[0], etternavn=navn[1])
    fabrikk.lag_person(fornavn="Noen", etternavn="Annen")
    assert _funnet(_soek(logg_inn(), soek)) == [" ".join(navn).replace("'", "&#x27;")]


def test_hvert_ord_maa_passe() -> None:
    fabrikk.lag_person(fornavn="Ali", etternavn="Hassan")
    klient = logg_inn()
    assert _funnet(_soek(klient, "ali hassan finnes")) == []
    assert _funnet(_soek(klient, "assan")) == [], "begynnelsen på et navn, ikke midten"


@pytest.mark.parametrize("form", ["{0}", "{1}", " {0} ", "{1}."])
def test_et_helt_duf_nummer_gaar_rett_til_personen(form: str) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_person()
    svar = _soek(logg_inn(), form.format(person.duf, person.duf_skrevet))
    assert svar["Location"] == f"/personer/{person.noekkel}/"


def test_begynnelsen_paa_et_duf_nummer() -> None:
    person = fabrikk.lag_person(duf="209912345678")
    klient = logg_inn()
    for tekst in ("2099", "2099 12", "20991234567"):
        assert _funnet(_soek(klient, tekst)) == [person.navn], tekst
    assert _funnet(_soek(klient, "209")) == [], "tre sifre er for lite"


@pytest.mark.parametrize("form", ["07.08.1991", "7.8.91", "070891", "07081991", "1991-08-07", "7 8 1991"])
def test_person_finnes_ved_foedselsdato(form: str) -> None:
    person = fabrikk.lag_person(foedselsdato=date(1991, 8, 7))
    fabrikk.lag_person()
    assert _funnet(_soek(logg_inn(), form)) == [person.navn]


def test_seks_sifre_er_baade_dato_og_begynnelsen_paa_et_nummer() -> None:
    foedt = fabrikk.lag_person(fornavn="Foedt", foedselsdato=date(2012, 10, 20))
    nummer = fabrikk.lag_person(fornavn="Nummer", duf="201012345678")
    assert set(_funnet(_soek(logg_inn(), "201012"))) == {foedt.navn, nummer.navn}


@pytest.mark.parametrize(
    "form", ["07089112345", "070891 12345", "47089112345", "07489112345", "070891-12345"]
)
def test_foedselsnummer_avvises_hoeflig_og_vises_ikke(form: str) -> None:
    fabrikk.lag_person()
    klient = logg_inn()
    side = _soek(klient, form).content.decode()
    assert "ser ut som et fødselsnummer eller D-nummer" in side
    assert "12345" not in side
    forslag = klient.post("/soek/forslag/", {"q": form}, headers={"HX-Request": "true"}).content.decode()
    assert "ikke fødselsnummer" in forslag
    assert "12345" not in forslag


@pytest.mark.parametrize(
    ("tekst", "ligner"),
    [
        ("07089112345", True),
        ("47089112345", True),
        ("07739112345", True),
        ("07889112345", True),
        ("32089112345", False),
        ("07139112345", False),
        ("0708911234", False),
        ("209912345678", False),
        ("Amina", False),
    ],
)
def test_hva_som_ligner_et_foedselsnummer(tekst: str, ligner: bool) -> None:
    assert ligner_foedselsnummer(tekst) is ligner


# --- Veggen ---


def test_andres_og_skjermede_personer_finnes_ikke() -> None:
    fabrikk.lag_person(kommune="5006", fornavn="Hemmelig")
    skjult = fabrikk.lag_person(fornavn="Hemmelig", adressebeskyttelse="fortrolig")
    for tekst in ("hemmelig", skjult.duf, "2099"):
        assert _funnet(_soek(logg_inn(), tekst)) == [], tekst
    fylket = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    assert _funnet(_soek(fylket, "hemmelig")) == ["Hemmelig Eksempel"]


def test_skjermede_er_aldri_i_forslagene() -> None:
    fabrikk.lag_person(fornavn="Hemmelig", adressebeskyttelse="fortrolig")
    klient = logg_inn(skjermede=True)
    assert _funnet(_soek(klient, "hemmelig")) == ["Hemmelig Eksempel"]
    svar = klient.post("/soek/forslag/", {"q": "hemmelig"}, headers={"HX-Request": "true"})
    assert "Hemmelig" not in svar.content.decode()
    assert "Ingen forslag." in svar.content.decode()


@pytest.mark.parametrize(
    "rolle",
    [Rolle.SKOLEKONTAKT, Rolle.ORGANISASJON_SOEKER, Rolle.KOMMUNE_ADMINISTRATOR, Rolle.INNSYNSREVISOR],
)
def test_andre_roller_finner_ingen_personer(rolle: Rolle) -> None:
    fabrikk.lag_person(fornavn="Hemmelig")
    assert _funnet(_soek(logg_inn(rolle), "hemmelig")) == []


def test_soekeordene_ser_bare_den_som_ser_personen(som: Any) -> None:
    fabrikk.lag_person(fornavn="Vaar")
    fabrikk.lag_person(fornavn="Deres", kommune="5006")
    fabrikk.lag_person(fornavn="Skjult", adressebeskyttelse="fortrolig")
    med = {"vaar", "deres", "skjult"}

    def ser(rolle: Rolle, **mer: Any) -> set[str]:
        with som(fabrikk.lag_aktoer(rolle, **mer)):
            return med & set(Soekeord.objects.values_list("ord", flat=True))

    assert ser(Rolle.KOMMUNE_FLYKTNINGTJENESTE) == {"vaar"}
    assert ser(Rolle.FYLKE_SAKSBEHANDLER) == {"vaar", "deres"}
    assert ser(Rolle.FYLKE_SAKSBEHANDLER, skjermede=True) == med


def test_den_som_flytter_finnes_i_den_nye_kommunen() -> None:
    person = fabrikk.lag_person(fornavn="Flyttet", bosatt_til=date(2024, 1, 31))
    fabrikk.lag_bosted(person, kommune="5006", fra=date(2024, 2, 1))
    assert _funnet(_soek(logg_inn(), "flyttet")) == []
    assert _funnet(_soek(logg_inn(nummer="5006"), "flyttet")) == ["Flyttet Eksempel"]


def test_rettet_navn_finnes_og_det_gamle_ikke() -> None:
    person = fabrikk.lag_person(fornavn="Gammelt", etternavn="Felles")
    with kontekst(motor_kontekst()):
        opplysning = person.opplysninger.get()
    fabrikk.rett(opplysning, fornavn="Nytt")
    klient = logg_inn()
    assert _funnet(_soek(klient, "gammelt")) == []
    assert _funnet(_soek(klient, "nytt felles")) == ["Nytt Felles"]
    with kontekst(motor_kontekst()):
        assert set(Soekeord.objects.filter(person=person).values_list("ord", flat=True)) == {"nytt", "felles"}


def test_rettelse_av_annet_enn_navnet_lar_ordene_staa() -> None:
    person = fabrikk.lag_person(fornavn="Samme", etternavn="Navn")
    with kontekst(motor_kontekst()):
        fabrikk.rett(person.opplysninger.get(), landgruppe="L")
        assert set(Soekeord.objects.filter(person=person).values_list("ord", flat=True)) == {"samme", "navn"}


# --- Virksomheter, begreper ---


def test_kommune_paa_alle_spraak_og_ved_nummer() -> None:
    klient = logg_inn(Rolle.SKOLEKONTAKT)
    Virksomhet.objects.filter(nummer="5041").update(navn="Snåase – Snåsa", navn_andre="Snåase; Đŋŧa")
    for tekst in ("snåsa", "SNAASA", "snåase", "dnt"):
        assert "Snåase – Snåsa" in _funnet(_soek(klient, tekst), "virksomheter"), tekst
    assert _soek(klient, "5041")["Location"] == "/virksomheter/5041/"
    assert "Snåase – Snåsa" in klient.get("/virksomheter/5041/").content.decode()


def test_skole_ved_organisasjonsnummer_med_mellomrom() -> None:
    skole = fabrikk.virksomhet(fabrikk.SKOLE)
    klient = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    assert _soek(klient, "099 000 001")["Location"] == f"/virksomheter/{skole.nummer}/"
    assert _funnet(_soek(klient, "prøvedal"), "virksomheter") == [skole.navn]
    assert _funnet(_soek(klient, "09900"), "virksomheter") == [skole.navn], "en del av nummeret er en liste"


def test_virksomhetens_side() -> None:
    fylket, skolen = logg_inn(Rolle.FYLKE_SAKSBEHANDLER), logg_inn(Rolle.SKOLEKONTAKT)
    assert "/personer/?kommune=5006" in fylket.get("/virksomheter/5006/").content.decode()
    assert "/personer/" not in skolen.get("/virksomheter/5006/").content.decode()
    assert fylket.get("/virksomheter/9999/").status_code == 404
    Virksomhet.objects.filter(nummer="5006").update(aktiv=False)
    assert "ikke lenger i bruk" in fylket.get("/virksomheter/5006/").content.decode()


def test_begrep_finnes_fra_soeket() -> None:
    svar = _soek(logg_inn(Rolle.KOMMUNE_ADMINISTRATOR), "duf")
    assert 'href="/hjelp/begreper/#duf_nummer"' in svar.content.decode()


# --- Siden ---


def test_tomt_soek_er_en_feil_og_ingen_treff_et_svar() -> None:
    klient = logg_inn()
    svar = _soek(klient, "   ")
    assert svar.status_code == 422
    side = svar.content.decode()
    assert 'href="#soek-felt"' in side
    assert 'aria-invalid="true"' in side
    assert "<title>Feil: Søk" in side
    ingen = _soek(klient, "---")
    assert ingen.status_code == 200
    assert "Ingen treff." in ingen.content.decode()
    assert "Dette kan du søke etter" in klient.get("/soek/").content.decode()


def test_antallet_kunngjoeres_og_for_mange_avgrenses() -> None:
    for nummer in range(22):
        fabrikk.lag_person(fornavn=f"Mange{nummer}")
    klient = logg_inn()
    side = _soek(klient, "mange").content.decode()
    assert "Mange treff." in side
    assert len(_funnet(_soek(klient, "mange"))) == 20
    assert '<p role="status"><strong>1 treff.' in _soek(klient, "mange21").content.decode()


def test_soeket_staar_ikke_i_adresser_eller_innsynslogg() -> None:
    fabrikk.lag_person(fornavn="Sjeldennavn")
    klient = logg_inn()
    side = _soek(klient, "sjeldennavn").content.decode()
    assert not [a for a in re.findall(r'(?:href|action|hx-post)="([^"]*)"', side) if "sjelden" in a.lower()]
    assert "sjeldennavn" not in re.search(r"<title>.*?</title>", side, re.S)[0].lower()  # type: ignore[index]
    assert klient.get("/soek/?q=sjeldennavn").content.decode().count("Sjeldennavn") == 0
    assert not alle(Innsyn)


def test_forslag_mens_man_skriver() -> None:
    for nummer in range(8):
        fabrikk.lag_person(fornavn=f"Forslag{nummer}")
    klient = logg_inn()

    def forslag(tekst: str) -> str:
        return str(
            klient.post("/soek/forslag/", {"q": tekst}, headers={"HX-Request": "true"}).content.decode()
        )

    assert forslag("forslag").count("<li>") == 5
    assert "5 forslag" in forslag("forslag")
    assert "<li>" not in forslag("f")
    assert "Ingen forslag" not in forslag("f"), "én bokstav er ikke et spørsmål"
    uten_htmx = klient.post("/soek/forslag/", {"q": "forslag3"})
    assert "<h1" in uten_htmx.content.decode()


@pytest.mark.parametrize("rolle", sorted(ALLE_ROLLER))
def test_alle_har_boksen_paa_hver_side(rolle: Rolle) -> None:
    klient = logg_inn(rolle)
    side = klient.get("/om/").content.decode()
    assert 'action="/soek/"' in side
    assert klient.get("/soek/").content.decode().count('id="soek-felt"') == 1


def test_ingen_boks_uten_rolle() -> None:
    assert 'action="/soek/"' not in Client().get("/om/").content.decode()


def test_et_fast_antall_spoerringer() -> None:
    klient = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    klient.get("/om/")

    def antall(tekst: str) -> int:
        with CaptureQueriesContext(connection) as fanget:
            assert _soek(klient, tekst).status_code == 200
        return len(fanget)

    fabrikk.lag_person(fornavn="Telle")
    foer = antall("telle ek")
    for _nr in range(5):
        fabrikk.lag_person(fornavn="Telle")
    assert antall("telle ek") == foer
    # who asks costs eight; each kind of things asks once at most
    assert foer <= 8 + len(soekekilder_for(fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)))


# --- Ordene ---


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [("Åse-Lill Østby", ("aase", "lill", "oestby")), ("José  O'Neil", ("jose", "o", "neil")), ("  ", ())],
)
def test_ordene_er_de_samme_her_og_i_databasen(tekst: str, ord_: tuple[str, ...]) -> None:
    assert ord_i(tekst) == ord_
    assert tuple(databasens_ord(tekst)) == ord_


def test_ingen_ord_treffer_ingenting() -> None:
    assert not treffer([], ["alt"])
    assert treffer(["al"], ["alt"])


def test_nullbyte_og_lang_tekst_er_ingen_krasj() -> None:
    klient = logg_inn()
    assert _soek(klient, "a\x00b").status_code == 200
    assert _soek(klient, "lang " * 500).status_code == 200


def test_indeksen_brukes_under_radtilgangen(som: Any) -> None:
    """The plan of a search for a name is a range of the index, for a municipality too."""
    with kontekst(motor_kontekst()):
        assert Person.objects.count() == 0
    with som(fabrikk.lag_aktoer()), connection.cursor() as peker:
        peker.execute("SET LOCAL enable_seqscan = off")
        peker.execute("EXPLAIN SELECT person_id FROM nir_soekeord WHERE ord >= 'ali' AND ord < 'alj'")
        plan = "\n".join(rad[0] for rad in peker.fetchall())
    assert "Index Cond: ((ord >= 'ali'::text) AND (ord < 'alj'::text))" in plan
    with kontekst(motor_kontekst()):
        assert kandidater("ali") == []
