"""The words of the contact log and of the requests: our own lists (no regulation fixes them)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kontaktslag(models.TextChoices):
    """How the county and the municipality were in touch."""

    TELEFON = "telefon", _("Telefon")
    EPOST = "epost", _("E-post")
    MOETE = "moete", _("Møte")
    BESOEK = "besoek", _("Besøk")
    ANNET = "annet", _("Annet")


class Kontakttilstand(models.TextChoices):
    """Where a contact stands: only a visit is planned beforehand."""

    PLANLAGT = "planlagt", _("Planlagt")
    GJENNOMFOERT = "gjennomfoert", _("Gjennomført")
    AVLYST = "avlyst", _("Avlyst")


class Kanal(models.TextChoices):
    """How a request came."""

    HER = "her", _("Sendt her av kommunen")
    TELEFON = "telefon", _("Telefon")
    EPOST = "epost", _("E-post")
    ANNET = "annet", _("Annet")


class Forespoerseltilstand(models.TextChoices):
    """Where a request stands."""

    MOTTATT = "mottatt", _("Mottatt")
    UNDER_ARBEID = "under_arbeid", _("Under arbeid")
    BESVART = "besvart", _("Besvart")
    TRUKKET = "trukket", _("Trukket")


AAPNE = (Forespoerseltilstand.MOTTATT, Forespoerseltilstand.UNDER_ARBEID)
FARGE = {
    Kontakttilstand.PLANLAGT.value: "info",
    Kontakttilstand.GJENNOMFOERT.value: "neutral",
    Kontakttilstand.AVLYST.value: "neutral",
    Forespoerseltilstand.MOTTATT.value: "warning",
    Forespoerseltilstand.UNDER_ARBEID.value: "info",
    Forespoerseltilstand.BESVART.value: "success",
    Forespoerseltilstand.TRUKKET.value: "neutral",
}
