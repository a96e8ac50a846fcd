"""Offers and classes of schools, the decision on a combination class, pupils in and out."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.samtidighet import Konflikt
from integrering.nir.models import Person
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from opplaering.actions.hovedansvar import Hovedansvarsdata, avgjoer_hovedansvar
from opplaering.actions.klasseliste import PLASSER, sett_i_klasse, ta_ut_av_klasse
from opplaering.actions.skoleklasse import Skoleklassedata, endre_skoleklasse, lag_skoleklasse
from opplaering.actions.tilbud import Tilbudsdata, endre_tilbud, lag_tilbud
from opplaering.models import Hovedansvar, Skolegang, Skoleklasse, Utdanningstilbud
from opplaering.queries.elever import uten_nirfelt
from opplaering.queries.skoleklasser import valgte_i_klassen
from tests.fabrikk import ANNEN_SKOLE, FYLKET, SKOLE, TRONDHEIM, lag_aktoer, lag_person, virksomhet
from tests.nir.handling import meldinger
from tests.opplaering.hjelp import (
    FRA,
    I_DAG,
    TIL,
    lag_hovedansvar,
    lag_klasse,
    lag_skolegang,
    skolegangen,
    skolekontakt,
)

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
DAGEN_FOER = I_DAG - timedelta(days=1)


def data(**felt: Any) -> Skoleklassedata:
    return replace(Skoleklassedata(navn="1HOA", fra=FRA, til=TIL, undervisning=("norsk",)), **felt)


def ny_klasse(av: Aktoer, **felt: Any) -> Skoleklasse:
    return lag_skoleklasse(skole=virksomhet(SKOLE), data=data(**felt), innsending=uuid.uuid4(), av=av)


def i_klassen(klasse: Skoleklasse) -> list[Skolegang]:
    """Return the periods in the class as the pages read them."""
    noekler = Skolegang.objects.filter(klasse=klasse).values_list("registrering_id", flat=True)
    return valgte_i_klassen(klasse, list(noekler))


def lest(rad: Skolegang) -> Skolegang:
    funnet: Skolegang = uten_nirfelt(Skolegang.objects.all(), "person").get(pk=rad.pk)
    return funnet


# --- Offers ---


def test_fylket_holder_tilbudene(som: Som, koordinator: Aktoer, skolen: Aktoer) -> None:
    skole, vg1 = virksomhet(SKOLE), Tilbudsdata(navn="Vg1 helse", program="helse")
    with som(koordinator):
        tilbud = lag_tilbud_som(koordinator, vg1)
        assert "navn" in meldinger(lambda: lag_tilbud_som(koordinator, vg1))
        for navn, feil in (("navn", {"navn": "Elev 010199"}), ("program", {"program": "finnes_ikke"})):
            assert navn in meldinger(lambda feil=feil: lag_tilbud_som(koordinator, replace(vg1, **feil)))  # type: ignore[misc]
        endre_tilbud(tilbud=tilbud, versjon=1, data=replace(vg1, aktiv=False), av=koordinator)
        with pytest.raises(Konflikt):
            endre_tilbud(tilbud=tilbud, versjon=1, data=vg1, av=koordinator)
        assert (tilbud.aktiv, tilbud.versjon) == (False, 2)
    with som(skolen):
        assert list(Utdanningstilbud.objects.all()) == [tilbud]
        with pytest.raises(IkkeTilgang):
            lag_tilbud(skole=skole, data=replace(vg1, navn="Vg2"), av=skolen)
    with som(skolekontakt(ANNEN_SKOLE)):
        assert not Utdanningstilbud.objects.exists()


def lag_tilbud_som(av: Aktoer, hva: Tilbudsdata) -> Utdanningstilbud:
    return lag_tilbud(skole=virksomhet(SKOLE), data=hva, av=av)


# --- Classes ---


def test_fylket_og_skolen_lager_klasser(som: Som, koordinator: Aktoer, skolen: Aktoer) -> None:
    nr = uuid.uuid4()
    with som(skolen):
        en, to = (
            lag_skoleklasse(skole=virksomhet(SKOLE), data=data(), innsending=nr, av=skolen) for _ in range(2)
        )
        assert (en, en.versjon) == (to, 1)
        with pytest.raises(IkkeTilgang):
            lag_skoleklasse(skole=virksomhet(ANNEN_SKOLE), data=data(), innsending=uuid.uuid4(), av=skolen)
    with som(koordinator):
        endre_skoleklasse(klasse=en, versjon=1, data=data(navn="1HOB"), av=koordinator)
        with pytest.raises(Konflikt):
            endre_skoleklasse(klasse=en, versjon=1, data=data(), av=koordinator)
        endre_skoleklasse(klasse=en, versjon=2, data=data(navn="1HOB", tilbud_id=None), av=koordinator)
    raadgiver = lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with som(raadgiver), pytest.raises(IkkeTilgang):
        ny_klasse(raadgiver, navn="1HOC")
    with som(skolekontakt(ANNEN_SKOLE)):
        assert not Skoleklasse.objects.exists()


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [
        ("navn", {"navn": "Klasse 010199"}),
        ("til", {"til": FRA - timedelta(days=1)}),
        ("undervisning", {"undervisning": ()}),
        ("undervisning", {"undervisning": ("finnes_ikke",)}),
        ("kommune", {"kombinasjonsklasse": True}),
        ("kommune", {"kommune_id": -1}),
        ("tilbud", {"tilbud_id": -1}),
        ("kontakt", {"kontakt_id": -1}),
    ],
)
def test_en_klasse_som_ikke_kan_lagres(
    som: Som, koordinator: Aktoer, felt: str, verdier: dict[str, Any]
) -> None:
    with som(koordinator):
        assert set(meldinger(lambda: ny_klasse(koordinator, **verdier))) == {felt}


def test_to_klasser_med_samme_navn_og_perioden_til_elevene(som: Som, koordinator: Aktoer) -> None:
    klasse = lag_klasse(navn="1HOA")
    lag_skolegang(lag_person(), klasse=klasse, fra=FRA, til=FRA + timedelta(days=10))
    with som(koordinator):
        assert "navn" in meldinger(lambda: ny_klasse(koordinator))
        for fra in (FRA + timedelta(days=11), FRA + timedelta(days=30)):
            senere = data(fra=fra)
            assert "fra" in meldinger(
                lambda hva=senere: endre_skoleklasse(klasse=klasse, versjon=1, data=hva, av=koordinator)  # type: ignore[misc]
            )
        endre_skoleklasse(klasse=klasse, versjon=1, data=data(fra=FRA + timedelta(days=10)), av=koordinator)


# --- The decision ---


def avgjoerelse(**felt: Any) -> Hovedansvarsdata:
    grunn = Hovedansvarsdata(
        ansvar="kommune", grunn="avtale", begrunnelse="Avtalt i møte.", fra=FRA, bestemt=FRA
    )
    return replace(grunn, **felt)


def test_avgjoerelsen_skrives_en_gang(som: Som, koordinator: Aktoer, skolen: Aktoer) -> None:
    klasse = lag_klasse(kombinasjonsklasse=True, kommune=virksomhet(TRONDHEIM))
    lag_skolegang(lag_person(), klasse=klasse)
    with som(koordinator):
        rad = avgjoer_hovedansvar(klasse=klasse, data=avgjoerelse(), av=koordinator)
        assert (rad.ansvar, rad.av_id) == ("kommune", koordinator.bruker_id)
        with pytest.raises(DatabaseError), transaction.atomic():
            Hovedansvar.objects.update(ansvar="fylke")
    with som(skolen):
        assert list(Hovedansvar.objects.all()) == [rad]
        with pytest.raises(IkkeTilgang):
            avgjoer_hovedansvar(klasse=klasse, data=avgjoerelse(), av=skolen)


@pytest.mark.parametrize(
    ("felt", "verdier"),
    [
        ("ansvar", {"ansvar": "finnes_ikke"}),
        ("grunn", {"grunn": "finnes_ikke"}),
        ("grunn", {"ansvar": "uavklart"}),
        ("grunn", {"grunn": "uavklart"}),
        ("begrunnelse", {"begrunnelse": " "}),
        ("begrunnelse", {"begrunnelse": "Gjelder 209900000103"}),
        ("fra", {"fra": FRA - timedelta(days=1)}),
        ("fra", {"fra": TIL + timedelta(days=1)}),
        ("bestemt", {"bestemt": I_DAG + timedelta(days=1)}),
    ],
)
def test_en_avgjoerelse_som_ikke_kan_lagres(
    som: Som, koordinator: Aktoer, felt: str, verdier: dict[str, Any]
) -> None:
    klasse = lag_klasse(kombinasjonsklasse=True, kommune=virksomhet(TRONDHEIM))
    with som(koordinator):
        hva = avgjoerelse(**verdier)
        assert set(meldinger(lambda: avgjoer_hovedansvar(klasse=klasse, data=hva, av=koordinator))) == {felt}


def test_uten_avgjoerelse_har_fylket_en_oppgave(som: Som, koordinator: Aktoer, skolen: Aktoer) -> None:
    """Den kommer når klassen lages eller blir en kombinasjonsklasse, og går bort når det er avgjort."""

    def oppgaver() -> list[str]:
        with kontekst(motor_kontekst()):
            aapne = Oppgave.objects.filter(regel="HOVEDANSVAR_MANGLER", lukket__isnull=True)
            return [o.tekst for o in aapne.filter(virksomhet__nummer=FYLKET)]

    with som(skolen):
        klasse = ny_klasse(skolen, navn="1KOMBI")
        assert oppgaver() == []
        delt = data(navn="1KOMBI", kombinasjonsklasse=True, kommune_id=virksomhet(TRONDHEIM).pk)
        endre_skoleklasse(klasse=klasse, versjon=klasse.versjon, data=delt, av=skolen)
    assert oppgaver() == ["1KOMBI"]
    with som(koordinator):
        avgjoer_hovedansvar(klasse=klasse, data=avgjoerelse(), av=koordinator)
    assert oppgaver() == []


def test_bare_kombinasjonsklasser_har_en_avgjoerelse(som: Som, koordinator: Aktoer) -> None:
    with som(koordinator), pytest.raises(Regelbrudd, match="kombinasjonsklasse"):
        avgjoer_hovedansvar(klasse=lag_klasse(), data=avgjoerelse(), av=koordinator)


# --- Pupils in and out ---


def perioder(person: Person) -> list[tuple[date, date | None, str]]:
    return [
        (rad.fra, rad.til, Skoleklasse.objects.get(pk=rad.klasse_id).navn if rad.klasse_id else "")
        for rad in skolegangen(person)
    ]


def test_skolen_setter_elever_i_klassen_og_tar_dem_ut(som: Som, skolen: Aktoer) -> None:
    klasse, person = lag_klasse(navn="1HOA"), lag_person()
    rad = lag_skolegang(person)
    with som(skolen):
        sett_i_klasse(klasse=klasse, elever=[lest(rad)], fra=I_DAG, av=skolen)
        assert perioder(person) == [(FRA, None, "1HOA")]
        ta_ut_av_klasse(klasse=klasse, elever=i_klassen(klasse), av=skolen)
        assert perioder(person) == [(FRA, None, "")]
        versjoner = Skolegang.objects.filter(registrering_id=rad.registrering_id).order_by("pk")
        assert [v.aarsak for v in versjoner] == ["", "Satt i klassen 1HOA", "Tatt ut av klassen 1HOA"]
        with pytest.raises(Regelbrudd, match="nettopp"):
            ta_ut_av_klasse(klasse=klasse, elever=[lest(rad)], av=skolen)


def test_fra_en_klasse_til_en_annen_deles_perioden(som: Som, koordinator: Aktoer) -> None:
    en, to, person = lag_klasse(navn="1HOA"), lag_klasse(navn="1HOB"), lag_person()
    rad = lag_skolegang(person, klasse=en, til=TIL, sluttgrunn="fullfoert")
    with som(koordinator):
        sett_i_klasse(klasse=to, elever=[lest(rad)], fra=I_DAG, av=koordinator)
        assert perioder(person) == [(FRA, DAGEN_FOER, "1HOA"), (I_DAG, TIL, "1HOB")]
        assert [r.sluttgrunn for r in skolegangen(person)] == ["", "fullfoert"]
        assert len({r.registrering_id for r in skolegangen(person)}) == 2
    # fra samme dag: den samme perioden, en annen klasse
    with som(koordinator):
        sett_i_klasse(klasse=en, elever=i_klassen(to), fra=I_DAG, av=koordinator)
        assert perioder(person)[1] == (I_DAG, TIL, "1HOA")


def test_hvem_som_ikke_kan_settes_i_klassen(
    som: Som, koordinator: Aktoer, skolen: Aktoer, monkeypatch: pytest.MonkeyPatch
) -> None:
    klasse = lag_klasse()
    sluttet = lag_skolegang(lag_person(), til=DAGEN_FOER)
    annen = lag_skolegang(lag_person(), ANNEN_SKOLE)
    kommer = lag_skolegang(lag_person(), fra=TIL + timedelta(days=1))
    her = lag_skolegang(lag_person())
    with som(koordinator):
        for rad in (sluttet, annen, kommer):
            assert "elever" in meldinger(
                lambda rad=rad: sett_i_klasse(klasse=klasse, elever=[lest(rad)], fra=I_DAG, av=koordinator)  # type: ignore[misc]
            )
        for dag in (FRA - timedelta(days=1), TIL + timedelta(days=1)):
            assert "fra" in meldinger(
                lambda dag=dag: sett_i_klasse(klasse=klasse, elever=[lest(her)], fra=dag, av=koordinator)  # type: ignore[misc]
            )
        assert PLASSER == 60
        monkeypatch.setattr("opplaering.actions.klasseliste.PLASSER", 0)
        with pytest.raises(Regelbrudd, match="høyst 0 elever"):
            sett_i_klasse(klasse=klasse, elever=[lest(her)], fra=I_DAG, av=koordinator)
    fremmed = lag_klasse(ANNEN_SKOLE)
    with som(skolen), pytest.raises(IkkeTilgang):
        sett_i_klasse(klasse=fremmed, elever=[lest(her)], fra=I_DAG, av=skolen)


def test_kommunen_leser_men_skriver_ikke(som: Som, trondheim: Aktoer) -> None:
    klasse = lag_klasse(kombinasjonsklasse=True, kommune=virksomhet(TRONDHEIM))
    lag_hovedansvar(klasse)
    rad = lag_skolegang(lag_person(), klasse=klasse)
    with som(trondheim):
        assert i_klassen(klasse) == [rad]
        with pytest.raises(IkkeTilgang):
            ta_ut_av_klasse(klasse=klasse, elever=i_klassen(klasse), av=trondheim)
