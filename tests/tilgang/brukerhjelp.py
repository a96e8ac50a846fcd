"""Who gives roles in the tests of the pages of users, and what they type."""

from __future__ import annotations

from typing import Any

from integrering.tilgang import queries
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, lag_bruker
from tests.tilgang.hjelp import PASSORD

KF, KA = Rolle.KOMMUNE_FLYKTNINGTJENESTE, Rolle.KOMMUNE_ADMINISTRATOR


def skjema(**felt: Any) -> dict[str, Any]:
    """Return what is typed to invite someone."""
    return {
        "fornavn": "Nora", "etternavn": "Nybruker", "epost": "nora@kommune.example", "rolle": KF.value,
        "fra": "01.01.2026", "til": "", "noekkel": "5f0a7f8e-3c6e-4a55-8f54-2f6f0a6d1c11",
    } | felt  # fmt: skip


def forvalter(nummer: str = TRONDHEIM) -> Bruker:
    return lag_bruker(KA, nummer, fornavn="Fatima", etternavn="Forvalter", passord=PASSORD)


def rollen(bruker: Bruker) -> Rolletildeling:
    with kontekst(motor_kontekst()):
        rad = queries.finn_tildeling(bruker.rolletildelinger.get().pk)
    assert rad is not None
    return rad
