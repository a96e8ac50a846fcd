"""`manage.py proev_epost ADRESSE`: does e-mail come through?"""

from __future__ import annotations

import smtplib
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from integrering.tilgang import epost


class Command(BaseCommand):
    """Send one e-mail with the settings as they are, and say what the server answered."""

    help = "Sender en prøve-e-post. Kjør den der arbeideren kjører: bare den når e-posttjeneren."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        parser.add_argument("adresse", metavar="ADRESSE")

    def handle(self, *args: Any, **valg: Any) -> None:
        """Do it, and say how it went."""
        if not epost.er_satt_opp():
            raise CommandError(
                _("E-post er ikke satt opp: EPOST_VERT er tom. E-post som skulle vært sendt, venter.")
            )
        emne = gettext_lazy("Prøve fra Integrering")
        try:
            epost.send_til(
                valg["adresse"], emne, "tilgang/epost/proeve.txt", {}, maalform=settings.LANGUAGE_CODE
            )
        except (OSError, smtplib.SMTPException) as feil:
            raise CommandError(_("E-posten ble ikke sendt: %(feil)s") % {"feil": feil}) from feil
        self.stdout.write(_("E-posten er sendt. Se om den kommer fram, og om lenken i den virker."))
