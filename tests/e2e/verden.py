"""Who and what a browser test finds: a participant in Trondheim, rates, and the three who do the work."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils import timezone

from integrering.nir.models import Person
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.roller import Rolle
from tests.e2e.brukeren import PASSORD
from tests.fabrikk import lag_bruker, lag_person
from tilskudd.models import Sats

FLYKTNINGTJENESTEN, RAADGIVER, GODKJENNER = "flyktningtjenesten", "raadgiver", "godkjenner"
_ROLLER = (
    (FLYKTNINGTJENESTEN, Rolle.KOMMUNE_FLYKTNINGTJENESTE),
    (RAADGIVER, Rolle.TILSKUDDSRAADGIVER),
    (GODKJENNER, Rolle.TILSKUDDSGODKJENNER),
)
_SATSER = ((1, 36_500), (2, 73_000), (3, 40_000))


def lag_satser(i_dag: date) -> None:
    """Make adopted rates for the years that can matter."""
    for aar in range(i_dag.year - 3, i_dag.year + 2):
        for aar_nr, beloep in _SATSER:
            Sats.objects.create(
                ordning="P-AR", aar_nr=aar_nr, landgruppe="H", budsjettaar=aar, beloep=beloep,
                status="vedtatt", kilde="Oppdiktet for testen",
            )  # fmt: skip


def lag_e2e_bruker(navn: str, rolle: Rolle) -> None:
    """Make a user who can log in to a real site: its processes do not know the tests' quick hasher."""
    with kontekst(motor_kontekst()):
        bruker = lag_bruker(rolle, brukernavn=navn)
        bruker.password = _ekte_passord()
        bruker.save()


@cache
def _ekte_passord() -> str:
    return Argon2PasswordHasher().encode(PASSORD, "salt-for-testen")


def lag_verden() -> Person:
    """Make it all, and return the participant: settled 400 days ago, nothing else registered."""
    i_dag = timezone.localdate()
    for navn, rolle in _ROLLER:
        lag_e2e_bruker(navn, rolle)
    with kontekst(motor_kontekst()):
        lag_satser(i_dag)
        return lag_person(
            fornavn="Amina",
            etternavn="Aasprøve",
            tillatelse_dato=i_dag - timedelta(days=430),
            bosatt_fra=i_dag - timedelta(days=400),
        )
