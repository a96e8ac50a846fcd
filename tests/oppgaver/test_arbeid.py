"""What people do with tasks."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from integrering.grunnmur.datoer import pluss_aar
from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.oppgaver import actions, tekster
from integrering.oppgaver.models import Oppgavehendelse, Vikariat
from integrering.oppgaver.queries.historikk import historikk
from integrering.oppgaver.queries.kolleger import jeg_er_vikar_for, kan_faa_oppgaver, vikariater
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.oppgaver.hjelp import IDAG, en, hendelser, om, person, valgt

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]
VENT: dict[str, Any] = {"til": om(10), "grunn": "permisjon"}


# --- På vent ---


def test_paa_vent_og_tilbake_av_seg_selv(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    with som(trondheim):
        actions.sett_paa_vent(valgte=valgt(en(hun)), **VENT, av=trondheim)
    oppgave = en(hun)
    assert tekster.ventetekst(oppgave, IDAG) == f"På vent til {om(10):%d.%m.%Y}: permisjon."
    assert oppgave.er_paa_vent(om(9))
    assert not oppgave.er_paa_vent(om(10))
    assert tekster.ventetekst(oppgave, om(10)) == ""
    with som(trondheim):
        actions.ta_opp_igjen(valgte=valgt(oppgave), av=trondheim)
    assert (en(hun).vent_til, en(hun).vent_grunn) == (None, "")
    assert hendelser(oppgave) == ["paa_vent", "gjenopptatt"]


@pytest.mark.parametrize(
    ("til", "grunn", "merknad", "felt"),
    [
        (om(0), "permisjon", "", "til"),
        (om(-1), "permisjon", "", "til"),
        (pluss_aar(IDAG, 2) + timedelta(days=1), "permisjon", "", "til"),
        (om(1), "", "", "grunn"),
        (om(1), "tull", "", "grunn"),
        (om(1), "annet", "  ", "merknad"),
        (om(1), "annet", "gjelder 01019012345", "merknad"),
        (om(1), "permisjon", "2099 123456 78", "merknad"),
    ],
)
def test_det_som_ikke_kan_vente(
    til: date, grunn: str, merknad: str, felt: str, trondheim: Aktoer, som: Som
) -> None:
    hun = person()
    with som(trondheim), pytest.raises(Regelbrudd) as brudd:
        actions.sett_paa_vent(valgte=valgt(en(hun)), til=til, grunn=grunn, merknad=merknad, av=trondheim)
    assert list(brudd.value.meldinger) == [felt]
    assert en(hun).vent_til is None


@pytest.mark.parametrize("til", [om(1), pluss_aar(IDAG, 2)])
def test_grensene_for_hvor_lenge(til: date) -> None:
    actions.kontroller_vent(til=til, grunn="annet", merknad="ny timeplan")


def test_merknaden_hoerer_til_annet(trondheim: Aktoer, som: Som) -> None:
    hun = person()
    with som(trondheim):
        actions.sett_paa_vent(valgte=valgt(en(hun)), **VENT, merknad="ikke med", av=trondheim)
        assert en(hun).vent_merknad == ""
        annet: dict[str, Any] = {"til": om(3), "grunn": "annet", "merknad": " ny timeplan. "}
        actions.sett_paa_vent(valgte=valgt(en(hun)), **annet, av=trondheim)
    assert tekster.ventetekst(en(hun), IDAG) == f"På vent til {om(3):%d.%m.%Y}: ny timeplan."


# --- Tildeling ---


def test_tildel_og_legg_tilbake(trondheim: Aktoer, kollega: Aktoer, som: Som) -> None:
    hun = person()
    with som(trondheim):
        actions.tildel(valgte=valgt(en(hun)), til=kollega.bruker_id, av=trondheim)
        assert en(hun).ansvarlig_id == kollega.bruker_id
        actions.tildel(valgte=valgt(en(hun)), til=None, av=trondheim)
        linjer = historikk(en(hun))
    assert en(hun).ansvarlig_id is None
    assert [(h.tittel, h.beskrivelse) for h in linjer] == [
        ("Ikke lenger tildelt", ""),
        ("Tildelt", f"Til {kollega.navn}."),
        ("Laget av regelen", ""),
    ]
    assert {h.hvem for h in linjer} == {trondheim.navn, "Automatisk"}


def test_bare_kolleger_med_rolle_som_gjelder_faar_oppgaver(
    trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer, som: Som
) -> None:
    hun = person()
    sluttet = fabrikk.lag_bruker()
    sluttet.rolletildelinger.all()
    forvalter = fabrikk.lag_aktoer(Rolle.KOMMUNE_ADMINISTRATOR)
    for til in (steinkjer.bruker_id, fylket.bruker_id, forvalter.bruker_id, 0):
        with som(trondheim), pytest.raises(Regelbrudd, match="rolle hos dere"):
            actions.tildel(valgte=valgt(en(hun)), til=til, av=trondheim)
    assert set(kan_faa_oppgaver(trondheim.virksomhet_id)) == {trondheim.bruker_id, sluttet.pk}


def test_oppgaver_om_skjermede_gis_bare_til_dem_som_ser_personen(som: Som) -> None:
    ser = fabrikk.lag_aktoer(skjermede=True)
    ser_ikke, ser_ogsaa = fabrikk.lag_aktoer(), fabrikk.lag_aktoer(skjermede=True)
    hun = person(adressebeskyttelse="fortrolig")
    with som(ser):
        with pytest.raises(Regelbrudd, match="ikke har tilgang til"):
            actions.tildel(valgte=valgt(en(hun)), til=ser_ikke.bruker_id, av=ser)
        actions.tildel(valgte=valgt(en(hun)), til=ser_ogsaa.bruker_id, av=ser)
    assert en(hun).ansvarlig_id == ser_ogsaa.bruker_id


# --- To om det samme, og flere på en gang ---


def test_den_andre_faar_vite_det_og_ingenting_er_gjort(trondheim: Aktoer, kollega: Aktoer, som: Som) -> None:
    en_, to = person(), person()
    sett = valgt(en(en_), en(to))
    with som(kollega):
        actions.tildel(valgte=valgt(en(to)), til=kollega.bruker_id, av=kollega)
    with som(trondheim), pytest.raises(actions.Oppgavekonflikt) as konflikt:
        actions.sett_paa_vent(valgte=sett, **VENT, av=trondheim)
    assert [o.person_id for o in konflikt.value.rader] == [to.pk]
    assert str(konflikt.value.naa.endret_av) == kollega.navn
    assert en(en_).vent_til is None


def test_det_som_ble_ferdig_i_mellomtiden_hoppes_over(trondheim: Aktoer, som: Som) -> None:
    en_, to = person(), person()
    sett = valgt(en(en_), en(to))
    fabrikk.lag_vedtak(to, startdato=IDAG)
    actions.oppdater_kilde("nir", [to.pk])
    with som(trondheim):
        utfoert = actions.sett_paa_vent(valgte=sett, **VENT, av=trondheim)
        assert (utfoert.antall, utfoert.ferdige) == (1, 1)
        with pytest.raises(Regelbrudd, match="alt ferdige"):
            actions.ta_opp_igjen(valgte=sett[1:], av=trondheim)
        with pytest.raises(Regelbrudd, match="minst én rad"):
            actions.ta_opp_igjen(valgte=[], av=trondheim)


def test_andres_oppgaver_roeres_ikke(trondheim: Aktoer, steinkjer: Aktoer, fylket: Aktoer, som: Som) -> None:
    hun = person()
    for andre in (steinkjer, fylket):
        with som(andre), pytest.raises(Regelbrudd):
            actions.sett_paa_vent(valgte=valgt(en(hun)), **VENT, av=andre)
    revisor = fabrikk.lag_aktoer(Rolle.INNSYNSREVISOR)
    with som(revisor), pytest.raises(IkkeTilgang):
        actions.ta_opp_igjen(valgte=valgt(en(hun)), av=revisor)
    with som(revisor), pytest.raises(IkkeTilgang):
        actions.angre(runde=uuid.uuid4(), av=revisor)


# --- Angre ---


def test_angre_setter_alt_tilbake(trondheim: Aktoer, kollega: Aktoer, som: Som) -> None:
    en_, to = person(), person()
    with som(trondheim):
        actions.sett_paa_vent(valgte=valgt(en(en_)), til=om(5), grunn="skole", av=trondheim)
        utfoert = actions.sett_paa_vent(valgte=valgt(en(en_), en(to)), **VENT, av=trondheim)
        assert actions.angre(runde=utfoert.runde, av=trondheim) == (2, 0)
    assert (en(en_).vent_til, en(en_).vent_grunn) == (om(5), "skole")
    assert en(to).vent_til is None
    with som(trondheim), pytest.raises(Regelbrudd, match="kan ikke angres"):
        actions.angre(runde=utfoert.runde, av=trondheim)


def test_det_andre_har_endret_siden_angres_ikke(trondheim: Aktoer, kollega: Aktoer, som: Som) -> None:
    en_, to = person(), person()
    with som(trondheim):
        utfoert = actions.sett_paa_vent(valgte=valgt(en(en_), en(to)), **VENT, av=trondheim)
    with som(kollega):
        actions.tildel(valgte=valgt(en(to)), til=kollega.bruker_id, av=kollega)
        with pytest.raises(Regelbrudd, match="kan ikke angres"):
            actions.angre(runde=utfoert.runde, av=kollega)
    with som(trondheim):
        assert actions.angre(runde=utfoert.runde, av=trondheim) == (1, 1)
        assert Oppgavehendelse.objects.filter(runde=utfoert.runde).count() == 2
    assert en(to).vent_til == om(10)


# --- Vikar ---


def vikar_for(borte: Aktoer, vikar: Aktoer, fra: int = 0, til: int = 7, av: Aktoer | None = None) -> Vikariat:
    return actions.registrer_vikariat(
        borte=borte.bruker_id, vikar=vikar.bruker_id, fra=om(fra), til=om(til), av=av or borte
    )


def test_vikaren_har_oppgavene_fra_foerste_til_siste_dag(
    trondheim: Aktoer, kollega: Aktoer, som: Som
) -> None:
    with som(trondheim):
        vikariat = vikar_for(trondheim, kollega, fra=1, til=3)
        dager = [list(jeg_er_vikar_for(kollega, om(n))) for n in range(5)]
        mine = [trondheim.bruker_id]
        assert dager == [[], mine, mine, mine, []]
        assert list(vikariater(kollega, om(3))) == [vikariat]
        assert list(vikariater(kollega, om(4))) == []
        actions.avslutt_vikariat(vikariat=vikariat, versjon=vikariat.versjon, av=trondheim)
        assert list(jeg_er_vikar_for(kollega, om(2))) == []
        with pytest.raises(Regelbrudd, match="alt avsluttet"):
            actions.avslutt_vikariat(vikariat=vikariat, versjon=vikariat.versjon, av=trondheim)
        vikar_for(trondheim, kollega, fra=1, til=3)


def test_vikariater_som_ikke_gir_mening(
    trondheim: Aktoer, kollega: Aktoer, steinkjer: Aktoer, som: Som
) -> None:
    tredje = fabrikk.lag_aktoer()
    with som(trondheim):
        vikar_for(trondheim, kollega, fra=5, til=10)
        for forsoek, felt in (
            ((steinkjer, kollega, 0, 1), "borte"),
            ((trondheim, steinkjer, 0, 1), "vikar"),
            ((trondheim, trondheim, 0, 1), "vikar"),
            ((trondheim, kollega, 2, 1), "til"),
            ((trondheim, kollega, -5, -1), "til"),
            ((trondheim, kollega, 20, 400), "til"),
            ((trondheim, tredje, 10, 12), "fra"),
            ((kollega, trondheim, 10, 12), "vikar"),
        ):
            borte, vikar, fra, til = forsoek
            with pytest.raises(Regelbrudd) as brudd:
                vikar_for(borte, vikar, fra, til, av=trondheim)
            assert list(brudd.value.meldinger) == [felt], forsoek
        vikar_for(kollega, trondheim, fra=11, til=12, av=trondheim)


def test_to_som_registrerer_samtidig(
    trondheim: Aktoer, kollega: Aktoer, som: Som, monkeypatch: pytest.MonkeyPatch
) -> None:
    from integrering.oppgaver.actions import vikariat as modul

    with som(trondheim):
        vikar_for(trondheim, kollega)
        monkeypatch.setattr(modul, "_kolliderer", lambda *_: {})
        with pytest.raises(Regelbrudd, match="Noen andre registrerte"):
            vikar_for(trondheim, kollega)
        assert Vikariat.objects.count() == 1


def test_vikariater_er_virksomhetens_egne(
    trondheim: Aktoer, kollega: Aktoer, fylket: Aktoer, som: Som
) -> None:
    with som(trondheim):
        vikar_for(trondheim, kollega)
    with som(fylket):
        assert not Vikariat.objects.exists()
    forvalter = fabrikk.lag_aktoer(Rolle.INNSYNSREVISOR)
    with som(forvalter), pytest.raises(IkkeTilgang):
        vikar_for(trondheim, kollega, av=forvalter)
