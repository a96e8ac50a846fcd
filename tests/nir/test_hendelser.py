"""Every change of a fact is told to those who derive something from the facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from integrering.nir import actions, hendelser
from integrering.nir.actions.kommuner import oppdater_kommuner
from integrering.nir.faktatyper import VEDTAK
from integrering.nir.models import Bosted, Flyttesak
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.importering.actions import importer_fil
from tests import fabrikk
from tests.nir.verktoey import IDAG, alle

pytestmark = pytest.mark.django_db
Som = Callable[[Aktoer], AbstractContextManager[None]]


@pytest.fixture
def meldt(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What a listener was told."""
    hoert: list[object] = []
    monkeypatch.setattr(hendelser, "_lyttere", [])

    def lytter(ider: Collection[int] | None) -> None:
        hoert.append(None if ider is None else sorted(ider))

    hendelser.registrer_lytter(lytter)
    hendelser.registrer_lytter(lytter)
    yield hoert


def test_hver_handling_melder_personen(meldt: list[object], av: Aktoer, som: Som) -> None:
    person = fabrikk.lag_person()
    with som(av):
        rad = actions.registrer_vedtak(person=person, vedtaksdato=IDAG, startdato=IDAG, av=av)
        verdier = {"vedtaksdato": IDAG, "startdato": IDAG + timedelta(1)}
        felles: dict[str, Any] = {
            "slag": VEDTAK,
            "person": person,
            "registrering": rad.registrering_id,
            "aarsak": "Feil",
        }
        rettet = actions.rett(**felles, sett=rad.pk, verdier=verdier, av=av)
        actions.annuller(**felles, sett=rettet.pk, av=av)
    assert meldt == [[person.pk]] * 3


def test_ny_person_og_flytting_som_ingen_ser(meldt: list[object], av: Aktoer, som: Som) -> None:
    borte = fabrikk.lag_person(kommune=fabrikk.STEINKJER)
    opplysninger = {
        "fornavn": "Ny", "etternavn": "Person", "foedselsdato": date(1990, 1, 1), "kjoenn": "K",
        "statsborgerskap": "SYR", "tillatelse": "9a", "tillatelse_dato": date(2024, 1, 1),
    }  # fmt: skip
    felles: dict[str, Any] = {
        "kommune": fabrikk.virksomhet(fabrikk.TRONDHEIM),
        "fra": IDAG,
        "opplysninger": opplysninger,
    }
    with som(av):
        ny = actions.registrer_person(duf=fabrikk.nytt_duf(), av=av, **felles)
        assert ny is not None
        assert actions.registrer_person(duf=borte.duf, av=av, **felles) is None
    assert meldt == [[ny.pk], [borte.pk]]


def test_avgjort_flytting(meldt: list[object], av: Aktoer, som: Som) -> None:
    person = fabrikk.lag_person()
    with kontekst(motor_kontekst()):
        Flyttesak.objects.create(
            person=person,
            til_kommune=fabrikk.virksomhet(fabrikk.STEINKJER),
            fra=IDAG,
            meldt_av_id=av.bruker_id,
        )
    with som(av):
        actions.avgjoer_flyttesak(sak=alle(Flyttesak)[0], bekreft=False, grunn="Bor her", av=av)
    assert meldt == [[person.pk]]


def test_den_som_bor_et_annet_sted_enn_det_staar(meldt: list[object]) -> None:
    fabrikk.lag_person()
    flytter = fabrikk.lag_person(bosatt_til=IDAG - timedelta(1))
    annet = fabrikk.lag_bosted(flytter, kommune=fabrikk.STEINKJER, fra=IDAG)
    with transaction.atomic():
        with fabrikk.historisk():  # closed behind the trigger's back: the same as a new day does
            Bosted.objects.filter(pk=annet.pk).update(erstattet=timezone.now())
        assert (oppdater_kommuner(), oppdater_kommuner()) == (1, 0)
        transaction.set_rollback(True)
    assert meldt == [[flytter.pk]]


def test_importen_melder_dem_filen_handler_om(meldt: list[object], fylket: Aktoer) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_person()
    dag = f"{IDAG:%d.%m.%Y}"
    fil = f"duf;ordning;vedtakstype;vedtaksdato;startdato\n{person.duf};norsk;innvilget;{dag};{dag}\n"
    importer_fil(slag="vedtak", innhold=fil.encode(), av=fylket)
    assert meldt == [[person.pk]]


def test_svaert_mange_nevnes_ikke_en_for_en(meldt: list[object]) -> None:
    hendelser.meld_endret(range(hendelser.MANGE + 1))
    hendelser.meld_endret([])
    hendelser.meld_endret(None)
    assert meldt == [None, None]
