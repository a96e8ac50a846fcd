"""What other pages show of letters: a panel on the person's page, and hits in the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.soek import Treff
from integrering.utveksling.brev import queries
from integrering.utveksling.brev.lister import adresse
from integrering.utveksling.brev.tekster import FARGE

VIST = 10


def personens_brev(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Return the newest letters to and about the person."""
    brev = queries.brev_til(person)[:VIST]
    kan_skrive = aktoer_i(request).er_fylke
    return {
        "brev": [(b, FARGE[b.tilstand]) for b in brev],
        "ny_url": f"{reverse('brev_nytt')}?person={person.noekkel}" if kan_skrive else "",
    }


def soek(tekst: str, av: Aktoer, antall: int) -> Sequence[Treff]:
    """Return the letter with the typed reference («2026/17»)."""
    return [Treff(b.overskrift, adresse(b), b.referanse) for b in queries.med_referanse(tekst)[:antall]]
