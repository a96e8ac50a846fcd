"""Lists, search, front page, person page, history."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from integrering.nir.models import Person
from integrering.nir.queries import personer as queries
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.nir.verktoey import IDAG, alle, bosatt_i_aar, logg_inn

pytestmark = pytest.mark.django_db


# --- Lister og søk ---


@pytest.mark.parametrize(
    ("navn", "soek"),
    [
        (("Åse", "Ærø"), "aase"),
        (("Aase", "Ærø"), "åse"),
        (("Per", "Østby-Hansen"), "hansen"),
        (("Per", "Østby-Hansen"), "østby per"),
        (("Per", "Østby-Hansen"), "oestby"),
        (("José", "Lindström"), "jose lindstrom"),
        (("Per", "100%"), "100%"),
    ],
)
def test_soek_paa_navn(navn: tuple[str, str], soek: str) -> None:
    person = fabrikk.lag_person(fornavn=navn[0], etternavn=navn[1])
    fabrikk.lag_person(fornavn="Noen", etternavn="Annen")
    svar = logg_inn().post("/personer/", {"soek": soek})
    assert svar["Location"] == f"/personer/{person.noekkel}/"


@pytest.mark.parametrize("form", ["{0}", "{1}", " {0} "])
def test_soek_paa_duf(form: str) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_person()
    svar = logg_inn().post("/personer/", {"soek": form.format(person.duf, person.duf_skrevet)})
    assert svar["Location"] == f"/personer/{person.noekkel}/"


@pytest.mark.parametrize("form", ["07.08.1991", "7.8.91", "070891", "1991-08-07"])
def test_soek_paa_foedselsdato(form: str) -> None:
    person = fabrikk.lag_person(foedselsdato=date(1991, 8, 7))
    fabrikk.lag_person()
    svar = logg_inn().post("/personer/", {"soek": form})
    assert svar["Location"] == f"/personer/{person.noekkel}/"


def test_soek_med_flere_treff_ingen_treff_og_uten_tekst() -> None:
    for navn in ("Ånes", "Østby", "Ærø", "Zakho", "Aaserud"):
        fabrikk.lag_person(etternavn=navn)
    klient = logg_inn()
    tekst = klient.post("/personer/", {"soek": "2099"}).content.decode()
    rekke = re.findall(r">(\w+), Amina<", tekst)
    assert rekke == ["Zakho", "Ærø", "Østby", "Ånes", "Aaserud"], "norsk alfabet, aa som å"
    assert "Ingen treff" in klient.post("/personer/", {"soek": "---"}).content.decode()
    assert klient.post("/personer/", {"soek": ""}).status_code == 422


def test_soek_i_listen_er_innenfor_filteret() -> None:
    """Someone else of the same name, in another kommune, is not in the list that is searched."""
    her, _der = (fabrikk.lag_person(etternavn="Felles", kommune=nummer) for nummer in ("5001", "5006"))
    klient = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)
    side = klient.get("/personer/?kommune=5001").content.decode()
    assert 'action="/personer/?kommune=5001"' in side
    assert (
        klient.post("/personer/?kommune=5001", {"soek": "felles"})["Location"] == f"/personer/{her.noekkel}/"
    )
    assert klient.post("/personer/", {"soek": "felles"}).status_code == 200, "to treff i hele listen"


def test_lista_bladd_forover_og_bakover() -> None:
    for nummer in range(queries.SIDE + 5):
        fabrikk.lag_person(etternavn=f"Navn{nummer:03d}")
    klient = logg_inn()

    def les(adresse: str) -> tuple[list[str], dict[str, str]]:
        tekst = klient.get(f"/personer/{adresse}").content.decode()
        lenker = re.findall(r'rel="(prev|next)" href="([^"]+)"', tekst)
        return re.findall(r">(Navn\d+), Amina<", tekst), dict(lenker)

    foerste, lenker = les("")
    assert (len(foerste), foerste[0], list(lenker)) == (50, "Navn000", ["next"])
    neste, lenker_to = les(lenker["next"])
    assert (neste[0], len(neste), list(lenker_to)) == ("Navn050", 5, ["prev"])
    assert les(lenker_to["prev"])[0] == foerste
    assert les("?etter=tull")[0] == foerste


def test_filter_paa_det_som_mangler_og_kommune() -> None:
    uten = bosatt_i_aar(etternavn="Uten")
    med = bosatt_i_aar(etternavn="Vedtak", kommune="5006")
    fabrikk.lag_vedtak(med, startdato=IDAG)
    aapen = bosatt_i_aar(etternavn="Åpen")
    fabrikk.lag_vedtak(aapen, startdato=IDAG)
    fabrikk.lag_vgo(aapen, fra=IDAG, til=None)
    bosatt_i_aar(etternavn="Plikt", tillatelse="28")
    klient = logg_inn(Rolle.FYLKE_SAKSBEHANDLER)

    def vist(spoersmaal: str) -> set[str]:
        return set(re.findall(r">(\w+), Amina<", klient.get(f"/personer/?{spoersmaal}").content.decode()))

    assert vist("") == {"Uten", "Vedtak", "Åpen", "Plikt"}
    assert vist("mangler=vedtak") == {"Uten"}
    assert vist("mangler=periode") == {"Uten", "Vedtak"}
    assert vist("mangler=sluttdato") == {"Åpen"}
    assert vist("mangler=periode&kommune=5006") == {"Vedtak"}
    assert vist("mangler=vedtak&kommune=5006") == set()
    assert "Ta bort filteret" in klient.get("/personer/?mangler=vedtak").content.decode()
    assert uten.kommune is not None


def test_tomme_lister_har_et_neste_steg() -> None:
    klient = logg_inn()
    assert "Ingen personer er registrert." in klient.get("/personer/").content.decode()
    assert "Ingen personer passer" in klient.get("/personer/?mangler=vedtak").content.decode()
    assert "Ingen flyttinger venter" in klient.get("/flyttinger/").content.decode()
    assert "Ingen personer har flyttet" in klient.get("/personer/tidligere/").content.decode()
    assert "Ingen oppgaver over frist" in klient.get("/").content.decode()


# --- Forsiden ---


def test_fylket_ser_hvilke_kommuner_som_ligger_etter() -> None:
    bosatt_i_aar()
    bosatt_i_aar(kommune="5006")
    bosatt_i_aar(kommune="5006")
    oppdater_kilde("nir")
    tekst = logg_inn(Rolle.FYLKE_SAKSBEHANDLER).get("/").content.decode()
    panelet = tekst[tekst.index("Kommunene med flest oppgaver") :]
    assert panelet.index("Steinkjer") < panelet.index("Trondheim"), "flest først"


def test_fylkets_forside_uten_oppgaver_har_et_neste_steg() -> None:
    tekst = logg_inn(Rolle.FYLKE_SAKSBEHANDLER).get("/").content.decode()
    assert "Ingen kommuner har åpne oppgaver." in tekst


# --- Personsiden og historikken ---


def test_personsiden_sier_hva_som_mangler_og_naar() -> None:
    person = bosatt_i_aar(landgruppe="")
    fabrikk.lag_vgo(person, fra=IDAG - timedelta(days=90), til=None)
    fabrikk.lag_stans(person, fra=IDAG, varighet="midlertidig")
    tekst = logg_inn().get(f"/personer/{person.noekkel}/").content.decode()
    for ventet in (
        "Vedtak om norskopplæring mangler",
        "Perioden mangler sluttdato",
        "Landgruppe mangler",
        "dager over frist",
        "Vedtak mangler, periode mangler. Fylkeskommunen får ikke tilskudd før begge er registrert",
        "Rett og plikt til norskopplæring (integreringsloven §§ 9 og 27): tre tilskuddsår",
        "Midlertidig",
    ):
        assert ventet in tekst, ventet


def test_svake_perioder_leder_til_rettelsen() -> None:
    person = bosatt_i_aar()
    timer = fabrikk.lag_vgo(person, fra=IDAG, til=IDAG, timer=29)
    klasse = fabrikk.lag_vgo(
        person, fra=IDAG + timedelta(days=1), til=IDAG + timedelta(days=2), timer=20, kombinasjonsklasse=True
    )
    tekst = logg_inn().get(f"/personer/{person.noekkel}/").content.decode()
    for rad, handling in ((timer, "Rett timer per uke"), (klasse, "Rett hovedansvar")):
        assert f'/{rad.registrering_id}/rett/">{handling}</a>' in tekst


def test_slik_det_var_paa_en_dag() -> None:
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 2))
    vedtak = fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.rett(vedtak, naar=fabrikk.klokken(2023, 6, 1, 23), startdato=date(2023, 5, 5))
    klient = logg_inn()

    def slik(dag_: str) -> str:
        tekst = klient.get(f"/personer/{person.noekkel}/historikk/?per={dag_}").content.decode()
        return tekst.split("Alle registreringer")[0]

    assert "01.04.2023" in slik("31.05.2023")
    assert "05.05.2023" in slik("01.06.2023")
    assert "Vedtak om norskopplæring: ikke registrert" in slik("04.04.2023")
    assert "finnes ikke i kalenderen" in slik("31.02.2023")


def test_historikken_forteller_hvem_hva_og_hvorfor() -> None:
    rad = fabrikk.lag_vedtak(bosatt_i_aar())
    fabrikk.rett(rad, annullert=True, aarsak="Feil person")
    tekst = logg_inn().get(f"/personer/{alle(Person)[0].noekkel}/historikk/").content.decode()
    assert tekst.index("norskopplæring annullert") < tekst.index("norskopplæring registrert")
    assert "Begrunnelse: Feil person" in tekst
    assert "registrator-5001, Trondheim" in tekst
