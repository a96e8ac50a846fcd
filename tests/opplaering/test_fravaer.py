"""Timer, fravær og låste måneder for en klasse på skole."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.klasser.actions import Lagret, Linje, Linjebrudd, Rutekonflikt
from integrering.nir.models import Person
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from opplaering import oppgavekilde_fravaer
from opplaering.actions.fravaer import FRAVAERSKILDE, laas_opp_skolemaaned, laas_skolemaaned, lagre_fravaer
from opplaering.actions.skolegang import endre_timer
from opplaering.models import Maanedsfravaer, Skolegang, Skoleklasse, Skolemaanedslaas
from opplaering.queries.elever import elever
from tests import fabrikk
from tests.opplaering import hjelp
from tests.opplaering.hjelp import I_DAG, lag_klasse, lag_skolegang

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
# The month whose hours are due.
MAANED = maaneder.forrige(maaneder.maaned(I_DAG))


def lag_elever(klasse: Skoleklasse, antall: int = 3, **felt: Any) -> list[Person]:
    """Return so many pupils of the class, by name, as a school loads them."""
    personer = [fabrikk.lag_person(etternavn=f"Elev{nr:02d}", **felt) for nr in range(antall)]
    for person in personer:
        lag_skolegang(person, klasse=klasse)
    return personer


@pytest.fixture
def klasse(db: None) -> Skoleklasse:
    return lag_klasse()


@pytest.fixture
def personer(klasse: Skoleklasse) -> list[Person]:
    return lag_elever(klasse)


def linje(
    person: Person, timer: float = 80, gyldig: float = 0, ugyldig: float = 0, uavklart: float = 0, **mer: Any
) -> Linje:
    tall = {"timer": timer, "gyldig": gyldig, "ugyldig": ugyldig, "uavklart": uavklart}
    sett = mer.pop("sett", None)
    faste = {"undervisning": "norsk", "maaned": MAANED, "skole_id": hjelp.lag_skole().pk} | mer
    return Linje(person, {**faste, **{k: Decimal(str(v)) for k, v in tall.items()}}, sett)


def lagre(klasse: Skoleklasse, av: Aktoer, *linjer: Linje, maaned: date = MAANED, **mer: Any) -> Lagret:
    return lagre_fravaer(klasse=klasse, maaned=maaned, linjer=linjer, av=av, **mer)


def fravaeret(person: Person) -> list[Maanedsfravaer]:
    with kontekst(motor_kontekst()):
        return list(Maanedsfravaer.objects.gjeldende().filter(person=person).order_by("maaned"))


# --- The grid ---


@pytest.mark.parametrize("hvem", ["skolen", "koordinator"])
def test_skolen_og_fylket_foerer_hele_klassen(
    hvem: str, request: pytest.FixtureRequest, som: Som, klasse: Skoleklasse, personer: list[Person]
) -> None:
    av: Aktoer = request.getfixturevalue(hvem)
    with som(av):
        hva = lagre(klasse, av, *(linje(p, 80, nr, 1, 0.5) for nr, p in enumerate(personer)))
    assert (hva.nye, hva.rettet) == (3, 0)
    rader = [fravaeret(p)[0] for p in personer]
    assert [(r.timer, r.gyldig, r.ugyldig, r.uavklart) for r in rader] == [
        (80, 0, 1, Decimal("0.5")),
        (80, 1, 1, Decimal("0.5")),
        (80, 2, 1, Decimal("0.5")),
    ]
    assert {r.virksomhet_id for r in rader} == {av.virksomhet_id}


def test_25_elever_koster_like_mange_spoerringer_som_tre(som: Som, skolen: Aktoer) -> None:
    stor, liten = lag_klasse(), lag_klasse()
    mange = [linje(p) for p in lag_elever(stor, 25)]
    faa = [linje(p) for p in lag_elever(liten, 3)]
    with som(skolen):
        lagre(lag_klasse(), skolen)
        with CaptureQueriesContext(connection) as av_faa:
            lagre(liten, skolen, *faa)
        with CaptureQueriesContext(connection) as av_mange:
            lagre(stor, skolen, *mange)
    assert len(av_mange) == len(av_faa)


def test_retting_krever_en_grunn_for_hele_rutenettet(
    som: Som, skolen: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    en, to, tre = personer
    with som(skolen):
        lagre(klasse, skolen, linje(en), linje(to))
        sett = {p: fravaeret(p)[0].pk for p in (en, to)}
        nye = [linje(en, 75, sett=sett[en]), linje(to, sett=sett[to]), linje(tre)]
        with pytest.raises(Regelbrudd) as feil:
            lagre(klasse, skolen, *nye)
        assert list(feil.value.meldinger) == ["aarsak"]
        assert not fravaeret(tre), "ingenting er halvt lagret"
        hva = lagre(klasse, skolen, *nye, aarsak="Feil i lista")
    assert (hva.nye, hva.rettet) == (1, 1)
    assert (fravaeret(en)[0].timer, fravaeret(en)[0].aarsak) == (75, "Feil i lista")
    assert fravaeret(to)[0].pk == sett[to]


def test_to_paa_samme_rutenett(
    som: Som, skolen: Aktoer, koordinator: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    with som(koordinator):
        lagre(klasse, koordinator, linje(personer[0], 60))
    with som(skolen), pytest.raises(Rutekonflikt) as konflikt:
        lagre(klasse, skolen, linje(personer[1], 50), linje(personer[0], 40))
    naa: Any = konflikt.value.naa
    assert {nr: rad.timer for nr, rad in naa.items()} == {1: 60}
    assert not fravaeret(personer[1])


def test_den_som_ikke_er_i_klassen_avvises(som: Som, skolen: Aktoer, klasse: Skoleklasse) -> None:
    annen = lag_elever(lag_klasse(), 1)[0]
    with som(skolen), pytest.raises(Regelbrudd, match="Disse er ikke i klassen da: Amina Elev00"):
        lagre(klasse, skolen, linje(annen))


def test_en_maaned_fram_i_tid_nevnes_ved_linjen(
    som: Som, skolen: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    neste = maaneder.neste(maaneder.maaned(I_DAG))
    with som(skolen), pytest.raises(Linjebrudd) as feil:
        lagre(klasse, skolen, linje(personer[0], maaned=neste), maaned=neste)
    assert {nr: list(f) for nr, f in feil.value.per_linje.items()} == {0: ["maaned"]}


def test_en_annen_skole_foerer_ikke(
    som: Som, klasse: Skoleklasse, personer: list[Person], trondheim: Aktoer
) -> None:
    annen = hjelp.skolekontakt(fabrikk.ANNEN_SKOLE)
    for av in (annen, trondheim):
        with som(av):
            with pytest.raises(IkkeTilgang):
                lagre(klasse, av, linje(personer[0]))
            with pytest.raises(IkkeTilgang):
                laas_skolemaaned(klasse=klasse, maaned=MAANED, av=av)


def test_skolen_ser_bare_eget_fravaer_og_kommunen_sine_personer(
    som: Som, skolen: Aktoer, trondheim: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    with som(skolen):
        lagre(klasse, skolen, *map(linje, personer))
    with som(hjelp.skolekontakt(fabrikk.ANNEN_SKOLE)):
        assert not Maanedsfravaer.objects.exists()
        assert not elever().exists()
    with som(trondheim):
        assert Maanedsfravaer.objects.count() == 3
    with som(hjelp.kommunen(fabrikk.STEINKJER)):
        assert not Maanedsfravaer.objects.exists()


# --- Locks ---


def test_laast_maaned_aapnes_med_begrunnelse(
    som: Som, skolen: Aktoer, klasse: Skoleklasse, personer: list[Person]
) -> None:
    with som(skolen):
        laas_skolemaaned(klasse=klasse, maaned=MAANED, av=skolen)
        laas_skolemaaned(klasse=klasse, maaned=MAANED, av=skolen)
        with pytest.raises(Regelbrudd, match="Måneden er låst"):
            lagre(klasse, skolen, linje(personer[0]))
        with pytest.raises(Regelbrudd, match="Skriv hvorfor"):
            laas_opp_skolemaaned(klasse=klasse, maaned=MAANED, aarsak=" ", av=skolen)
        laas_opp_skolemaaned(klasse=klasse, maaned=MAANED, aarsak="Glemte en elev", av=skolen)
        assert lagre(klasse, skolen, linje(personer[0])).nye == 1
        rader = Skolemaanedslaas.objects.order_by("pk").values_list("laast", "aarsak")
        assert list(rader) == [(True, ""), (False, "Glemte en elev")]


def test_maaneden_laases_ikke_foer_den_er_over(som: Som, skolen: Aktoer, klasse: Skoleklasse) -> None:
    with som(skolen), pytest.raises(Regelbrudd, match="ikke over ennå"):
        laas_skolemaaned(
            klasse=klasse, maaned=maaneder.maaned(maaneder.siste_dag(I_DAG) + timedelta(1)), av=skolen
        )


# --- The task ---


def oppgaver(klasse: Skoleklasse) -> list[Oppgave]:
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(kilde=FRAVAERSKILDE, emne_id=klasse.pk, lukket__isnull=True)
        return list(rader.order_by("frist"))


def test_oppgaven_kommer_naar_maaneden_er_over_og_gaar_naar_alle_har_timer(som: Som, skolen: Aktoer) -> None:
    klasse = lag_klasse(fra=MAANED, undervisning=["norsk", "samf_norge"])
    en, to = lag_elever(klasse, 2)
    skjult = fabrikk.lag_person(etternavn="Skjult", adressebeskyttelse="fortrolig")
    lag_skolegang(skjult, klasse=klasse)
    oppdater_kilde(FRAVAERSKILDE, [klasse.pk])
    (oppgave,) = oppgaver(klasse)
    assert (oppgave.regel, oppgave.virksomhet_id) == ("FRAVAER_MANGLER", klasse.skole_id)
    assert oppgave.frist == maaneder.neste(MAANED).replace(day=10)
    assert oppgave.url.endswith(f"/timer/{maaneder.skriv(MAANED)}/")
    with som(skolen):
        lagre(klasse, skolen, linje(en))
        assert [o.verdier["antall"] for o in oppgaver(klasse)] == ["1"]
        lagre(klasse, skolen, linje(to, undervisning="samf_norge"))
    assert not oppgaver(klasse)


def test_andre_timer_midt_i_maaneden_er_fortsatt_en_elev(som: Som, koordinator: Aktoer) -> None:
    klasse = lag_klasse(fra=MAANED)
    (en,) = lag_elever(klasse, 1)
    with som(koordinator):
        rad = Skolegang.objects.gjeldende().get(person=en)
        endre_timer(
            registrering=rad.registrering_id, sett=rad.pk, fra=MAANED + timedelta(14),
            timer_per_uke=Decimal(20), av=koordinator,
        )  # fmt: skip
    assert [o.verdier["antall"] for o in oppgaver(klasse)] == ["1"]


def test_laast_maaned_har_ingen_oppgave(som: Som, skolen: Aktoer) -> None:
    klasse = lag_klasse(fra=MAANED)
    lag_elever(klasse, 1)
    oppdater_kilde(FRAVAERSKILDE, [klasse.pk])
    assert len(oppgaver(klasse)) == 1
    with som(skolen):
        laas_skolemaaned(klasse=klasse, maaned=MAANED, av=skolen)
    assert not oppgaver(klasse)


def test_mange_endringer_regnes_i_bakgrunnen(monkeypatch: pytest.MonkeyPatch) -> None:
    kalt: list[Any] = []
    monkeypatch.setattr(oppgavekilde_fravaer, "regn_ut_i_bakgrunnen", lambda **k: kalt.append(k))
    oppgavekilde_fravaer.personer_endret(range(501))
    assert kalt == [{"kilder": (FRAVAERSKILDE,), "noekkel": ""}]
