"""Det listene spør om, står i personens egen rad. Databasen holder det i takt med registreringene."""

from __future__ import annotations

from datetime import date
from threading import Thread
from time import sleep

import pytest
from django.db import connection
from django.db.models import Min

from integrering.nir.faktatyper import BOSTED, OPPLYSNINGER, VEDTAK, VGO, Faktatype
from integrering.nir.models import Bosted, FulltidVgo, Person, Personopplysning, Vedtak
from integrering.nir.queries.status import paa_lovspor
from integrering.nir.rules.lovspor import Lovspor
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tests import fabrikk

FELT = ("tillatelse", "tillatelse_dato", "foerste_bosted", "foerste_vedtak", "har_periode")


def etter_registreringene(person: Person) -> tuple[object, ...]:
    """Return what the fields should hold, by the registrations that hold now."""
    opplysning = Personopplysning.objects.gjeldende().filter(person=person).first()
    return (
        opplysning.tillatelse if opplysning else "",
        opplysning.tillatelse_dato if opplysning else None,
        Bosted.objects.gjeldende().filter(person=person).aggregate(dag=Min("fra"))["dag"],
        Vedtak.objects.gjeldende().filter(person=person).aggregate(dag=Min("startdato"))["dag"],
        FulltidVgo.objects.gjeldende().filter(person=person).exists(),
    )


def feltene(person: Person) -> tuple[object, ...]:
    """Return what the person's row holds."""
    person.refresh_from_db()
    return tuple(getattr(person, felt) for felt in FELT)


@pytest.mark.django_db
def test_feltene_foelger_det_som_registreres(motor: None) -> None:
    person = fabrikk.lag_person(tillatelse="9e")
    assert feltene(person) == etter_registreringene(person)
    assert feltene(person)[0] == "9e" and feltene(person)[3:] == (None, False)
    fabrikk.lag_vedtak(person, startdato=date(2024, 5, 1))
    foerste = fabrikk.lag_vedtak(person, startdato=date(2024, 3, 1))
    periode = fabrikk.lag_vgo(person)
    assert feltene(person) == etter_registreringene(person)
    assert feltene(person)[3:] == (date(2024, 3, 1), True)
    fabrikk.rett(foerste, startdato=date(2024, 6, 1))
    fabrikk.rett(periode, annullert=True)
    fabrikk.rett(Bosted.objects.get(), fra=date(2023, 1, 1))
    assert feltene(person) == etter_registreringene(person)
    assert feltene(person)[2:] == (date(2023, 1, 1), date(2024, 5, 1), False)


@pytest.mark.django_db
@pytest.mark.parametrize("slag", [OPPLYSNINGER, BOSTED, VEDTAK, VGO], ids=lambda slag: slag.slug)
def test_det_som_annulleres_teller_ikke(slag: Faktatype, motor: None) -> None:
    person = fabrikk.lag_person()
    fabrikk.lag_vedtak(person)
    fabrikk.lag_vgo(person)
    foer = feltene(person)
    fabrikk.rett(slag.modell._default_manager.get(person=person), annullert=True)
    assert feltene(person) == etter_registreringene(person) != foer
    # personopplysninger annulleres bare når en import angres
    assert paa_lovspor(Person.objects.all(), Lovspor.RETT_OG_PLIKT).exists() is (slag is not OPPLYSNINGER)


@pytest.mark.usefixtures("egen_database")
def test_to_som_registrerer_samtidig_ser_hverandre() -> None:
    """Den som venter, regner ut den første dagen med det den andre skrev."""
    person = fabrikk.lag_person()

    def den_andre() -> None:
        with kontekst(motor_kontekst()):
            fabrikk.lag_vedtak(Person.objects.get(pk=person.pk), startdato=date(2024, 5, 1))
        connection.close()

    traad = Thread(target=den_andre)
    with kontekst(motor_kontekst()):
        fabrikk.lag_vedtak(person, startdato=date(2024, 3, 1))
        traad.start()
        sleep(0.5)
        assert traad.is_alive()
    traad.join(timeout=60)
    with kontekst(motor_kontekst()):
        assert Vedtak.objects.count() == 2
        assert feltene(person)[3] == date(2024, 3, 1)
