"""That a difference was put right: who says so, when, and where it was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.registerlister.kodeverk import Grunn, Hvor


class Rettelse(models.Model):
    """A mark on a difference; the newest holds. The next list confirms it, or opens the difference again."""

    sammenligning = models.ForeignKey(
        "registerlister.Feltsammenligning", models.CASCADE, related_name="rettelser"
    )
    liste = models.ForeignKey("registerlister.Registerliste", models.CASCADE, related_name="+")
    virksomhet = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+")
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("merket av")
    )
    tid = models.DateTimeField(_("merket"), db_default=Now())
    hvor = models.CharField(_("hvor"), max_length=12, choices=Hvor.choices)
    grunn = models.CharField(_("grunn"), max_length=20, choices=Grunn.choices, blank=True, default="")
    arvet = models.BooleanField(_("fra forrige liste"), default=False)
    bekreftet_i = models.ForeignKey(
        "registerlister.Registerliste",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("bekreftet av listen"),
    )

    class Meta:
        verbose_name = _("rettelse")
        verbose_name_plural = _("rettelser")
        constraints = [
            models.CheckConstraint(condition=Q(hvor__in=Hvor.values), name="registerrettelse_hvor"),
            models.CheckConstraint(
                condition=Q(hvor="stemmer", grunn__in=Grunn.values) | ~Q(hvor="stemmer") & Q(grunn=""),
                name="registerrettelse_grunn",
            ),
        ]
        indexes = [models.Index(fields=["sammenligning", "-id"], name="registerrettelse_nyeste")]

    def __str__(self) -> str:
        return str(self.get_hvor_display())
