"""The nightly job: in steps, cancellable, taken up again; and what starts it."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from integrering.grunnmur.jobber import avbryt_jobb, loep
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.oppgaver import actions
from integrering.oppgaver.actions import natt
from integrering.oppgaver.actions.utregning import NATT
from integrering.oppgaver.tasks import regn_ut
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.queries import kommuner_i_fylket
from tests import fabrikk
from tests.oppgaver.hjelp import aapne, en, hendelser, om, person, valgt

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def smaa_steg(monkeypatch: pytest.MonkeyPatch) -> None:
    """One number of a person in each step."""
    monkeypatch.setattr(natt, "STEG", 1)


def kjoer(jobb: Jobb) -> Jobb:
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    return jobb


def ny_jobb(*kilder: str) -> Jobb:
    return Jobb.objects.create(slag=NATT, tittel="Natt", parametre={"kilder": list(kilder)})


def folk(antall: int = 3) -> list[Any]:
    """Return persons nobody has computed tasks for."""
    return [fabrikk.lag_person(bosatt_fra=om(-120), tillatelse_dato=om(-150)) for _ in range(antall)]


def test_alt_regnes_ut_i_steg() -> None:
    alle = folk()
    jobb = kjoer(ny_jobb())
    assert jobb.tilstand == Tilstand.FERDIG, jobb.feil
    # and one for each municipality that nobody follows up
    nye = 3 + kommuner_i_fylket().count()
    assert jobb.resultat == {"nye": nye, "aapnet": 0, "lukket": 0, "frigitt": 0}
    assert jobb.av_i_alt >= 4
    assert all(aapne(p) == ["VEDTAK_FRIST"] for p in alle)


def test_uten_personer_og_bare_en_kilde() -> None:
    jobb = kjoer(ny_jobb("nir"))
    assert (jobb.tilstand, jobb.av_i_alt) == (Tilstand.FERDIG, 1)


def test_drept_arbeider_etterlater_hele_steg_og_neste_fortsetter(monkeypatch: pytest.MonkeyPatch) -> None:
    alle = folk()
    ekte, gjort = actions.oppdater_kilde, list[object]()

    def doer(navn: str, ider: Any) -> Any:
        gjort.append(ider)
        if len(gjort) == 2:
            raise KeyboardInterrupt  # what a killed process leaves: a step that never committed
        return ekte(navn, ider)

    monkeypatch.setattr(natt, "oppdater_kilde", doer)
    jobb = ny_jobb("nir")
    with pytest.raises(KeyboardInterrupt):
        loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    assert (jobb.tilstand, jobb.gjort, [aapne(p) for p in alle]) == (
        Tilstand.KJOERER, 1, [["VEDTAK_FRIST"], [], []],
    )  # fmt: skip
    Jobb.objects.filter(pk=jobb.pk).update(leie_til=jobb.opprettet)
    assert kjoer(jobb).tilstand == Tilstand.FERDIG
    assert (jobb.forsoek, gjort) == (2, [*gjort[:2], gjort[1], gjort[3]]), (
        "det første steget gjøres ikke igjen"
    )
    assert all(aapne(p) == ["VEDTAK_FRIST"] for p in alle)


def test_jobben_kan_avbrytes_mellom_to_steg(monkeypatch: pytest.MonkeyPatch) -> None:
    alle = folk()
    ekte = actions.oppdater_kilde
    jobb = ny_jobb("nir")

    def avbryt(navn: str, ider: Any) -> Any:
        avbryt_jobb(jobb=jobb)
        return ekte(navn, ider)

    monkeypatch.setattr(natt, "oppdater_kilde", avbryt)
    assert kjoer(jobb).tilstand == Tilstand.AVBRUTT
    assert [aapne(p) for p in alle] == [["VEDTAK_FRIST"], [], []]


def test_oppgaver_til_den_som_har_sluttet_blir_ledige(trondheim: Aktoer, kollega: Aktoer) -> None:
    hun, han = person(), person()
    with kontekst(kontekst_for(trondheim)):
        actions.tildel(valgte=valgt(en(hun)), til=kollega.bruker_id, av=trondheim)
        actions.tildel(valgte=valgt(en(han)), til=trondheim.bruker_id, av=trondheim)
    with kontekst(motor_kontekst()):
        Rolletildeling.objects.filter(bruker_id=kollega.bruker_id).update(til=om(-1))
    assert kjoer(ny_jobb("nir")).resultat["frigitt"] == 1
    assert (en(hun).ansvarlig_id, en(han).ansvarlig_id) == (None, trondheim.bruker_id)
    assert hendelser(en(hun)) == ["tildelt", "tatt_tilbake"]


def test_natten_startes_en_gang() -> None:
    regn_ut()
    regn_ut()
    assert [(j.noekkel, j.virksomhet and j.virksomhet.nummer) for j in Jobb.objects.filter(slag=NATT)] == [
        (NATT, "50")
    ]


def test_kommandoen_starter_det_samme() -> None:
    ut = StringIO()
    call_command("regn_ut_oppgaver", stdout=ut)
    call_command("regn_ut_oppgaver", stdout=ut)
    assert ut.getvalue().splitlines()[0] == "Jobben er startet."
    assert "allerede i gang" in ut.getvalue()
    assert Jobb.objects.filter(slag=NATT).count() == 1
