"""Keep networks, their members, and which meetings are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.kodeverk import Moetetype
from integrering.utveksling.moeter.models import Moete
from regionalt.actions.felles import brudd_i_periode
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.forebygging.models import Nettverk, Nettverksmedlem, Nettverksmoete


def lagre_nettverk(*, felter: Mapping[str, Any], lagring: Lagring[Nettverk], av: Aktoer) -> Nettverk:
    """Add a network or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    return lagre_rad(Nettverk, felter, {}, lagring=lagring, av=av)


def lagre_medlem(
    *, nettverk: Nettverk, felter: Mapping[str, Any], lagring: Lagring[Nettverksmedlem], av: Aktoer
) -> Nettverksmedlem:
    """Add a member of a network or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    brudd = brudd_i_periode(felter["fra"], felter["til"])
    return lagre_rad(Nettverksmedlem, {**felter, "nettverk": nettverk}, brudd, lagring=lagring, av=av)


def knytt_moete(
    *, nettverk: Nettverk, moete: Moete, lagring: Lagring[Nettverksmoete], av: Aktoer
) -> Nettverksmoete:
    """Say that a meeting of the kind «nettverk» is this network's. Raises IkkeTilgang, Regelbrudd."""
    brudd = {}
    if moete.type != Moetetype.NETTVERK:
        brudd["moete"] = [_("Velg et nettverksmøte.")]
    felter = {"nettverk": nettverk, "moete": moete}
    return lagre_rad(Nettverksmoete, felter, brudd, lagring=lagring, av=av)
