"""Worked example E2 in the database, and browsers of those who look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from django.test import Client

from integrering.grunnmur.kroner import NBSP
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests import fabrikk
from tests.grunnmur.html import side
from tests.tilgang.hjelp import inn
from tests.tilskudd.runder import Runder, sett_satser
from tilskudd.models import Kjoering, Linje

K = "/tilskudd/kvartal/2024-1/"


def klient(aktoer: Aktoer) -> Client:
    """Return a browser in which the user is logged in."""
    return inn(Bruker.objects.get(pk=aktoer.bruker_id))


def som_rolle(rolle: Rolle, *, skjermede: bool = False) -> Client:
    """Return a browser of a new user in the role."""
    return klient(fabrikk.lag_aktoer(rolle, skjermede=skjermede))


def _tekst(element: Element | None) -> str:
    """Return what a person reads: cells and list items are words apart. Hard spaces read as spaces."""
    assert element is not None
    return " ".join(" ".join(element.itertext()).replace(NBSP, " ").split())


def les(svar: Any, status: int = 200) -> str:
    """Return what a person reads in main; the page is flawless HTML."""
    assert svar.status_code == status, svar.status_code
    rot = side(svar.content.decode())
    [hoved] = list(rot.iter("main"))
    return _tekst(hoved)


def rader(svar: Any, tabell: str) -> list[str]:
    """Return the rows of the table whose caption begins so, as read."""
    funnet: list[Element] = [
        t for t in side(svar.content.decode()).iter("table") if _tekst(t.find("caption")).startswith(tabell)
    ]
    assert len(funnet) == 1, tabell
    return [_tekst(r) for r in funnet[0].iter("tr")]


def e2_person(**mer: Any) -> Person:
    """Return the person of E2: the period is registered only on 02.02.2024."""
    person = fabrikk.lag_person(registrert=fabrikk.klokken(2023, 3, 2), **mer)
    fabrikk.lag_vedtak(person, registrert=fabrikk.klokken(2023, 4, 5))
    fabrikk.lag_vgo(person, registrert=fabrikk.klokken(2024, 2, 2))
    return person


@dataclass
class Verden:
    """Two approved runs (2023K3 and 2023K4) and the draft of 2024K1."""

    runder: Runder = field(default_factory=Runder)

    def __post_init__(self) -> None:
        """Build it."""
        sett_satser()
        self.person = e2_person()
        self.runder.bokfoer("2023K3")
        self.runder.bokfoer("2023K4")
        self.utkast: Kjoering = self.runder.beregn("2024K1")
        self.raadgiver = klient(self.runder.raadgiver)
        self.godkjenner = klient(self.runder.godkjenner)

    def linje(self, **felt: Any) -> Linje:
        """Return the one line that fits."""
        with kontekst(motor_kontekst()):
            return Linje.objects.get(**felt)

    def naa(self) -> Kjoering:
        """Return the draft as it stands."""
        with kontekst(motor_kontekst()):
            return Kjoering.objects.get(pk=self.utkast.pk)
