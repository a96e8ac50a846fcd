"""What is chosen from lists."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrangementsslag(models.TextChoices):
    """What kind of event (our own list)."""

    KURS = "kurs", _("Kurs")
    SAMLING = "samling", _("Samling")
    NETTVERK = "nettverk", _("Nettverksmøte")
    WEBINAR = "webinar", _("Webinar")


class Tilstand(models.TextChoices):
    """Where an event stands."""

    UTKAST = "utkast", _("Utkast")
    AAPEN = "aapen", _("Åpen")
    AVLYST = "avlyst", _("Avlyst")
    HOLDT = "holdt", _("Holdt")


class Plass(models.TextChoices):
    """What one who is registered has."""

    PLASS = "plass", _("Har plass")
    VENTER = "venter", _("På venteliste")
    AVMELDT = "avmeldt", _("Avmeldt")


class Eksempeltilstand(models.TextChoices):
    """Where a good example stands."""

    INNSENDT = "innsendt", _("Innsendt")
    PUBLISERT = "publisert", _("Publisert")
