"""Start, other hours, end, correct and annul: as the county and as the school."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering import actions, hendelser
from opplaering.actions import Skolegangdata, data_av, versjoner
from opplaering.models import Skolegang
from tests.fabrikk import ANNEN_SKOLE, lag_aktoer, lag_person
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    TIL,
    lag_klasse,
    lag_skole,
    lag_skolegang,
    lag_tilbud,
    skolegangen,
)

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
DAG = timedelta(days=1)
UKE = timedelta(days=7)


def _data(**felt: Any) -> Skolegangdata:
    verdier: dict[str, Any] = {
        "skole_id": lag_skole().pk,
        "fra": FRA,
        "timer_per_uke": Decimal(30),
        "maalgruppe": "program",
    }
    return Skolegangdata(**verdier | felt)


@pytest.fixture
def person(db: None) -> Person:
    """One who was born in 1995."""
    return lag_person()


def _sett(rad: Skolegang) -> dict[str, Any]:
    return {"registrering": rad.registrering_id, "sett": rad.pk}


def test_fylkeskommunen_registrerer_at_noen_begynner(
    som: Som, koordinator: Aktoer, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    klasse, tilbud = lag_klasse(), lag_tilbud()
    data = _data(
        klasse_id=klasse.pk, tilbud_id=tilbud.pk, tilrettelegging=("spraakstoette",), laereplan="norsk"
    )
    hvem: list[Any] = []
    monkeypatch.setattr(hendelser, "_lyttere", [])
    for _ in range(2):  # once is enough
        hendelser.registrer_lytter(hvem.append)
    with som(koordinator):
        rad = actions.registrer_skolegang(person=person, data=data, av=koordinator)
        assert data_av(rad) == data
    assert hvem == [[person.pk]]
    assert [p.registrert_av_id for p in skolegangen(person)] == [koordinator.bruker_id]


@pytest.mark.parametrize(
    ("felt", "endring"),
    [
        ("fra", {"fra": date(1995, 6, 14)}),
        ("til", {"til": FRA - DAG}),
        ("til", {"sluttgrunn": "sluttet"}),
        ("timer_per_uke", {"timer_per_uke": Decimal(0)}),
        ("overstyrt_grunn", {"fulltid_overstyrt": True}),
        ("overstyrt_grunn", {"fulltid_overstyrt": True, "overstyrt_grunn": "Se 150695 i mappen"}),
        ("fulltid_overstyrt", {"overstyrt_grunn": "Praksis i tillegg"}),
        ("maalgruppe", {"maalgruppe": ""}),
        ("maalgruppe", {"maalgruppe": "finnes_ikke"}),
        ("laereplan", {"laereplan": "finnes_ikke"}),
        ("sluttgrunn", {"til": TIL, "sluttgrunn": "finnes_ikke"}),
        ("tilrettelegging", {"tilrettelegging": ("finnes_ikke",)}),
        ("skole", {"skole_id": 0}),
        ("klasse", {"klasse_id": 0}),
        ("tilbud", {"tilbud_id": 0}),
    ],
)
def test_det_som_ikke_henger_sammen_blir_avvist(
    som: Som, koordinator: Aktoer, person: Person, felt: str, endring: dict[str, Any]
) -> None:
    with som(koordinator), pytest.raises(Regelbrudd) as brudd:
        actions.registrer_skolegang(person=person, data=_data(**endring), av=koordinator)
    assert list(brudd.value.meldinger) == [felt]
    assert skolegangen(person) == []


@pytest.mark.parametrize(
    ("fra", "til"), [(TIL + DAG, None), (FRA - 3 * UKE, FRA - DAG)], ids=["klassen er over", "foer klassen"]
)
def test_klassen_varer_en_annen_tid(
    som: Som, koordinator: Aktoer, person: Person, fra: date, til: date | None
) -> None:
    data = _data(klasse_id=lag_klasse().pk, fra=fra, til=til)
    with som(koordinator), pytest.raises(Regelbrudd, match="en annen tid"):
        actions.registrer_skolegang(person=person, data=data, av=koordinator)


def test_to_perioder_overlapper_aldri(som: Som, koordinator: Aktoer, person: Person) -> None:
    lag_skolegang(person, ANNEN_SKOLE, fra=FRA)
    with som(koordinator), pytest.raises(Regelbrudd, match="Prøvelia"):
        actions.registrer_skolegang(person=person, data=_data(fra=I_DAG), av=koordinator)


def test_andre_timer_fra_en_dag_er_en_ny_periode(som: Som, koordinator: Aktoer, person: Person) -> None:
    """The hours decide whether it is full time; what was decided by hand does not follow."""
    foer = lag_skolegang(person, til=TIL, timer=28, fulltid_overstyrt=True, overstyrt_grunn="Praksis")
    with som(koordinator):
        actions.endre_timer(**_sett(foer), fra=I_DAG, timer_per_uke=Decimal("31.5"), av=koordinator)
    en, to = skolegangen(person)
    assert (en.fra, en.til, en.sluttgrunn, en.timer_per_uke) == (FRA, I_DAG - DAG, "endrede_timer", 28)
    assert (to.fra, to.til, to.sluttgrunn, to.timer_per_uke) == (I_DAG, TIL, "", Decimal("31.5"))
    assert (en.fulltid_overstyrt, to.fulltid_overstyrt) == (True, None)


@pytest.mark.parametrize(
    ("fra", "timer", "felt"),
    [(FRA, 20, "fra"), (TIL + DAG, 20, "fra"), (I_DAG, 30, "timer_per_uke"), (I_DAG, 0, "timer_per_uke")],
)
def test_timer_som_ikke_kan_endres(
    som: Som, koordinator: Aktoer, person: Person, fra: date, timer: int, felt: str
) -> None:
    rad = lag_skolegang(person, til=TIL)
    with som(koordinator), pytest.raises(Regelbrudd) as brudd:
        actions.endre_timer(**_sett(rad), fra=fra, timer_per_uke=Decimal(timer), av=koordinator)
    assert list(brudd.value.meldinger) == [felt]
    assert [p.pk for p in skolegangen(person)] == [rad.pk]


def test_slutt_med_grunn(som: Som, koordinator: Aktoer, person: Person) -> None:
    rad = lag_skolegang(person)
    with som(koordinator):
        actions.avslutt_skolegang(**_sett(rad), siste_dag=I_DAG, grunn="fullfoert", av=koordinator)
    assert [(p.til, p.sluttgrunn) for p in skolegangen(person)] == [(I_DAG, "fullfoert")]


@pytest.mark.parametrize(
    ("siste_dag", "grunn", "felt"),
    [(FRA - DAG, "fullfoert", "til"), (I_DAG, "", "sluttgrunn"), (TIL, "fullfoert", "til")],
    ids=["foer start", "uten grunn", "over den neste"],
)
def test_slutt_som_ikke_kan_vaere(
    som: Som, koordinator: Aktoer, person: Person, siste_dag: date, grunn: str, felt: str
) -> None:
    rad = lag_skolegang(person, til=I_DAG)
    lag_skolegang(person, fra=I_DAG + UKE)
    with som(koordinator), pytest.raises(Regelbrudd) as brudd:
        actions.avslutt_skolegang(**_sett(rad), siste_dag=siste_dag, grunn=grunn, av=koordinator)
    assert list(brudd.value.meldinger) == [felt]


def test_slutten_kan_komme_senere_enn_foerst_sagt(som: Som, koordinator: Aktoer, person: Person) -> None:
    rad = lag_skolegang(person, til=I_DAG)
    with som(koordinator):
        actions.avslutt_skolegang(**_sett(rad), siste_dag=TIL, grunn="fullfoert", av=koordinator)
    assert [p.til for p in skolegangen(person)] == [TIL]


def test_rette_og_annullere_med_grunn(som: Som, koordinator: Aktoer, person: Person) -> None:
    rad = lag_skolegang(person)
    with som(koordinator):
        ny = replace(data_av(rad), timer_per_uke=Decimal(25))
        rettet = actions.rett_skolegang(**_sett(rad), data=ny, aarsak=" Skrevet feil ", av=koordinator)
        assert (rettet.timer_per_uke, rettet.aarsak) == (25, "Skrevet feil")
        with pytest.raises(Konflikt) as konflikt:  # another saw the version before
            actions.annuller_skolegang(**_sett(rad), aarsak="Feil person", av=koordinator)
        assert konflikt.value.naa.versjon == rettet.pk
        actions.annuller_skolegang(**_sett(rettet), aarsak="Feil person", av=koordinator)
        with pytest.raises(Regelbrudd, match="gjelder ikke lenger"):
            actions.annuller_skolegang(**_sett(rettet), aarsak="Feil person", av=koordinator)
    assert skolegangen(person) == []


def test_en_stengt_kode_kan_staa_der_den_sto(som: Som, koordinator: Aktoer, person: Person) -> None:
    """What nobody may choose any more is no obstacle to correcting something else."""
    rad = lag_skolegang(person, tilrettelegging=["gammel_kode"])
    with som(koordinator):
        ny = replace(data_av(rad), timer_per_uke=Decimal(25))
        rettet = actions.rett_skolegang(**_sett(rad), data=ny, aarsak="Feil", av=koordinator)
    assert rettet.tilrettelegging == ["gammel_kode"]


def test_en_retting_sier_hva_og_hvorfor(som: Som, koordinator: Aktoer, person: Person) -> None:
    rad = lag_skolegang(person)
    with som(koordinator):
        with pytest.raises(Regelbrudd, match="Ingenting er endret"):
            actions.rett_skolegang(**_sett(rad), data=data_av(rad), aarsak="Feil", av=koordinator)
        with pytest.raises(Regelbrudd, match="hvorfor"):
            actions.rett_skolegang(**_sett(rad), data=_data(), aarsak=" ", av=koordinator)
        with pytest.raises(Regelbrudd, match="hvorfor"):
            actions.annuller_skolegang(**_sett(rad), aarsak="", av=koordinator)


def test_skolen_foerer_sine_egne_elever(som: Som, skolen: Aktoer, person: Person) -> None:
    """Hours, end, a new start and a correction; the only period the pupil has there too."""
    rad = lag_skolegang(person)
    with som(skolen):
        ny = actions.endre_timer(**_sett(rad), fra=I_DAG, timer_per_uke=Decimal(20), av=skolen)
        slutt = actions.avslutt_skolegang(**_sett(ny), siste_dag=I_DAG, grunn="flyttet", av=skolen)
        actions.registrer_skolegang(person=person, data=_data(fra=I_DAG + UKE), av=skolen)
        feil = replace(data_av(slutt), til=I_DAG + DAG)
        actions.rett_skolegang(**_sett(slutt), data=feil, aarsak="Sluttet dagen etter", av=skolen)
    assert [p.fra for p in skolegangen(person)] == [FRA, I_DAG, I_DAG + UKE]


def test_skolen_kan_ikke_mer_enn_det(som: Som, skolen: Aktoer, person: Person) -> None:
    """Not for another school, not annul, and not for one who is no pupil of theirs."""
    rad, annens = lag_skolegang(person), lag_skolegang(lag_person(), ANNEN_SKOLE)
    with som(skolen):
        with pytest.raises(IkkeTilgang, match="egne elever"):
            data = _data(skole_id=lag_skole(ANNEN_SKOLE).pk)
            actions.registrer_skolegang(person=person, data=data, av=skolen)
        with pytest.raises(IkkeTilgang):
            actions.annuller_skolegang(**_sett(rad), aarsak="Feil", av=skolen)
        with pytest.raises(Regelbrudd, match="gjelder ikke lenger"):
            actions.avslutt_skolegang(**_sett(annens), siste_dag=I_DAG, grunn="flyttet", av=skolen)


def test_kommunen_leser_bare(som: Som, trondheim: Aktoer, person: Person) -> None:
    rad = lag_skolegang(person)
    with som(trondheim), pytest.raises(IkkeTilgang):
        actions.avslutt_skolegang(**_sett(rad), siste_dag=I_DAG, grunn="flyttet", av=trondheim)
    with som(trondheim), pytest.raises(IkkeTilgang):
        actions.registrer_skolegang(person=person, data=_data(), av=lag_aktoer())
    assert len(skolegangen(person)) == 1


def test_den_som_kommer_foerst_vinner(som: Som, koordinator: Aktoer, person: Person) -> None:
    """Two that have read the same version: the database closes it once."""
    rad = lag_skolegang(person)
    with som(koordinator):
        lest = versjoner.finn_sett(Skolegang, **_sett(rad))
        actions.avslutt_skolegang(**_sett(rad), siste_dag=I_DAG, grunn="flyttet", av=koordinator)
        with pytest.raises(Regelbrudd, match="nettopp"):
            versjoner.ny_versjon(lest, av=koordinator, aarsak="For sent", til=TIL)
