"""Code lists of the queue. Codes are stored, labels never."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

VENTEGRUNN = "ventegrunn"


class Ventegrunn(StrEnum):
    """The reasons to wait that the program itself knows; the others are in the list."""

    ANNET = "annet"


LISTER = (
    Kodeliste(
        VENTEGRUNN,
        _("Ventegrunner"),
        _(
            "Hvorfor en oppgave er på vent. Navnet leses etter «På vent til 14.03.2027: », så skriv det med"
            " liten forbokstav og uten punktum."
        ),
        utvidbar=True,
        faste=tuple(Ventegrunn),
    ),
)


class Hendelsesslag(models.TextChoices):
    """What happened to a task."""

    TILDELT = "tildelt", _("Tildelt")
    TATT_TILBAKE = "tatt_tilbake", _("Ikke lenger tildelt")
    PAA_VENT = "paa_vent", _("Satt på vent")
    GJENOPPTATT = "gjenopptatt", _("Tatt opp igjen")
    ANGRET = "angret", _("Angret")
    LUKKET = "lukket", _("Ferdig")
    AAPNET_IGJEN = "aapnet_igjen", _("Åpnet igjen")
