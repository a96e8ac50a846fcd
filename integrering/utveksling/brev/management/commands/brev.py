"""`manage.py brev kontroller`: are the finished letters what they were, and can they be made again?"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.brev.kontroll import kontroller


class Command(BaseCommand):
    """Exit code 0: every letter is the same, byte for byte. 1: some are not, named by reference."""

    help = "Setter alle ferdige brev på nytt og sammenligner med det som er lagret."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Read the command line."""
        parser.add_argument("hva", choices=["kontroller"])

    def handle(self, *args: Any, **valg: Any) -> None:
        """Check, and say how it went."""
        with kontekst(motor_kontekst()):
            funnet = kontroller()
        self.stdout.write(_("Like: %(n)s") % {"n": funnet.like})
        for tittel, brev in (
            (_("Lagret fil er endret"), funnet.oedelagt),
            (_("Blir annerledes nå"), funnet.ulike),
            (_("Laget med en annen versjon av setteren, blir annerledes nå"), funnet.annen_motor),
        ):
            if brev:
                self.stdout.write(f"{tittel}: {', '.join(brev)}")
        if funnet.oedelagt or funnet.ulike:
            sys.exit(1)
