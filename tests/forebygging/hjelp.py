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
from regionalt.forebygging.models import (
    Aktivitet,
    Hjelpetjeneste,
    Mangfoldsraadgiver,
    NasjonalPlan,
    Nettverk,
    Nettverksmedlem,
)
from regionalt.models.felles import Innsendt
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
    return {felt: _skrevet(verdi) for felt, verdi in felter.items() if verdi is not None}


def _skrevet(verdi: Any) -> Any:
    if isinstance(verdi, date):
        return f"{verdi:%d.%m.%Y}"
    return str(verdi.noekkel) if isinstance(verdi, Innsendt) else getattr(verdi, "nummer", verdi)


def lag_nettverk(av: Aktoer | None = None, **felt: Any) -> Nettverk:
    """Add a network through the action."""
    hvem = av or skriver()
    felter = {"navn": "Prøvenettverket", "formaal": "Dele kunnskap.", "til": None, **felt}
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_nettverk(felter=felter, lagring=Lagring(), av=hvem)


def medlemsfelter(**felt: Any) -> dict[str, Any]:
    """Return a member, an invented one."""
    return {
        "organisasjon": "Prøvepolitiet", "navn": "Medlem Med", "stilling": "Kontakt", "epost": "",
        "fra": FOER, "til": None, **felt,
    }  # fmt: skip


def lag_medlem(nettverk: Nettverk, av: Aktoer | None = None, **felt: Any) -> Nettverksmedlem:
    """Add a member through the action."""
    hvem, felter = av or skriver(), medlemsfelter(**felt)
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_medlem(nettverk=nettverk, felter=felter, lagring=Lagring(), av=hvem)


def aktivitetsfelter(**felt: Any) -> dict[str, Any]:
    """Return an activity of last month, of the whole county."""
    return {
        "dato": dager(-30), "slag": "kurs", "tema": "kontroll", "tittel": "Fagdag for ansatte",
        "maalgruppe": "Ansatte i skolen", "deltakere": 24, "kommuner": [], "plan": None, "nettverk": None,
        "beskrivelse": "", **felt,
    }  # fmt: skip


def lag_aktivitet(av: Aktoer | None = None, **felt: Any) -> Aktivitet:
    """Add an activity through the action."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_aktivitet(felter=aktivitetsfelter(**felt), lagring=Lagring(), av=hvem)


def planfelter(**felt: Any) -> dict[str, Any]:
    """Return a national plan, an invented one that holds."""
    return {
        "tittel": "Prøveplanen", "fra": FOER, "til": None, "kilde": "Prøve", "kilde_url": "",
        "kilde_dato": None, "sikkerhet": "eksempel", **felt,
    }  # fmt: skip


def lag_plan(av: Aktoer | None = None, **felt: Any) -> NasjonalPlan:
    """Add a national plan through the action."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        return actions.lagre_plan(felter=planfelter(**felt), lagring=Lagring(), av=hvem)


def verdier_for_forebygging() -> dict[str, Any]:
    """Return the arguments of the addresses of the prevention work: an activity of Trondheim."""
    nettverk = lag_nettverk()
    return {
        "tjeneste_noekkel": lag_tjeneste().noekkel,
        "raadgiver_noekkel": lag_raadgiver().noekkel,
        "nettverk_noekkel": nettverk.noekkel,
        "nettverksmedlem": lag_medlem(nettverk).noekkel,
        "forebyggende_aktivitet": lag_aktivitet(kommuner=[TRONDHEIM], nettverk=nettverk).noekkel,
        "nasjonalplan": lag_plan().noekkel,
    }
