"""Keep networks and their members; forget names in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from regionalt.actions.felles import brudd_i_periode
from regionalt.actions.registerrad import Lagring, lagre_rad
from regionalt.kompetanse.actions.felles import brudd_i_tittel
from regionalt.kompetanse.models import Nettverk, Nettverksmedlem
from regionalt.kompetanse.rules.bevaring import siste_dag_som_slettes


def lagre_nettverk(*, felter: Mapping[str, Any], lagring: Lagring[Nettverk], av: Aktoer) -> Nettverk:
    """Add a network or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    return lagre_rad(Nettverk, felter, brudd_i_tittel(navn=felter["navn"]), lagring=lagring, av=av)


def lagre_medlem(
    *, nettverk: Nettverk, felter: Mapping[str, Any], lagring: Lagring[Nettverksmedlem], av: Aktoer
) -> Nettverksmedlem:
    """Add a member of a network or save over one. Raises IkkeTilgang, Konflikt, Regelbrudd."""
    korte = {felt: felter[felt] for felt in ("organisasjon", "navn", "stilling")}
    brudd = brudd_i_periode(felter["fra"], felter["til"]) | brudd_i_tittel(**korte)
    if (felter["virksomhet_id"] is None) is not bool(felter["organisasjon"]):
        brudd["organisasjon"] = [_("Velg en virksomhet, eller skriv hvor personen arbeider.")]
    alt = {**felter, "nettverk": nettverk, "navnet_slettet": None}
    return lagre_rad(Nettverksmedlem, alt, brudd, lagring=lagring, av=av)


def slett_medlemsnavn(*, i_dag: date) -> int:
    """Take out names of memberships or networks long over, as the jobs' role. Return how many."""
    dag = siste_dag_som_slettes(i_dag)
    tomt = {"navn": "", "stilling": "", "epost": "", "navnet_slettet": timezone.now()}
    with kontekst(motor_kontekst()):
        over = Nettverksmedlem.objects.filter(Q(til__lte=dag) | Q(nettverk__til__lte=dag))
        return over.filter(navnet_slettet__isnull=True).update(**tomt)
