"""What administrators decide of rules, and see of tasks."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from integrering.grunnmur.feil import IkkeTilgang
from integrering.grunnmur.models import Jobb
from integrering.oppgaver import actions
from integrering.oppgaver.actions.utregning import NATT
from integrering.oppgaver.models import Regelinnstilling
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.oppgaver.hjelp import person
from tests.tilgang.hjelp import inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db: None) -> Client:
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    return inn(bruker)


def innstilling(kode: str = "VEDTAK_FRIST") -> Regelinnstilling:
    with kontekst(motor_kontekst()):
        return Regelinnstilling.objects.get(kode=kode)


def test_en_endret_regel_regner_alt_ut_paa_nytt_og_huskes(admin: Client) -> None:
    adresse = reverse("admin:oppgaver_regelinnstilling_change", args=[innstilling().pk])
    tekst = admin.get(adresse).content.decode()
    assert "innen tre måneder" in tekst
    svar = admin.post(adresse, {"snart_dager": "30", "frist_dager": "-7"})
    assert svar.status_code == 302, svar.content.decode()
    assert (innstilling().aktiv, innstilling().snart_dager, innstilling().frist_dager) == (False, 30, -7)
    assert Jobb.objects.filter(slag=NATT, noekkel="").count() == 1
    hendelser = admin.get(reverse("admin:oppgaver_regelinnstillinghendelse_changelist")).content.decode()
    assert "VEDTAK_FRIST" in hendelser


@pytest.mark.parametrize("felt", [{"snart_dager": "400"}, {"frist_dager": "-400"}])
def test_dagene_har_grenser(felt: dict[str, str], admin: Client) -> None:
    adresse = reverse("admin:oppgaver_regelinnstilling_change", args=[innstilling().pk])
    svar = admin.post(adresse, {"aktiv": "on", "snart_dager": "14", "frist_dager": "0"} | felt)
    assert svar.status_code == 200
    assert innstilling().snart_dager == 14


def test_en_regel_som_er_borte_har_fortsatt_en_side(admin: Client) -> None:
    with kontekst(motor_kontekst()):
        gammel = Regelinnstilling.objects.create(kode="GAMMEL")
    side = admin.get(reverse("admin:oppgaver_regelinnstilling_change", args=[gammel.pk])).content.decode()
    assert "finnes ikke lenger" in side


def test_bare_administrator_endrer(fylket: Aktoer) -> None:
    with kontekst(kontekst_for(fylket)), pytest.raises(IkkeTilgang):
        actions.endre_innstilling(innstilling=innstilling(), av=fylket)


@pytest.mark.parametrize("modell", ["oppgave", "regelinnstilling", "vikariat", "regelinnstillinghendelse"])
def test_listene_er_faa_spoerringer(modell: str, admin: Client, django_assert_max_num_queries: Any) -> None:
    for _ in range(30):
        person()
    with django_assert_max_num_queries(15):
        svar = admin.get(reverse(f"admin:oppgaver_{modell}_changelist"))
    assert svar.status_code == 200
    assert "Amina" not in svar.content.decode(), "oppgaver vises uten navn"
