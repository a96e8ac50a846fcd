"""Code lists of meetings. Codes are stored, labels never."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

MOETETYPE = "moetetype"


class Moetetype(StrEnum):
    """The kinds of meeting that have a task rule of their own; the county may add others."""

    TEAM = "team"
    DIALOG = "dialog"
    NETTVERK = "nettverk"
    FORUM = "forum"


LISTER = (
    Kodeliste(
        MOETETYPE,
        _("Møtetyper"),
        _(
            "Hva slags møte det er. Navnet står i kalendere utenfor systemet, så det må aldri fortelle noe om"
            " en person."
        ),
        utvidbar=True,
        faste=tuple(Moetetype),
    ),
)


class Moetetilstand(models.TextChoices):
    """Where a meeting stands."""

    PLANLAGT = "planlagt", _("Planlagt")
    AVHOLDT = "avholdt", _("Avholdt")
    AVLYST = "avlyst", _("Avlyst")


class Ukedag(models.IntegerChoices):
    """Days of the week, as in ISO 8601."""

    MANDAG = 1, _("mandag")
    TIRSDAG = 2, _("tirsdag")
    ONSDAG = 3, _("onsdag")
    TORSDAG = 4, _("torsdag")
    FREDAG = 5, _("fredag")
    LOERDAG = 6, _("lørdag")
    SOENDAG = 7, _("søndag")
