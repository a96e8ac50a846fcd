"""The yearly report to the political level: texts people write, and figures as they were when it was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert

FOERSTE_AAR, SISTE_AAR = 2020, 2100


class Aarsrapport(Versjonert):
    """The report of a year. A draft reads its figures when somebody asks; a finished one never changes.

    What is wrong in a finished one is put right in a new edition (`utgave`).
    """

    aar = models.PositiveSmallIntegerField(_("år"))
    utgave = models.PositiveSmallIntegerField(_("utgave"), default=1)
    innledning = models.TextField(_("innledning"), blank=True, default="")
    tekster = models.JSONField(_("tekster til kapitlene"), default=dict, blank=True)
    kapitler = models.JSONField(_("kapitlene med tall"), default=list, blank=True)
    tall_lest = models.DateTimeField(_("tallene lest"), default=timezone.now, editable=False)
    sha256 = models.CharField(_("kontrollsum"), max_length=64, blank=True, default="")
    ferdigstilt = models.DateTimeField(_("ferdigstilt"), null=True, editable=False)
    ferdigstilt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("ferdigstilt av"),
    )

    class Meta:
        verbose_name = _("årsrapport")
        verbose_name_plural = _("årsrapporter")
        ordering = ["-aar", "-utgave"]
        constraints = [
            models.UniqueConstraint(fields=["aar", "utgave"], name="ledelse_rapport_utgave"),
            models.UniqueConstraint(
                fields=["aar"], condition=Q(ferdigstilt__isnull=True), name="ledelse_rapport_ett_utkast"
            ),
            models.CheckConstraint(
                condition=Q(aar__gte=FOERSTE_AAR, aar__lte=SISTE_AAR), name="ledelse_rapport_aar"
            ),
            models.CheckConstraint(
                condition=Q(ferdigstilt__isnull=True, ferdigstilt_av__isnull=True, sha256="")
                | Q(ferdigstilt__isnull=False, ferdigstilt_av__isnull=False) & ~Q(sha256=""),
                name="ledelse_rapport_ferdig_eller_utkast",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aar}/{self.utgave}"

    @property
    def ferdig(self) -> bool:
        """True when it is kept as it is."""
        return self.ferdigstilt is not None
