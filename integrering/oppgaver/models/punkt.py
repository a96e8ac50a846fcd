"""Something agreed that somebody has to do: a meeting's point, a council's decision. It becomes a task."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Punkttilstand(models.TextChoices):
    """Where a point stands."""

    # not «åpen»: in a list that could be read as «has been opened»
    AAPEN = "aapen", _("Ikke gjort")
    GJORT = "gjort", _("Gjort")
    UTGAAR = "utgaar", _("Utgår")


class Punkt(Versjonert):
    """Base of points: due some day, open until they are done or fall away with a reason."""

    frist = models.DateField(_("frist"), null=True, blank=True)
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Punkttilstand.choices, default=Punkttilstand.AAPEN
    )
    grunn = models.CharField(_("begrunnelse"), max_length=300, blank=True, default="")
    avsluttet = models.DateTimeField(_("avsluttet"), null=True, editable=False)
    avsluttet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("avsluttet av"),
    )

    class Meta:
        abstract = True

    @property
    def aapen(self) -> bool:
        """True while somebody has to do it."""
        return self.tilstand == Punkttilstand.AAPEN

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return {"aapen": "info", "gjort": "success"}.get(self.tilstand, "neutral")


def tilstand_i_orden(navn: str) -> models.CheckConstraint:
    """Return the constraint that a point is open, or finished by somebody; it falls away with a reason."""
    return models.CheckConstraint(
        condition=Q(tilstand="aapen", avsluttet__isnull=True, avsluttet_av__isnull=True, grunn="")
        | Q(tilstand="gjort", avsluttet__isnull=False, avsluttet_av__isnull=False)
        | Q(tilstand="utgaar", avsluttet__isnull=False, avsluttet_av__isnull=False) & ~Q(grunn=""),
        name=navn,
    )
