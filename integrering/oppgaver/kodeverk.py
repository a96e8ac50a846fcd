"""Code lists of the queue. Codes are stored, labels never."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ventegrunn(models.TextChoices):
    """Why a task waits. Written so that it reads after «På vent til 14.03.2027: »."""

    PERMISJON = "permisjon", _("permisjon")
    DOKUMENTASJON = "dokumentasjon", _("venter på dokumentasjon")
    DELTAKER = "deltaker", _("venter på deltakeren")
    ANNEN_INSTANS = "annen_instans", _("venter på annen instans")
    SKOLE = "skole", _("venter på skolen")
    ANNET = "annet", _("annet")


class Hendelsesslag(models.TextChoices):
    """What happened to a task."""

    TILDELT = "tildelt", _("Tildelt")
    TATT_TILBAKE = "tatt_tilbake", _("Ikke lenger tildelt")
    PAA_VENT = "paa_vent", _("Satt på vent")
    GJENOPPTATT = "gjenopptatt", _("Tatt opp igjen")
    ANGRET = "angret", _("Angret")
    LUKKET = "lukket", _("Ferdig")
    AAPNET_IGJEN = "aapnet_igjen", _("Åpnet igjen")
