"""The invented people: nobody's numbers, the same every time, and in order whatever day the demo starts."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, time
from itertools import pairwise
from uuid import UUID

import pytest

from integrering.demo.befolkning import Person, Ramme, befolkning
from integrering.demo.befolkning.navn import FORNAVN, SISTE
from integrering.demo.befolkning.rader import KOLONNER, Versjon
from integrering.grunnmur.kvartal import OSLO, Kvartal
from integrering.nir.rules import duf_kontroll_ok
from integrering.tilgang.virksomhetsdata import les_virksomheter

I_DAG = date(2026, 11, 22)
DAGER = [I_DAG, date(2027, 1, 1), date(2027, 4, 20), date(2027, 8, 25), date(2028, 2, 29), date(2028, 7, 3)]
KOMMUNER = tuple(
    (rad["nummer"], int(rad["innbyggere"]))
    for rad in les_virksomheter()
    if rad["type"] == "kommune" and rad["fylkesnummer"] == "50"
)


def lag(i_dag: date = I_DAG, antall: int = 1200) -> list[Person]:
    return list(befolkning(Ramme(50, i_dag, "50", KOMMUNER), antall))


@pytest.fixture(scope="module")
def alle() -> list[Person]:
    return lag(antall=2000)


def verdi(versjon: Versjon, kolonne: str) -> object:
    return versjon.verdier[KOLONNER[versjon.tabell].index(kolonne)]


def dag(versjon: Versjon, kolonne: str) -> date:
    verdien = verdi(versjon, kolonne) or date.max
    assert isinstance(verdien, date)
    return verdien


def versjoner(personer: list[Person], tabell: str) -> list[Versjon]:
    return [v for p in personer for v in p.versjoner if v.tabell == tabell]


def test_samme_froe_og_dag_gir_de_samme_personene(alle: list[Person]) -> None:
    assert lag(antall=2000) == alle


def test_person_nummer_n_er_den_samme_hvor_mange_det_enn_er(alle: list[Person]) -> None:
    assert lag(antall=300) == alle[:300]


def test_duf_numrene_er_ingens(alle: list[Person]) -> None:
    assert len({p.duf for p in alle}) == len(alle)
    assert all(p.duf.startswith("2099") and len(p.duf) == 12 and duf_kontroll_ok(p.duf) for p in alle)


def test_etternavnene_er_diktet_og_fornavnene_av_mange_opphav(alle: list[Person]) -> None:
    opplysninger = versjoner(alle, "nir_personopplysning")
    for v in opplysninger:
        assert str(verdi(v, "etternavn")).endswith(SISTE)
    assert {str(verdi(v, "statsborgerskap")) for v in opplysninger} == set(FORNAVN)


def test_alle_slags_tillatelser_og_landgrupper(alle: list[Person]) -> None:
    opplysninger = versjoner(alle, "nir_personopplysning")
    tillatelser = Counter(str(verdi(v, "tillatelse")) for v in opplysninger)
    assert set(tillatelser) == {"9a", "9b", "9c", "9d", "9e", "9f", "9g", "27", "28"}
    assert tillatelser["9e"] > 500
    for v in opplysninger:
        assert (verdi(v, "landgruppe") == "") == (verdi(v, "tillatelse") == "9e")
    assert {verdi(v, "landgruppe") for v in opplysninger} == {"H", "L", ""}


def _alder(foedt: date, dag: date) -> int:
    return dag.year - foedt.year - ((dag.month, dag.day) < (foedt.month, foedt.day))


def test_noen_var_17_og_noen_fyller_67(alle: list[Person]) -> None:
    aldre: Counter[str] = Counter()
    for v in versjoner(alle, "nir_personopplysning"):
        foedt, gitt = dag(v, "foedselsdato"), dag(v, "tillatelse_dato")
        aldre["ved tillatelsen"] += 18 <= _alder(foedt, gitt) < 67
        aldre["17"] += _alder(foedt, gitt) == 17
        aldre["fyller 67"] += _alder(foedt, gitt) < 67 <= _alder(foedt, date(I_DAG.year + 1, 6, 1))
    assert aldre["17"] > 20
    assert aldre["fyller 67"] > 10
    assert aldre["ved tillatelsen"] > 0.95 * len(alle)


def test_noen_har_adressebeskyttelse(alle: list[Person]) -> None:
    slag = {verdi(v, "adressebeskyttelse") for v in versjoner(alle, "nir_personopplysning")}
    assert slag == {"", "fortrolig", "strengt_fortrolig"}


def test_folk_bor_der_det_bor_folk(alle: list[Person]) -> None:
    bor = Counter(verdi(v, "kommune_id") for v in versjoner(alle, "nir_bosted"))
    assert set(bor) > {nummer for nummer, _ in KOMMUNER}
    assert bor["5001"] > 500
    assert all(bor[nummer] > 1 for nummer, _ in KOMMUNER)


def test_flyttinger_i_fylket_ut_av_fylket_og_ut_av_landet(alle: list[Person]) -> None:
    aarsaker = Counter(v.aarsak for v in versjoner(alle, "nir_bosted"))
    assert aarsaker["Flyttet"] > 50
    assert aarsaker["Utvandret"] > 3
    utenfor = {verdi(v, "kommune_id") for v in versjoner(alle, "nir_bosted")} - {n for n, _ in KOMMUNER}
    assert utenfor == {"0301", "4601", "1508", "3301", "1804"}


def test_skoleaarene_har_alt_som_kan_gaa_galt(alle: list[Person]) -> None:
    perioder = versjoner(alle, "nir_fulltidvgo")
    assert len(perioder) > 400
    assert any(verdi(v, "til") is None and v.erstattet is None for v in perioder)
    assert {24.0, 26.0, 30.0} <= {verdi(v, "timer_per_uke") for v in perioder}
    kombinasjon = {verdi(v, "hovedansvar_fylke") for v in perioder if verdi(v, "kombinasjonsklasse")}
    assert kombinasjon == {True, False}
    assert not any(verdi(v, "hovedansvar_fylke") for v in perioder if not verdi(v, "kombinasjonsklasse"))
    assert {v.aarsak for v in perioder} >= {"Sluttdato lagt til", "Sluttet før skoleåret var ferdig"}
    assert {verdi(v, "varighet") for v in versjoner(alle, "nir_stans")} == {"permanent", "midlertidig"}


def test_noen_har_bare_vedtak_og_noen_har_ingen_vedtak(alle: list[Person]) -> None:
    tabeller = [{v.tabell for v in p.versjoner} for p in alle]
    assert any("nir_vedtak" in t and "nir_fulltidvgo" not in t for t in tabeller)
    assert any("nir_fulltidvgo" in t and "nir_vedtak" not in t for t in tabeller)


@pytest.mark.parametrize("i_dag", DAGER)
def test_etter_siste_godkjente_kvartal_kom_det_noe_for_sent_og_noe_ble_rettet(i_dag: date) -> None:
    siste = Kvartal.for_dato(i_dag).forrige()
    foer, etter = siste.forrige().slutt_instant(), siste.slutt_instant()
    sene = [v for v in versjoner(lag(i_dag), "nir_fulltidvgo") if foer <= v.registrert < etter]
    assert sum(dag(v, "fra") < siste.forrige().fra for v in sene if not v.aarsak) > 3
    assert sum(v.aarsak.startswith("Sluttet") for v in sene) > 3


@pytest.mark.parametrize("i_dag", DAGER)
def test_alt_er_registrert_foer_i_dag_og_versjonene_henger_sammen(i_dag: date) -> None:
    midnatt = datetime.combine(i_dag, time.min, tzinfo=OSLO)
    rekker: dict[UUID, list[Versjon]] = defaultdict(list)
    for person in lag(i_dag):
        assert {"nir_personopplysning", "nir_bosted"} <= {v.tabell for v in person.versjoner}
        for v in person.versjoner:
            assert v.registrert < midnatt
            rekker[v.registrering_id].append(v)
    for rekke in rekker.values():
        assert rekke[0].aarsak == ""
        assert rekke[-1].erstattet is None
        for foerst, neste in pairwise(rekke):
            assert foerst.registrert < neste.registrert == foerst.erstattet
            assert neste.aarsak


@pytest.mark.parametrize("i_dag", DAGER)
@pytest.mark.parametrize("tabell", ["nir_bosted", "nir_fulltidvgo"])
def test_perioder_overlapper_aldri_ved_noe_kvartalsskifte(tabell: str, i_dag: date) -> None:
    kvartal = Kvartal.for_dato(i_dag)
    skifter = [Kvartal.fra_indeks(kvartal.indeks - nr).slutt_instant() for nr in range(14)]
    for person in lag(i_dag):
        mine = [v for v in person.versjoner if v.tabell == tabell]
        for t in skifter:
            synlige = [v for v in mine if v.registrert <= t and (v.erstattet is None or t < v.erstattet)]
            spenn = sorted((dag(v, "fra"), dag(v, "til")) for v in synlige)
            for (fra, til), (neste, _) in pairwise(spenn):
                assert fra <= til < neste
