"""A proof of the books, as it came out: what held, and how many findings there were."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Bokkontroll(models.Model):
    """All checks at one moment. Keeps counts, never findings: those name persons."""

    tid = models.DateTimeField(_("kontrollert"), db_default=Now())
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("startet av")
    )
    holder = models.BooleanField(_("alt stemmer"))
    # name of the check → how many findings
    avvik = models.JSONField(_("avvik"))

    class Meta:
        verbose_name = _("kontroll av bøkene")
        verbose_name_plural = _("kontroller av bøkene")
        ordering = ["-tid", "-id"]

    def __str__(self) -> str:
        return f"{self.tid:%Y-%m-%d}"
