"""Keep the directory: services and mangfoldsrådgivere. Each change recomputes its review task."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_periode
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.forebygging.models import Hjelpetjeneste, Mangfoldsraadgiver, Sikkerhet, Situasjon

TJENESTER, RAADGIVERE = "forebygging-tjenester", "forebygging-raadgivere"
# «112», «02800», «73 00 00 00», «+47 73 00 00 00»
_TELEFON = re.compile(r"(?:\+47 ?)?(?:\d ?){2,7}\d")
Feil = dict[str, list[str]]


@transaction.atomic
def lagre_tjeneste(
    *, felter: Mapping[str, Any], lagring: Lagring[Hjelpetjeneste], av: Aktoer
) -> Hjelpetjeneste:
    """Add a service or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    brudd = _brudd_i_felles(felter)
    if not set(felter["situasjoner"]) <= set(Situasjon.values):
        brudd["situasjoner"] = [_("Velg situasjonene fra listen.")]
    if felter["telefon"] and not felter["kilde"] and felter["sikkerhet"] != Sikkerhet.EKSEMPEL:
        brudd["kilde"] = [_("Skriv hvor telefonnummeret er lest.")]
    tjeneste = lagre_rad(Hjelpetjeneste, felter, brudd, lagring=lagring, av=av)
    oppdater_kilde(TJENESTER, [tjeneste.pk])
    return tjeneste


@transaction.atomic
def lagre_raadgiver(
    *, felter: Mapping[str, Any], lagring: Lagring[Mangfoldsraadgiver], av: Aktoer
) -> Mangfoldsraadgiver:
    """Add a mangfoldsrådgiver or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    brudd = _brudd_i_felles(felter) | brudd_i_periode(felter["fra"], felter["til"])
    raadgiver = lagre_rad(Mangfoldsraadgiver, felter, brudd, lagring=lagring, av=av)
    oppdater_kilde(RAADGIVERE, [raadgiver.pk])
    return raadgiver


def _brudd_i_felles(felter: Mapping[str, Any]) -> Feil:
    brudd = brudd_i_kilde(felter)
    if felter["telefon"] and not _TELEFON.fullmatch(felter["telefon"]):
        brudd["telefon"] = [_("Skriv telefonnummeret med bare siffer, for eksempel 73 00 00 00.")]
    return brudd


def brudd_i_kilde(felter: Mapping[str, Any]) -> Feil:
    """Return what is wrong with where the facts were read."""
    if felter["sikkerhet"] == Sikkerhet.KILDE and not felter["kilde"]:
        return {"kilde": [_("Skriv hvor dette er lest.")]}
    return {}
