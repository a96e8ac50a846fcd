"""The front page shows how far the filling is, and nothing when it is done."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import Settings

from integrering.demo.actions import start_demo
from integrering.grunnmur.models import Jobb, Tilstand
from integrering.tilgang.models import Bruker
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _demo(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEMO = True
    monkeypatch.setenv("INTEGRERING_LOKAL", "1")
    start_demo()


def forside(brukernavn: str) -> str:
    svar = inn(Bruker.objects.get(username=brukernavn)).get(reverse("forside"))
    assert svar.status_code == 200
    return svar.content.decode()


def test_alle_ser_framdriften_og_fylket_ser_jobben() -> None:
    jobb = Jobb.objects.get()
    Jobb.objects.update(tilstand=Tilstand.KJOERER, steg="Registrerer", gjort=1, av_i_alt=4)
    lenke = reverse("jobb", args=[jobb.pk])
    assert "Registrerer" in forside("raadgiver")
    assert lenke in forside("raadgiver")
    assert "Demoen fylles" in forside("skaun")
    assert lenke not in forside("skaun")


def test_en_jobb_som_feilet_vises() -> None:
    Jobb.objects.update(tilstand=Tilstand.FEILET)
    assert "Demoen ble ikke fylt" in forside("skaun")


def test_en_fylt_demo_vises_ikke(settings: Settings) -> None:
    Jobb.objects.update(tilstand=Tilstand.FERDIG)
    assert "Demoen fylles" not in forside("skaun")
    Jobb.objects.update(tilstand=Tilstand.KJOERER)
    settings.DEMO = False
    assert "Demoen fylles" not in forside("skaun")
