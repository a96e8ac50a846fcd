"""Who may register what. Which persons they reach is held by the database, and so is what they may write."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.nir.faktatyper import Faktatype, Gruppe
from integrering.nir.kodeverk import Ordning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

# Those who register everything: municipality (forskriften § 58) and county (§ 59).
ALT = (Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.FYLKE_SAKSBEHANDLER)
# These register the training: hours, absence, goals, tests, exemptions, and what they rest on.
_OPPLAERINGEN = (Rolle.KOMMUNE_VOKSENOPPLAERING, Rolle.OPPLAERINGSKOORDINATOR)
REGISTRERER = (*ALT, *_OPPLAERINGEN)
# The one kind the counsellor registers, from the guidance itself: that it is carried out (forskriften § 59).
_VEILEDERENS = "karriereveiledning"
# The doors of the forms; which kind is asked there.
SKRIVER_NOE = (*REGISTRERER, Rolle.KARRIEREVEILEDER)
# What adult education does not see: complaints, family and its guidance. Absence, leave, stans
# and refusals of the programme are hidden row by row (`migrations/0025_opplaering_vern.py`).
_LUKKET = frozenset({"klage", "familieforhold", "foreldreveiledning", "stans-introduksjonsprogram"})


def hoerer_til_opplaeringen(slag: Faktatype) -> bool:
    """Return True for the kinds those who register only the training, register."""
    return slag.gruppe is Gruppe.OPPLAERING or slag.slug == "utdanningsbakgrunn" or "ordning" in slag.felter


def kan_lese(av: Aktoer, slag: Faktatype) -> bool:
    """Return True when the kind is open to the role."""
    return not av.har(Rolle.KOMMUNE_VOKSENOPPLAERING) or slag.slug not in _LUKKET


def kan_registrere(av: Aktoer, slag: Faktatype | None = None) -> bool:
    """Return True for those who may register the kind; without a kind: all kinds, persons and moves."""
    return av.rolle in _roller(slag)


def krev_registrering(av: Aktoer, slag: Faktatype | None = None, *, ordning: Any = None) -> None:
    """Raise IkkeTilgang for those who may not register the kind; Regelbrudd for another's scheme.

    Args:
        av: who acts.
        slag: the kind; None for persons and moves.
        ordning: the scheme of the registration, where the kind has one.
    """
    av.krev(*_roller(slag))
    if av.har(*_OPPLAERINGEN) and ordning == Ordning.INTRO:
        raise Regelbrudd(
            {"ordning": [_("Flyktningtjenesten registrerer det som gjelder introduksjonsprogrammet.")]}
        )


def _roller(slag: Faktatype | None) -> tuple[Rolle, ...]:
    if slag is None:
        return ALT
    if hoerer_til_opplaeringen(slag):
        return REGISTRERER
    return (*ALT, Rolle.KARRIEREVEILEDER) if slag.slug == _VEILEDERENS else ALT
