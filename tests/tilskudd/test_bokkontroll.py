"""Kontrollen av bøkene: en jobb, et resultat som står, og en oppgave når noe ikke stemmer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb
from integrering.oppgaver.models import Oppgave
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd import actions, tasks
from tilskudd.models import Bokkontroll
from tilskudd.queries.kontroll import KONTROLLER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def verden(db: None) -> Iterator[None]:
    with kontekst(motor_kontekst()):
        sett_satser()
        person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 1))
        fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
        Runder().bokfoer("2023K2")
        yield


def aapne() -> int:
    return Oppgave.objects.filter(regel="BOEKENE_STEMMER_IKKE", lukket__isnull=True).count()


def test_jobben_lagrer_hva_som_stemte_og_hvem_som_startet() -> None:
    av = fabrikk.lag_aktoer(Rolle.TILSKUDDSGODKJENNER)
    jobb = actions.start_bokkontroll(av=av)
    with pytest.raises(Regelbrudd, match="allerede i gang"):
        actions.start_bokkontroll(av=av)
    kjoer(jobb.pk)
    [svar] = Bokkontroll.objects.all()
    assert (svar.holder, svar.av_id) == (True, av.bruker_id)
    assert svar.avvik == {navn: 0 for navn, _tekst, _finn in KONTROLLER}


def test_natten_kontrollerer_uten_bruker_og_bare_en_gang() -> None:
    tasks.kontroller_om_natten()
    tasks.kontroller_om_natten()
    [jobb] = Jobb.objects.filter(slag="tilskudd.kontroller")
    kjoer(jobb.pk)
    assert Bokkontroll.objects.get().av_id is None


def test_feil_blir_en_oppgave_som_gaar_naar_boekene_stemmer() -> None:
    assert not actions.lagre_bokkontroll(avvik={"netting": 2, "fakta": 0}, bruker_id=None).holder
    assert aapne() == 1
    assert actions.lagre_bokkontroll(avvik={"netting": 0}, bruker_id=None).holder
    assert aapne() == 0


def test_hvem_som_kan() -> None:
    for rolle in (Rolle.FYLKE_SAKSBEHANDLER, Rolle.KOMMUNE_FLYKTNINGTJENESTE):
        with pytest.raises(IkkeTilgang):
            actions.start_bokkontroll(av=fabrikk.lag_aktoer(rolle))


@pytest.mark.parametrize(
    "setning",
    [
        "INSERT INTO tilskudd_bokkontroll (holder, avvik) VALUES (true, '{}')",
        "UPDATE tilskudd_bokkontroll SET holder = true",
        "DELETE FROM tilskudd_bokkontroll",
    ],
)
def test_ingen_bruker_skriver_resultatet(setning: str) -> None:
    som = kontekst_for(fabrikk.lag_aktoer(Rolle.ADMINISTRATOR))
    with pytest.raises(DatabaseError, match="denied"), kontekst(som), connection.cursor() as peker:
        peker.execute(setning)
