"""A month of a class that is finished."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Laas(models.Model):
    """A month locked, or unlocked with a reason. Written once; the last row of a month is what holds."""

    maaned = models.DateField(_("måned"))
    laast = models.BooleanField(_("låst"))
    aarsak = models.CharField(_("begrunnelse"), max_length=300, blank=True, default="")
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.maaned:%m.%Y}"


class Maanedslaas(Laas):
    """A month of a class in adult education."""

    klasse = models.ForeignKey(
        "klasser.Klasse", models.PROTECT, related_name="maanedslaaser", verbose_name=_("klasse")
    )

    class Meta(Laas.Meta):
        verbose_name = _("låst måned")
        verbose_name_plural = _("låste måneder")
        indexes = [models.Index(fields=["klasse", "maaned", "-id"], name="klasser_maanedslaas_siste")]
        constraints = [
            models.CheckConstraint(condition=Q(maaned__day=1), name="klasser_maanedslaas_foerste_dag"),
            models.CheckConstraint(
                condition=Q(laast=True) | ~Q(aarsak=""), name="klasser_maanedslaas_med_begrunnelse"
            ),
        ]
