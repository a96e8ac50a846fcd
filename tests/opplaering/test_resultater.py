"""Prøver og karakterer: for en klasse, for én deltaker, rettet og annullert."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.klasser.actions import Linje, Linjebrudd
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering import tekster
from opplaering.actions.resultater import (
    annuller_resultat,
    lagre_klasseresultater,
    registrer_resultat,
    rett_resultat,
)
from opplaering.forms.resultater import tomt
from opplaering.models import Resultat
from opplaering.queries.minstekrav import minstekrav
from opplaering.rules.minste_naadd import Hvorfor
from opplaering.rules.resultat import Resultatbrudd
from tests import fabrikk
from tests.opplaering import hjelp
from tests.opplaering.hjelp import I_DAG, lag_klasse, lag_resultat, lag_skolegang

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
DATO = I_DAG - timedelta(days=20)


@pytest.fixture
def person(db: None) -> Person:
    person = fabrikk.lag_person()
    lag_skolegang(person)
    return person


def verdier(slag: str = "standpunkt", fag: str = "norsk", **felt: Any) -> dict[str, Any]:
    grunn = {"karakter": 4} if slag == "standpunkt" else {}
    return {**tomt(slag, fag), "dato": DATO, **grunn, **felt}


def resultatene(person: Person) -> list[Resultat]:
    with kontekst(motor_kontekst()):
        return list(Resultat.objects.gjeldende().filter(person=person).order_by("dato", "slag"))


# --- One person ---


@pytest.mark.parametrize("hvem", ["skolen", "koordinator"])
def test_registrer_rett_og_annuller(
    hvem: str, request: pytest.FixtureRequest, som: Som, person: Person
) -> None:
    av: Aktoer = request.getfixturevalue(hvem)
    with som(av):
        ny = registrer_resultat(person=person, verdier=verdier(), av=av)
        assert ny.skole_id == hjelp.lag_skole().pk, "der deltakeren gikk den dagen"
        rettet = rett_resultat(
            registrering=ny.registrering_id, sett=ny.pk, verdier=verdier(karakter=3), aarsak="Feil", av=av
        )
        assert [(r.karakter, r.aarsak) for r in resultatene(person)] == [(3, "Feil")]
        with pytest.raises(Konflikt):
            annuller_resultat(registrering=ny.registrering_id, sett=ny.pk, aarsak="Feil elev", av=av)
        with pytest.raises(Regelbrudd, match="Skriv hvorfor"):
            annuller_resultat(registrering=ny.registrering_id, sett=rettet.pk, aarsak=" ", av=av)
        annuller_resultat(registrering=ny.registrering_id, sett=rettet.pk, aarsak="Feil elev", av=av)
        with pytest.raises(Regelbrudd, match="gjelder ikke lenger"):
            annuller_resultat(registrering=ny.registrering_id, sett=rettet.pk, aarsak="Feil elev", av=av)
    assert not resultatene(person)
    with kontekst(motor_kontekst()):
        assert Resultat.objects.filter(person=person).count() == 3


def test_retting_krever_grunn_og_at_noe_er_endret(som: Som, koordinator: Aktoer, person: Person) -> None:
    with som(koordinator):
        ny = registrer_resultat(person=person, verdier=verdier(), av=koordinator)
        felles: dict[str, Any] = {"registrering": ny.registrering_id, "sett": ny.pk, "av": koordinator}
        with pytest.raises(Regelbrudd, match="Ingenting er endret"):
            rett_resultat(verdier=verdier(), aarsak="Feil", **felles)
        with pytest.raises(Regelbrudd) as feil:
            rett_resultat(verdier=verdier(karakter=2), aarsak="", **felles)
        assert list(feil.value.meldinger) == ["aarsak"]


AVVIST: list[tuple[str, dict[str, Any], str]] = [
    ("uten fag", verdier(fag=""), "fag"),
    ("nivå på en karakter", verdier(lese="b1"), "lese"),
    ("fram i tid", verdier(dato=I_DAG + timedelta(days=1)), "dato"),
    ("før fødselen", verdier(dato=date(1950, 1, 1)), "dato"),
]


@pytest.mark.parametrize(("v", "felt"), [r[1:] for r in AVVIST], ids=[r[0] for r in AVVIST])
def test_det_som_ikke_henger_sammen_avvises_ved_feltet(
    v: dict[str, Any], felt: str, som: Som, koordinator: Aktoer, person: Person
) -> None:
    with som(koordinator), pytest.raises(Regelbrudd) as feil:
        registrer_resultat(person=person, verdier=v, av=koordinator)
    assert list(feil.value.meldinger) == [felt]


def test_det_samme_to_ganger_avvises(som: Som, koordinator: Aktoer, person: Person) -> None:
    with som(koordinator):
        registrer_resultat(person=person, verdier=verdier(), av=koordinator)
        with pytest.raises(Regelbrudd, match="Det er alt registrert resultat på skolen"):
            registrer_resultat(person=person, verdier=verdier(karakter=5), av=koordinator)


def test_bare_fylket_registrerer_en_som_ikke_gikk_paa_skolen_da(
    som: Som, koordinator: Aktoer, skolen: Aktoer, trondheim: Aktoer, person: Person
) -> None:
    foer = verdier(dato=hjelp.FRA - timedelta(days=1))
    with som(skolen), pytest.raises(Regelbrudd, match="Eleven gikk ikke på skolen den dagen"):
        registrer_resultat(person=person, verdier=foer, av=skolen)
    with som(koordinator):
        assert registrer_resultat(person=person, verdier=foer, av=koordinator).skole_id is None
    with som(trondheim), pytest.raises(IkkeTilgang):
        registrer_resultat(person=person, verdier=verdier(), av=trondheim)


# --- A class ---


def test_en_proeve_for_hele_klassen(som: Som, skolen: Aktoer) -> None:
    klasse = lag_klasse()
    en, to = (fabrikk.lag_person(etternavn=f"Elev{nr}") for nr in range(2))
    for person in (en, to):
        lag_skolegang(person, klasse=klasse)
    faste = verdier("norskproeve", "", skole_id=klasse.skole_id)
    linjer = [Linje(en, {**faste, "lytte": "b1"}), Linje(to, {**faste, "lytte": "bestaatt"})]
    with som(skolen):
        with pytest.raises(Linjebrudd) as feil:
            lagre_klasseresultater(klasse=klasse, dato=DATO, linjer=linjer, av=skolen)
        assert {nr: list(f) for nr, f in feil.value.per_linje.items()} == {1: ["lytte"]}
        assert not resultatene(en), "alt eller ingenting"
        hva = lagre_klasseresultater(klasse=klasse, dato=DATO, linjer=linjer[:1], av=skolen)
    assert (hva.nye, hva.rettet) == (1, 0)
    assert tekster.resultatet(resultatene(en)[0]) == "lytteforståelse B1"


def test_skolen_ser_bare_egne_resultater(som: Som, skolen: Aktoer, person: Person) -> None:
    lag_resultat(person)
    lag_resultat(person, slag="samfunnskunnskap", skole=fabrikk.ANNEN_SKOLE, resultat="bestaatt")
    with som(skolen):
        assert [r.slag for r in Resultat.objects.all()] == ["standpunkt"]


# --- Words ---


def test_alle_svar_har_ord(db: None) -> None:
    assert all(tekster.resultatbrudd(hva) for hva in Resultatbrudd)
    assert all(tekster.hvorfor(hva) for hva in Hvorfor)


def test_minstekravet_er_en_datert_verdi(som: Som, skolen: Aktoer) -> None:
    with som(skolen):
        assert [krav.karakter for krav in minstekrav(I_DAG)] == [2]
        assert minstekrav(date(2020, 12, 31)) == ()
