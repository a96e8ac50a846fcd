"""Verdiene i en registrering må henge sammen: hva som avvises, og hva som blir sagt."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from integrering.nir import actions, tekster
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.registrert import Registrert, samle
from integrering.nir.rules.sammenheng import Brudd, brudd, satt_ned
from integrering.nir.skjemafelt import MaanedFelt
from integrering.tilgang.aktoer import Aktoer
from tests.nir.eksempler import START, verdier
from tests.nir.handling import Som, meldinger
from tests.nir.verktoey import bosatt_i_aar

ALLE_B1 = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "b1")
TOMME = dict.fromkeys(ALLE_B1, "")
PROEVE = {**TOMME, "resultat": ""}


@pytest.mark.parametrize(
    ("slag", "svar", "funn"),
    [
        pytest.param("norskmaal", {"slag": "nivaa", **ALLE_B1}, {}, id="mål på alle fire (§ 28)"),
        pytest.param(
            "norskmaal",
            {"slag": "nivaa", **ALLE_B1, "lese": ""},
            {"lese": Brudd.NIVAA_MANGLER},
            id="ett nivå mangler",
        ),
        pytest.param("norskmaal", {"slag": "karakter_2", **TOMME}, {}, id="karakteren 2 har ingen nivåer"),
        pytest.param(
            "norskmaal",
            {"slag": "c1", **TOMME, "muntlig": "b2"},
            {"muntlig": Brudd.NIVAA_UTEN_GRUNN},
            id="C1 med nivå",
        ),
        pytest.param("klage", {"utfall": "", "utfallsdato": None}, {}, id="klagen er ikke avgjort"),
        pytest.param(
            "klage",
            {"utfall": "stadfestet", "utfallsdato": None},
            {"utfallsdato": Brudd.UTFALL_OG_DATO},
            id="utfall uten dato",
        ),
        pytest.param(
            "klage",
            {"utfall": "", "utfallsdato": START},
            {"utfall": Brudd.UTFALL_OG_DATO},
            id="dato uten utfall",
        ),
        pytest.param("fritak", {"fritak_fra": "norsk", "rettsgrunnlag": "23e"}, {}, id="§ 23 for norsk"),
        pytest.param(
            "fritak", {"fritak_fra": "samfunnsproeve", "rettsgrunnlag": "25"}, {}, id="§ 25 for alt"
        ),
        pytest.param(
            "fritak",
            {"fritak_fra": "samfunn", "rettsgrunnlag": "23a"},
            {"rettsgrunnlag": Brudd.GRUNN_PASSER_IKKE},
            id="§ 23 for samfunnskunnskap",
        ),
        pytest.param("fritak", {"fritak_fra": "egen_kode", "rettsgrunnlag": "23a"}, {}, id="ukjent til oss"),
        pytest.param("proeve", {**PROEVE, "proeve": "norskproeve", "lese": "a2"}, {}, id="én delprøve"),
        pytest.param(
            "proeve",
            {**PROEVE, "proeve": "norskproeve"},
            {"lytte": Brudd.RESULTAT_MANGLER},
            id="norskprøve uten resultat",
        ),
        pytest.param(
            "proeve",
            {**PROEVE, "proeve": "norskproeve", "lese": "c1"},
            {"lese": Brudd.RESULTAT_PASSER_IKKE},
            id="C1 hører til en annen prøve",
        ),
        pytest.param(
            "proeve",
            {**PROEVE, "proeve": "samfunnskunnskap", "resultat": "bestaatt"},
            {},
            id="samfunnskunnskapsprøven er bestått",
        ),
        pytest.param(
            "proeve",
            {**PROEVE, "proeve": "samfunnskunnskap", "muntlig": "bestaatt"},
            {"muntlig": Brudd.RESULTAT_PASSER_IKKE},
            id="samfunnskunnskapsprøven har ikke delprøver",
        ),
        pytest.param(
            "proeve",
            {**PROEVE, "proeve": "norskproeve_c1", "muntlig": "ikke_bestaatt"},
            {},
            id="C1 ikke bestått",
        ),
        pytest.param("timer", {"maaned": date(2026, 9, 1)}, {}, id="måneden er sin første dag"),
        pytest.param(
            "timer", {"maaned": date(2026, 9, 2)}, {"maaned": Brudd.IKKE_FOERSTE_DAG}, id="midt i måneden"
        ),
        pytest.param("sluttmaal", {"maal": "vgo"}, {}, id="slag uten egne krav"),
    ],
)
def test_verdiene_henger_sammen(slag: str, svar: dict[str, Any], funn: dict[str, Brudd]) -> None:
    assert brudd(slag, svar) == funn


def test_hvert_brudd_har_ord() -> None:
    assert all(tekster.brudd(hva).endswith(".") for hva in Brudd)


@pytest.mark.parametrize(
    ("foer", "naa", "nivaaer"),
    [
        pytest.param(ALLE_B1, ALLE_B1, 0, id="uendret"),
        pytest.param(ALLE_B1, {**ALLE_B1, "lese": "b2"}, 0, id="satt opp"),
        pytest.param(ALLE_B1, {**ALLE_B1, "lese": "a2"}, 1, id="ett ned"),
        pytest.param(ALLE_B1, {**ALLE_B1, "lese": "a1", "muntlig": "a2"}, 2, id="to ned i én ferdighet"),
        pytest.param(TOMME, ALLE_B1, 0, id="ingen nivåer før"),
    ],
)
def test_saa_mange_nivaaer_er_maalet_satt_ned(foer: Any, naa: Any, nivaaer: int) -> None:
    assert satt_ned(foer, {"slag": "nivaa", **naa}) == nivaaer


def test_et_maal_uten_nivaaer_er_ikke_satt_ned() -> None:
    assert satt_ned(ALLE_B1, {"slag": "karakter_2", **TOMME}) == 0


@pytest.mark.django_db
def test_norskmaal_settes_ned_bare_med_grunn(som: Som, av: Aktoer) -> None:
    slag, person = FAKTATYPER["norskmaal"], bosatt_i_aar()
    with som(av):
        actions.registrer(slag=slag, person=person, verdier=verdier(slag) | ALLE_B1, av=av)
        lavere = verdier(slag, START + timedelta(days=1)) | ALLE_B1 | {"lytte": "a2"}
        svar = meldinger(lambda: actions.registrer(slag=slag, person=person, verdier=lavere, av=av))
        assert svar == {"endring": ["Målet settes ned. Velg grunnen (forskriften § 27)."]}
        actions.registrer(slag=slag, person=person, verdier=lavere | {"endring": "for_hoeyt"}, av=av)


def test_registreringene_til_en_person_sortert() -> None:
    def rad(slag: str, dag: int, **mer: Any) -> Registrert:
        return Registrert(slag=slag, start=date(2026, 1, dag), verdier=mer)

    alle = samle([rad("tiltak", 9, tiltak="praksis"), rad("tiltak", 2, tiltak="norsk", til=date(2026, 1, 5))])
    assert [r.start.day for r in alle.av("tiltak")] == [2, 9]
    siste = alle.siste("tiltak", tiltak="norsk")
    assert siste is not None
    assert siste.slutt == date(2026, 1, 5)
    assert [siste.varer(date(2026, 1, dag)) for dag in (1, 2, 5, 6)] == [False, True, True, False]
    assert alle.av("tiltak")[1].varer(date(2099, 1, 1))
    assert not alle.har("tiltak", tiltak="bransjekurs")
    assert not alle.har("sluttmaal")


@pytest.mark.django_db
def test_det_som_ikke_henger_sammen_navngir_feltet(som: Som, av: Aktoer) -> None:
    slag = FAKTATYPER["norskmaal"]
    galt = verdier(slag) | {"lese": ""}
    with som(av):
        svar = meldinger(lambda: actions.registrer(slag=slag, person=bosatt_i_aar(), verdier=galt, av=av))
    assert svar == {"lese": ["Velg nivå for alle fire ferdighetene."]}


@pytest.mark.django_db
def test_en_kode_som_basen_ikke_kjenner_gir_veien_ut(som: Som, av: Aktoer) -> None:
    slag = FAKTATYPER["sluttmaal"]
    galt = verdier(slag) | {"maal": "finnes-ikke"}
    with som(av):
        svar = meldinger(lambda: actions.registrer(slag=slag, person=bosatt_i_aar(), verdier=galt, av=av))
    assert list(svar.values()) == [["En av kodene er ikke i bruk lenger. Velg en annen og prøv igjen."]]


@pytest.mark.django_db
def test_mange_personer_og_et_tidspunkt_leses_i_ett(som: Som, av: Aktoer) -> None:
    slag, person = FAKTATYPER["sluttmaal"], bosatt_i_aar()
    with som(av):
        actions.registrer(slag=slag, person=person, verdier=verdier(slag), av=av)
        naa = registrerte(range(person.pk, person.pk + 1))
        assert naa[person.pk].har("sluttmaal", maal="vgo")
        foer = timezone.now() - timedelta(days=1)
        assert registrerte([person.pk], slag=[slag], instant=foer) == {}
        assert registrerte([person.pk], slag=[slag], instant=timezone.now())[person.pk].har("sluttmaal")


@pytest.mark.parametrize(
    ("skrevet", "maaned"),
    [
        ("09.2026", date(2026, 9, 1)),
        ("9.2026", date(2026, 9, 1)),
        ("17.09.2026", date(2026, 9, 1)),
        ("2026-09", date(2026, 9, 1)),
        ("2026-09-17", date(2026, 9, 1)),
        (datetime(2026, 9, 17, 12, tzinfo=UTC), date(2026, 9, 1)),
        (date(2026, 9, 17), date(2026, 9, 1)),
    ],
)
def test_en_maaned_kan_skrives_paa_flere_maater(skrevet: object, maaned: date) -> None:
    assert MaanedFelt().clean(skrevet) == maaned


@pytest.mark.parametrize("skrevet", ["13.2026", "september", "00.2026"])
def test_det_som_ikke_er_en_maaned_avvises_med_eksempel(skrevet: str) -> None:
    with pytest.raises(ValidationError, match=r"for eksempel 09\.2026"):
        MaanedFelt().clean(skrevet)


def test_en_frivillig_maaned_kan_staa_tom() -> None:
    assert MaanedFelt(required=False).clean("") is None
    with pytest.raises(ValidationError, match=r"for eksempel 09\.2026"):
        MaanedFelt().clean("")
