"""Hours, absence and results of a class, saved together: the cells are the registrations themselves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.klasser import actions, oppgavekilde
from integrering.klasser.actions import Linje, Linjebrudd, Rutekonflikt
from integrering.klasser.models import Klasse, Maanedslaas
from integrering.klasser.queries.klasser import valgte_medlemskap
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Opplaeringstimer, Person, Proeve
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.klasser.hjelp import FOER, I_DAG, MAANED, lag_deltakere, lag_klasse, timelinje, timene

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


@pytest.fixture
def personer(av: Aktoer) -> list[Person]:
    return lag_deltakere(3)


@pytest.fixture
def klasse(av: Aktoer, personer: list[Person]) -> Klasse:
    return lag_klasse(av, personer)


def lagre(klasse: Klasse, av: Aktoer, *linjer: Linje, **mer: Any) -> actions.Lagret:
    return actions.lagre_timer(klasse=klasse, maaned=MAANED, linjer=linjer, av=av, **mer)


# --- Hours ---


def test_timer_for_hele_klassen(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    hva = lagre(klasse, av, *(timelinje(p, 60 + nr, nr) for nr, p in enumerate(personer)))
    assert (hva.nye, hva.rettet) == (3, 0)
    assert [(t.timer, t.gyldig_fravaer, t.ugyldig_fravaer) for p in personer for t in timene(p)] == [
        (60, 0, 0),
        (61, 1, 0),
        (62, 2, 0),
    ]


def test_cellene_er_de_samme_registreringene_som_paa_personens_side(
    av: Aktoer, klasse: Klasse, personer: list[Person]
) -> None:
    lagre(klasse, av, timelinje(personer[0]))
    (rad,) = FAKTATYPER["timer"].gjeldende.filter(person=personer[0])
    assert (rad.registrert_av_id, rad.virksomhet_id) == (av.bruker_id, av.virksomhet_id)


def test_retting_krever_en_grunn_for_hele_rutenettet(
    av: Aktoer, klasse: Klasse, personer: list[Person]
) -> None:
    lagre(klasse, av, *(timelinje(p) for p in personer[:2]))
    sett = {p: timene(p)[0].pk for p in personer[:2]}
    nye = [
        timelinje(personer[0], 55, sett=sett[personer[0]]),
        timelinje(personer[1], sett=sett[personer[1]]),
        timelinje(personer[2]),
    ]
    with pytest.raises(Regelbrudd) as feil:
        lagre(klasse, av, *nye)
    assert list(feil.value.meldinger) == ["aarsak"]
    assert not timene(personer[2]), "ingenting er halvt lagret"
    hva = lagre(klasse, av, *nye, aarsak="Feil i lista")
    assert (hva.nye, hva.rettet) == (1, 1)
    rettet, uroert = timene(personer[0])[0], timene(personer[1])[0]
    assert (rettet.timer, rettet.aarsak) == (55, "Feil i lista")
    assert (uroert.pk, uroert.aarsak) == (sett[personer[1]], "")
    assert timene(personer[2])[0].aarsak == ""


def test_samme_rutenett_lagret_to_ganger_har_en_virkning(
    av: Aktoer, klasse: Klasse, personer: list[Person]
) -> None:
    linjer = [timelinje(p) for p in personer]
    lagre(klasse, av, *linjer)
    hva = lagre(klasse, av, *linjer)
    assert (hva.nye, hva.rettet) == (0, 0)
    assert Opplaeringstimer.objects.filter(person__in=personer).count() == 3


def test_to_paa_samme_rutenett(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    """Both opened it empty: the second is told, and nothing of theirs is saved."""
    lagre(klasse, av, timelinje(personer[0], 60))
    with pytest.raises(Rutekonflikt) as konflikt:
        lagre(klasse, av, timelinje(personer[1], 50), timelinje(personer[0], 40))
    naa: Any = konflikt.value.naa
    assert {nr: rad.timer for nr, rad in naa.items()} == {1: 60}
    assert not timene(personer[1])


def test_den_andre_annullerte_imens(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    with pytest.raises(Rutekonflikt) as konflikt:
        lagre(klasse, av, timelinje(personer[0], 40, sett=123456))
    assert konflikt.value.naa == {0: None}


def test_hver_linje_som_ikke_kan_lagres_nevnes(av: Aktoer, personer: list[Person]) -> None:
    """A month to come, and one before somebody was born."""
    klasse = lag_klasse(av, personer, navn="Neste", moduler=("norsk", "samf_norge"))
    neste = maaneder.neste(maaneder.maaned(I_DAG))
    linjer = [timelinje(p, maaned=neste, modul=m) for p in personer for m in klasse.moduler]
    with pytest.raises(Linjebrudd) as feil:
        actions.lagre_timer(klasse=klasse, maaned=neste, linjer=linjer, av=av)
    assert set(feil.value.per_linje) == set(range(6))
    assert feil.value.per_linje[0]["maaned"] == ["Måned kan ikke være fram i tid."]


def test_bare_de_som_var_i_klassen_den_maaneden(av: Aktoer, klasse: Klasse) -> None:
    (ny,) = lag_deltakere(1, fornavn="Ute")
    with pytest.raises(Regelbrudd, match="Ute Deltaker00"):
        lagre(klasse, av, timelinje(ny))
    assert not timene(ny)


def test_bare_den_som_har_klassen(som: Som, klasse: Klasse, fylket: Aktoer, personer: list[Person]) -> None:
    with som(fylket), pytest.raises(IkkeTilgang):
        lagre(klasse, fylket, timelinje(personer[0]))


# --- The lock ---


def test_laas_stopper_og_laas_opp_krever_grunn(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    for _to_ganger in range(2):
        actions.laas_maaned(klasse=klasse, maaned=MAANED, av=av)
    with pytest.raises(Regelbrudd, match="låst"):
        lagre(klasse, av, timelinje(personer[0]))
    actions.lagre_timer(klasse=klasse, maaned=FOER, linjer=[timelinje(personer[0], maaned=FOER)], av=av)
    with pytest.raises(Regelbrudd, match="hvorfor"):
        actions.laas_opp_maaned(klasse=klasse, maaned=MAANED, aarsak=" ", av=av)
    for _to_ganger in range(2):
        actions.laas_opp_maaned(klasse=klasse, maaned=MAANED, aarsak="En liste kom sent", av=av)
    lagre(klasse, av, timelinje(personer[0]))
    rader = Maanedslaas.objects.filter(klasse=klasse).order_by("pk")
    assert [(r.laast, r.aarsak) for r in rader] == [(True, ""), (False, "En liste kom sent")]


def test_en_maaned_som_aldri_var_laast(av: Aktoer, klasse: Klasse) -> None:
    actions.laas_opp_maaned(klasse=klasse, maaned=MAANED, aarsak="Sikker er sikker", av=av)
    assert not Maanedslaas.objects.filter(klasse=klasse).exists()


def test_maaneden_laases_ikke_foer_den_er_over(av: Aktoer, klasse: Klasse) -> None:
    neste = maaneder.neste(maaneder.maaned(I_DAG))
    with pytest.raises(Regelbrudd, match="ikke over"):
        actions.laas_maaned(klasse=klasse, maaned=neste, av=av)


# --- Tests ---

DAG = I_DAG - timedelta(days=3)
NORSK = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig"), "a2") | {
    "proeve": "norskproeve",
    "dato": DAG,
    "resultat": "",
    "spraak": "",
}


def proever(klasse: Klasse, av: Aktoer, *linjer: Linje, **mer: Any) -> actions.Lagret:
    return actions.lagre_proever(klasse=klasse, dato=DAG, linjer=linjer, av=av, **mer)


def test_resultater_for_hele_klassen(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    hva = proever(klasse, av, *(Linje(p, NORSK) for p in personer))
    assert hva.nye == 3
    rad = Proeve.objects.gjeldende().get(person=personer[0])
    rettet = NORSK | {"lese": "b1"}
    with pytest.raises(Rutekonflikt):
        proever(klasse, av, Linje(personer[0], rettet))
    proever(klasse, av, Linje(personer[0], rettet, rad.pk), aarsak="Avskrift")
    assert Proeve.objects.gjeldende().get(person=personer[0]).lese == "b1"


def test_resultat_som_ikke_hoerer_til_proeven(av: Aktoer, klasse: Klasse, personer: list[Person]) -> None:
    linjer = [Linje(personer[0], NORSK), Linje(personer[1], NORSK | {"lese": "bestaatt"})]
    with pytest.raises(Linjebrudd) as feil:
        proever(klasse, av, *linjer)
    assert list(feil.value.per_linje) == [1]
    assert list(feil.value.per_linje[1]) == ["lese"]
    assert not Proeve.objects.filter(person__in=personer).exists()


# --- The task ---


def oppgaver() -> dict[str, str]:
    """Return month → address of the open tasks about hours."""
    with kontekst(motor_kontekst()):
        return dict(Oppgave.objects.filter(regel="TIMER_MANGLER", lukket=None).values_list("nr", "url"))


def test_oppgaven_kommer_og_gaar_med_registreringene(av: Aktoer, personer: list[Person]) -> None:
    klasse = lag_klasse(av, personer, kontakt_id=av.bruker_id)
    nr = maaneder.skriv(MAANED)
    assert oppgaver()[nr] == f"/klasser/{klasse.noekkel}/timer/{nr}/"
    with kontekst(motor_kontekst()):
        oppgave = Oppgave.objects.get(regel="TIMER_MANGLER", nr=nr)
    assert (oppgave.ansvarlig_id, oppgave.virksomhet_id, oppgave.tekst) == (
        av.bruker_id, av.virksomhet_id, klasse.navn,
    )  # fmt: skip
    assert oppgave.frist == maaneder.neste(MAANED).replace(day=10)
    assert oppgave.verdier["antall"] == "3"
    lagre(klasse, av, *(timelinje(p) for p in personer))
    assert nr not in oppgaver()
    assert maaneder.skriv(FOER) in oppgaver()


def test_laast_maaned_er_ferdig_og_kommer_igjen_naar_den_laases_opp(av: Aktoer, klasse: Klasse) -> None:
    nr = maaneder.skriv(MAANED)
    actions.laas_maaned(klasse=klasse, maaned=MAANED, av=av)
    assert nr not in oppgaver()
    actions.laas_opp_maaned(klasse=klasse, maaned=MAANED, aarsak="For tidlig", av=av)
    assert nr in oppgaver()


def test_skjermede_teller_ikke_i_oppgaven(av: Aktoer) -> None:
    """A task that the reader cannot finish would tell that somebody is there."""
    med = fabrikk.lag_aktoer(skjermede=True)
    lag_klasse(med, [fabrikk.lag_person(adressebeskyttelse="fortrolig")])
    assert oppgaver() == {}


def test_fylkets_egen_klasse_har_oppgave(fylket: Aktoer) -> None:
    lag_klasse(fylket, lag_deltakere(1))
    assert maaneder.skriv(MAANED) in oppgaver()


def test_flyttede_teller_ikke_i_oppgaven(trondheim: Aktoer) -> None:
    """Another municipality has them now: this one cannot register for them."""
    personer = lag_deltakere(2)
    lag_klasse(trondheim, personer)
    with kontekst(motor_kontekst()):
        for person in personer:
            fabrikk.rett(person.bosteder.get(), til=I_DAG - timedelta(days=2))
            fabrikk.lag_bosted(person, kommune=fabrikk.STEINKJER, fra=I_DAG - timedelta(days=1))
    oppdater_kilde(actions.KILDE)
    assert oppgaver() == {}


def test_mange_endrede_regnes_i_bakgrunnen(av: Aktoer, monkeypatch: pytest.MonkeyPatch) -> None:
    startet: list[Any] = []
    monkeypatch.setattr(oppgavekilde, "regn_ut_i_bakgrunnen", lambda **hva: startet.append(hva))
    oppgavekilde.personer_endret(None)
    assert startet == [{"kilder": ("klasser",), "noekkel": ""}]


def test_roller_uten_registrering_leser_bare(som: Som, klasse: Klasse) -> None:
    raadgiver = fabrikk.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    with som(raadgiver):
        assert not actions.er_eier(raadgiver, klasse)
        assert valgte_medlemskap(klasse, []) == []
