"""A participant's goal in Norwegian and the minimum (forskriften § 28). Not for a school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Person
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.fra_registrerte import SLAG, grunnlag
from integrering.nir.rules.minstenivaa import Norskmaal, Opplaering, minstenivaaer
from integrering.nir.rules.registrert import Registrerte
from opplaering.queries.framdrift import norskmaalet

NORSKMAAL = FAKTATYPER["norskmaal"]
_FELT = ("slag", "lytte", "lese", "skriftlig", "muntlig")


@dataclass(frozen=True)
class Maaloversikt:
    """The goals with the newest first, the one that holds, and the minimum: alternatives.

    Attributes:
        rader: the registrations (model rows), with who made them.
        gjeldende: the values of the one that holds; None without one.
        maal: the same, as the rules know it.
        minste: grade 2 in upper secondary; the levels for the person's background too, when it is known.
    """

    rader: list[Any]
    gjeldende: dict[str, str] | None
    maal: Norskmaal | None
    minste: tuple[Norskmaal, ...]


def maaloversikt(person: Person, dag: date) -> Maaloversikt:
    """Return what the page of the goal shows."""
    alle = NORSKMAAL.gjeldende.filter(person=person)
    rader = list(alle.select_related("registrert_av", "virksomhet").order_by("-fra"))
    naa = next((rad for rad in rader if rad.fra <= dag), None)
    verdier = {felt: str(getattr(naa, felt)) for felt in _FELT} if naa else None
    return Maaloversikt(rader, verdier, norskmaalet(verdier) if verdier else None, _minste(person, dag))


def _minste(person: Person, dag: date) -> tuple[Norskmaal, ...]:
    slag = [FAKTATYPER[slug] for slug in SLAG]
    g = grunnlag(registrerte([person.pk], slag=slag).get(person.pk, Registrerte()))
    regler = regelsett()
    svar = (minstenivaaer(g, regler, dag, opplaering) for opplaering in (Opplaering.VGO, Opplaering.KAP_6))
    return tuple(maal for beregning in svar for maal in beregning.svar or ())
