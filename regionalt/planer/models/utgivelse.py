"""A plan as it is published: frozen, for everyone to read without logging in (ADR 0016)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regionalt.planer.models.plan import Plan


class Utgivelse(models.Model):
    """What the open page shows: no names of staff, nothing that is not meant for all. The newest counts.

    `innhold` is made by `queries.offentlig.innholdet`; `trukket` takes it from the open page.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="utgivelser", verbose_name=_("plan"))
    slug = models.SlugField(_("adresse"), max_length=180)
    innhold = models.JSONField(_("innhold"))
    sha256 = models.CharField(_("kontrollsum"), max_length=64)
    tid = models.DateTimeField(_("utgitt"), default=timezone.now, editable=False)
    trukket = models.BooleanField(_("trukket"), default=False)

    class Meta:
        verbose_name = _("utgivelse av plan")
        verbose_name_plural = _("utgivelser av planer")
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(trukket=False), name="planer_utgivelse_en_per_adresse"
            )
        ]

    def __str__(self) -> str:
        return self.slug
