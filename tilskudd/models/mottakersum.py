"""What a recipient is paid in a run."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Mottakersum(models.Model):
    """All lines of the round plus the balance carried in; a negative total pays nothing and is carried on."""

    kjoering = models.ForeignKey(
        "tilskudd.Kjoering", models.PROTECT, related_name="mottakere", verbose_name=_("kjøring")
    )
    mottaker = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("mottaker")
    )
    linjer_sum = models.BigIntegerField(_("sum av linjer"))
    overfoert_inn = models.BigIntegerField(_("overført fra forrige"))
    utbetales = models.BigIntegerField(_("utbetales"))
    overfoert_ut = models.BigIntegerField(_("overføres til neste"))

    class Meta:
        verbose_name = _("sum for mottaker")
        verbose_name_plural = _("summer for mottakere")
        constraints = [
            models.UniqueConstraint(
                fields=["kjoering", "mottaker"], name="tilskudd_mottakersum_en_per_mottaker"
            ),
            models.CheckConstraint(
                condition=Q(utbetales__gte=0, overfoert_ut__lte=0, overfoert_inn__lte=0)
                & Q(linjer_sum=F("utbetales") + F("overfoert_ut") - F("overfoert_inn")),
                name="tilskudd_mottakersum_gaar_opp",
            ),
        ]

    def __str__(self) -> str:
        return str(self.mottaker)
