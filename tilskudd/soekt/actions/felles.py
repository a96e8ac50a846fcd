"""What the changes share: one at a time, in a state where it may be done, and the tasks follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.personnummer import har_nummer
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle
from tilskudd.soekt.models import Soeknad, Tilstand

# The name of the source of tasks.
KILDE = "soekt-soeknader"
Feil = dict[str, list[str]]


@contextmanager
def laast(
    soeknad: Soeknad, av: Aktoer, roller: tuple[Rolle, ...], *tilstander: Tilstand
) -> Iterator[Soeknad]:
    """Check the role, hold the application as it stands now, and let its tasks follow the change.

    Raises:
        IkkeTilgang: wrong role.
        Regelbrudd: another state, or something the database stopped.
    """
    av.krev(*roller)
    with ved_brudd():
        denne = Soeknad.objects.select_for_update(of=("self",)).select_related("utlysning").get(pk=soeknad.pk)
        if denne.tilstand not in tilstander:
            raise Regelbrudd(
                _("Søknaden er i tilstanden «%(tilstand)s», så dette kan ikke gjøres nå.")
                % {"tilstand": denne.get_tilstand_display()}
            )
        yield denne
        oppdater_kilde(KILDE, [denne.pk])


@contextmanager
def ved_brudd() -> Iterator[None]:
    """Run the block in one transaction; what the database stops, becomes a Regelbrudd."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        raise Regelbrudd(_("Databasen stoppet endringen. Last siden på nytt og prøv igjen.")) from feil


def lagre(soeknad: Soeknad, versjon: int, av: Aktoer, **felter: Any) -> None:
    """Save if the application still is the version that was seen. Raises Konflikt."""
    soeknad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **felter)


def krev(*brudd: Mapping[str, list[str]]) -> None:
    """Raise Regelbrudd when something was found: field → messages."""
    samlet: Feil = {felt: tekster for funn in brudd for felt, tekster in funn.items()}
    if samlet:
        raise Regelbrudd(samlet)


def uten_nummer(**tekster: str) -> Feil:
    """Return the fields in which there is a number of a person: nothing here is about one."""
    melding = _("Ikke skriv fødselsnummer eller DUF-nummer her.")
    return {felt: [melding] for felt, tekst in tekster.items() if har_nummer(tekst)}


def mangler(melding: str, **tekster: str) -> Feil:
    """Return the fields that are blank."""
    return {felt: [melding] for felt, tekst in tekster.items() if not tekst.strip()}


def ikke_fram_i_tid(**datoer: date | None) -> Feil:
    """Return the dates that have not been."""
    i_dag = timezone.localdate()
    return {
        felt: [_("Datoen kan ikke være fram i tid.")] for felt, dag in datoer.items() if dag and dag > i_dag
    }
