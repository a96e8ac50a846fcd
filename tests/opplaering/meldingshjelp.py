"""Small functions that tell the municipalities what tests need told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from integrering.grunnmur import maaneder
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from opplaering.actions.melding import meld_til_kommunen
from opplaering.models import Kommunemelding, Maanedsfravaer, Resultat, Umeldt
from opplaering.queries.meldinger import finn_melding
from tests.fabrikk import SKOLE, virksomhet
from tests.opplaering.hjelp import I_DAG, koordinator, registrer

FORRIGE = maaneder.forrige(maaneder.maaned(I_DAG))


def lag_fravaer(
    person: Person, undervisning: str = "norsk", *, maaned: date = FORRIGE, timer: float = 40, **felt: Any
) -> Maanedsfravaer:
    """Return the hours of a month at the school."""
    tall = {navn: Decimal(str(verdi)) for navn, verdi in felt.items()}
    return registrer(
        Maanedsfravaer, person, skole=virksomhet(SKOLE), undervisning=undervisning, maaned=maaned,
        timer=Decimal(str(timer)), **tall,
    )  # fmt: skip


def lag_resultat(person: Person, slag: str = "norskproeve", *, dato: date = I_DAG, **felt: Any) -> Resultat:
    """Return a result: reading at B1 unless something else is said."""
    felt = felt or {"lese": "b1"}
    return registrer(Resultat, person, skole=virksomhet(SKOLE), slag=slag, dato=dato, **felt)


def umeldte(personer: Collection[Person] | None = None) -> list[Umeldt]:
    """Return what is not told, also of protected persons, the first due first."""
    with kontekst(motor_kontekst()):
        rader = Umeldt.objects.order_by("frist", "noekkel")
        return list(rader if personer is None else rader.filter(person__in=personer))


def meld(personer: Sequence[Person], av: Aktoer | None = None) -> list[Kommunemelding]:
    """Tell the municipalities all that is not told about these persons; return it, in their order."""
    av, noekler = av or koordinator(), [rad.noekkel for rad in umeldte(personer)]
    with kontekst(motor_kontekst()):
        foer = set(Kommunemelding.objects.values_list("pk", flat=True))
    with kontekst(kontekst_for(av)):
        meld_til_kommunen(noekler=noekler, av=av)
    with kontekst(motor_kontekst()):
        nye = Kommunemelding.objects.filter(person__in=personer).exclude(pk__in=foer)
        # what happened the same day is told in any order
        rekke = {person.pk: nr for nr, person in enumerate(personer)}
        return sorted(
            nye.select_related("melding__samtale", "kommune"), key=lambda m: (rekke[m.person_id], m.pk)
        )


def igjen(melding: Kommunemelding) -> Any:
    """Return the message as it stands now."""
    with kontekst(motor_kontekst()):
        return finn_melding(melding.noekkel)
