"""Code lists of meetings. Codes are stored, labels never."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moetetype(models.TextChoices):
    """Kinds of meeting."""

    TEAM = "team", _("Teammøte")
    DIALOG = "dialog", _("Dialogmøte")
    NETTVERK = "nettverk", _("Nettverksmøte")
    FORUM = "forum", _("Forum")


class Moetetilstand(models.TextChoices):
    """Where a meeting stands."""

    PLANLAGT = "planlagt", _("Planlagt")
    AVHOLDT = "avholdt", _("Avholdt")
    AVLYST = "avlyst", _("Avlyst")


class Punkttilstand(models.TextChoices):
    """Where a point stands."""

    AAPEN = "aapen", _("Åpen")
    GJORT = "gjort", _("Gjort")
    UTGAAR = "utgaar", _("Utgår")


class Ukedag(models.IntegerChoices):
    """Days of the week, as in ISO 8601."""

    MANDAG = 1, _("mandag")
    TIRSDAG = 2, _("tirsdag")
    ONSDAG = 3, _("onsdag")
    TORSDAG = 4, _("torsdag")
    FREDAG = 5, _("fredag")
    LOERDAG = 6, _("lørdag")
    SOENDAG = 7, _("søndag")
