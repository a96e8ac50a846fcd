"""`manage.py foerste_administrator BRUKERNAVN`: the one who makes all the other users."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.actions import opprett_foerste_administrator


class Command(BaseCommand):
    """Make an administrator where there is none. The password never stands on the command line."""

    help = (
        "Lager den første administratoren. Passordet spørres det etter, eller det leses fra en miljøvariabel."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        parser.add_argument("brukernavn", metavar="BRUKERNAVN")
        parser.add_argument(
            "--passord-fra", metavar="MILJØVARIABEL", help="navnet på variabelen med passordet"
        )

    def handle(self, *args: Any, **valg: Any) -> None:
        """Do it, and say how it went."""
        passord = _fra_miljoe(valg["passord_fra"]) if valg["passord_fra"] else _spoer()
        try:
            bruker = opprett_foerste_administrator(brukernavn=valg["brukernavn"], passord=passord)
        except Regelbrudd as feil:
            raise CommandError(str(feil)) from feil
        self.stdout.write(_("%(bruker)s er administrator og kan logge inn.") % {"bruker": bruker.username})


def _fra_miljoe(variabel: str) -> str:
    passord = os.environ.get(variabel, "")
    if not passord:
        raise CommandError(_("Miljøvariabelen %(navn)s er tom.") % {"navn": variabel})
    return passord


def _spoer() -> str:
    try:
        passord = getpass(_("Passord: "))
        igjen = getpass(_("Passordet en gang til: "))
    except EOFError:
        raise CommandError(
            _("Ingen svarer. Bruk --passord-fra når kommandoen ikke har en terminal.")
        ) from None
    if passord != igjen:
        raise CommandError(_("De to passordene er ikke like."))
    return passord
