"""Administrasjonens lister: høyst femten spørringer, like mange uansett antall rader, og ingen teller alt."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from integrering.nir.models import Flyttesak, Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Innsyn
from integrering.tilgang.paginering import TakPaginator
from integrering.tilgang.roller import Rolle
from tests import fabrikk

MEST = 15
# det som vokser med årene; resten er noen få rader
SMAA = {"grunnmur", "brev", "tilskudd", "axes"}
LISTER = [(modell, side) for modell, side in admin.site._registry.items()]


def _navn(modell: type[Model]) -> str:
    return f"{modell._meta.app_label}.{modell._meta.model_name}"


@pytest.mark.vandring
@pytest.mark.django_db
def test_hoeyst_femten_spoerringer_uansett_hvor_mange_rader() -> None:
    bruker = fabrikk.lag_bruker(Rolle.ADMINISTRATOR)
    Bruker.objects.filter(pk=bruker.pk).update(is_staff=True)
    klient = Client()
    klient.force_login(bruker, "django.contrib.auth.backends.ModelBackend")
    _rader(1)
    for modell, side in LISTER:  # what is read once and remembered
        _antall(klient, modell, side)
    faa = {_navn(m): _antall(klient, m, s) for m, s in LISTER}
    _rader(3)
    mange = {_navn(m): _antall(klient, m, s) for m, s in LISTER}
    assert {navn: antall for navn, antall in mange.items() if antall > MEST} == {}
    assert mange == faa


def test_ingen_lang_liste_teller_alle_rader() -> None:
    teller = {_navn(m) for m, s in LISTER if not issubclass(s.paginator, TakPaginator)}
    assert {navn for navn in teller if navn.partition(".")[0] not in SMAA} == set()
    assert not any(s.show_full_result_count for m, s in LISTER if _navn(m) not in teller)


def _rader(antall: int) -> None:
    """Make some of what the lists show, by and about different ones each."""
    for _ in range(antall):
        person = fabrikk.lag_person()
        fabrikk.lag_vedtak(person)
        fabrikk.lag_vgo(person)
        av = fabrikk.lag_aktoer()
        with kontekst(motor_kontekst()):
            Innsyn.objects.create(
                person_id=person.pk, bruker_id=av.bruker_id, virksomhet_id=av.virksomhet_id, hvor="person"
            )
            Flyttesak.objects.create(
                person=person, til_kommune_id=av.virksomhet_id, fra="2026-01-01", meldt_av_id=av.bruker_id
            )
    assert Bruker.objects.count() > antall
    with kontekst(motor_kontekst()):
        assert Person.objects.count() >= antall


def _antall(klient: Client, modell: type[Model], side: Any) -> int:
    adresse = reverse(f"admin:{modell._meta.app_label}_{modell._meta.model_name}_changelist")
    with CaptureQueriesContext(connection) as fanget:
        svar = klient.get(adresse, {"q": "a"} if side.search_fields else {})
    assert svar.status_code == 200, adresse
    return sum(not q["sql"].startswith(("SAVEPOINT", "RELEASE")) for q in fanget.captured_queries)
