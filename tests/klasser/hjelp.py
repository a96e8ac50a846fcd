"""Small functions that make classes for tests."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from integrering.grunnmur import maaneder
from integrering.klasser import actions
from integrering.klasser.actions import Klassedata, Linje
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import medlemskap_som_gjelder
from integrering.nir.models import Opplaeringstimer, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from tests.fabrikk import lag_person

I_DAG = timezone.localdate()
# The month whose hours are due today, and the one before.
MAANED = maaneder.forrige(maaneder.maaned(I_DAG))
FOER = maaneder.forrige(MAANED)


def data(**felt: Any) -> Klassedata:
    """Return what the form of a class gives: from half a year ago, for a year."""
    grunn = Klassedata(
        navn="Spor 2 dagtid",
        nivaa="spor2",
        moduler=("norsk",),
        fra=_for_siden(6),
        til=_for_siden(-6),
    )
    return replace(grunn, **felt)


def _for_siden(antall: int) -> date:
    """Return the first day of the month so many months ago."""
    nr = I_DAG.year * 12 + I_DAG.month - 1 - antall
    return date(nr // 12, nr % 12 + 1, 1)


def lag_klasse(
    av: Aktoer, personer: Sequence[Person] = (), *, fra: date | None = None, **felt: Any
) -> Klasse:
    """Return a class of `av`'s organisation with these in it from its first day, made as `av`."""
    with kontekst(kontekst_for(av)):
        klasse = actions.lag_klasse(data=data(**felt), innsending=uuid.uuid4(), av=av)
        if personer:
            actions.legg_til(klasse=klasse, personer=list(personer), fra=fra or klasse.fra, av=av)
    return klasse


def lag_deltakere(antall: int, **felt: Any) -> list[Person]:
    """Return so many persons of Trondheim, in the order of their names."""
    return [lag_person(etternavn=f"Deltaker{nr:02d}", **felt) for nr in range(antall)]


def timelinje(
    person: Person,
    timer: float | str = 60,
    gyldig: float | str = 0,
    ugyldig: float | str = 0,
    *,
    maaned: date = MAANED,
    modul: str = "norsk",
    sett: int | None = None,
) -> Linje:
    """Return a line of the hours."""
    tall = {"timer": timer, "gyldig_fravaer": gyldig, "ugyldig_fravaer": ugyldig}
    verdier = {"modul": modul, "maaned": maaned, **{k: Decimal(str(v)) for k, v in tall.items()}}
    return Linje(person, verdier, sett)


def timene(person: Person) -> list[Opplaeringstimer]:
    """Return the hours that hold for a person, oldest month first."""
    with kontekst(motor_kontekst()):
        return list(Opplaeringstimer.objects.gjeldende().filter(person=person).order_by("maaned", "modul"))


def i_klassen(klasse: Klasse) -> dict[str, tuple[date, date | None]]:
    """Return last name → from and to, of those who are or were in the class."""
    with kontekst(motor_kontekst()):
        rader = medlemskap_som_gjelder(klasse).select_related("person").order_by("person__etternavn", "fra")
        return {m.person.etternavn: (m.fra, m.til) for m in rader}
