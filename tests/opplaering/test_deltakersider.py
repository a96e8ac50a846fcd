"""O1 and O2: who goes to school, and one of them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.fabrikk import ANNEN_SKOLE, STEINKJER, lag_person
from tests.opplaering.hjelp import FRA, I_DAG, lag_klasse, lag_skolegang

pytestmark = pytest.mark.django_db


def test_listen_viser_hver_sine(klient: Client, skoleklient: Client, kommuneklient: Client) -> None:
    """The county sees all, a school its own pupils, a municipality its own persons."""
    klasse = lag_klasse()
    lag_skolegang(lag_person(etternavn="Her"), klasse=klasse)
    lag_skolegang(lag_person(etternavn="Der"), ANNEN_SKOLE)
    lag_skolegang(lag_person(etternavn="Nabo", kommune=STEINKJER))
    ventet = {klient: {"Her", "Der", "Nabo"}, skoleklient: {"Her", "Nabo"}, kommuneklient: {"Her", "Der"}}
    for leser, navn in ventet.items():
        liste = leser.get(reverse("opplaering")).context["liste"]
        assert {rad.person.etternavn for rad in liste.objekter} == navn


def test_siden_om_en_elev(klient: Client, skoleklient: Client) -> None:
    """The school reads the page of its own pupil, and finds nobody else."""
    elev, annen = lag_person(etternavn="Her"), lag_person(etternavn="Der")
    lag_skolegang(elev, til=I_DAG)
    lag_skolegang(annen, ANNEN_SKOLE, fra=FRA)
    svar = skoleklient.get(reverse("opplaering_deltaker", args=[elev.noekkel]))
    assert "Prøvedal videregående skole" in svar.content.decode()
    borte = reverse("opplaering_deltaker", args=[annen.noekkel])
    assert skoleklient.get(borte).status_code == 404
    assert klient.get(borte).status_code == 200
