"""Small functions that make entries of the prevention work, and identity numbers that are nobody's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.forebygging import actions
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()
FOER = I_DAG - timedelta(days=100)


def dager(antall: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=antall)


def skriver() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def tjenestefelter(**felt: Any) -> dict[str, Any]:
    """Return a service, an invented one."""
    return {
        "navn": "Prøvetelefonen", "hva": "Gir råd.", "for_hvem": "Ansatte i prøver", "naar": "Når du lurer.",
        "situasjoner": ["sak"], "telefon": "", "aapent": "", "nettside": "", "rekkefoelge": 5,
        "gjennomgaas": None, "til": None, "kilde": "Prøve", "kilde_url": "", "kilde_dato": None,
        "sikkerhet": "eksempel", **felt,
    }  # fmt: skip


def lag_tjeneste(av: Aktoer | None = None, **felt: Any) -> Hjelpetjeneste:
    """Add a service through the action."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_tjeneste(felter=tjenestefelter(**felt), lagring=Lagring(), av=hvem)


def raadgiverfelter(**felt: Any) -> dict[str, Any]:
    """Return a mangfoldsrådgiver in Trondheim, an invented one."""
    return {
        "navn": "Råd Givar", "skole": "Prøvedal videregående skole", "kommune": virksomhet(TRONDHEIM),
        "region": "Midt", "telefon": "", "epost": "raad@example.com", "fra": FOER, "til": None,
        "gjennomgaas": None, "kilde": "", "kilde_url": "", "kilde_dato": None, "sikkerhet": "eksempel",
        **felt,
    }  # fmt: skip


def lag_raadgiver(av: Aktoer | None = None, **felt: Any) -> Mangfoldsraadgiver:
    """Add a mangfoldsrådgiver through the action."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_raadgiver(felter=raadgiverfelter(**felt), lagring=Lagring(), av=hvem)


def svar(felter: dict[str, Any]) -> dict[str, Any]:
    """Return fields as a browser sends them."""
    ut = {}
    for felt, verdi in felter.items():
        if verdi is None:
            continue
        ut[felt] = f"{verdi:%d.%m.%Y}" if isinstance(verdi, date) else getattr(verdi, "nummer", verdi)
    return ut


def verdier_for_forebygging() -> dict[str, Any]:
    """Return the arguments of the addresses of the prevention work."""
    return {"tjeneste_noekkel": lag_tjeneste().noekkel, "raadgiver_noekkel": lag_raadgiver().noekkel}
