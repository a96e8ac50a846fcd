"""A rate that waits for a second person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from tilskudd.models.sats import Satsnoekkel, Satsstatus, kjent_noekkel

_NOEKKEL = ["ordning", "aar_nr", "landgruppe", "budsjettaar"]


class Forslagstilstand(models.TextChoices):
    """Where a proposal stands."""

    VENTER = "venter", _("Venter på en til")
    VEDTATT = "vedtatt", _("Vedtatt")
    AVVIST = "avvist", _("Avvist")
    TRUKKET = "trukket", _("Trukket")


class Satsforslag(Satsnoekkel):
    """What one person has entered and another adopts: a new adopted rate, or a change to one.

    `status` is what the rate becomes. The database writes the rate when the proposal is adopted, and nobody
    else does (`sql/satsforslag.sql`): the one who adopts is not the one who entered.
    """

    kilde = models.CharField(_("kilde"), max_length=500, help_text=_("Hvor beløpet er lest."))
    tilstand = models.CharField(
        _("tilstand"), max_length=8, choices=Forslagstilstand.choices, default=Forslagstilstand.VENTER
    )
    lagt_inn_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lagt inn av")
    )
    lagt_inn_tid = models.DateTimeField(_("lagt inn"), db_default=Now())
    avgjort_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avgjort av")
    )
    avgjort_tid = models.DateTimeField(_("avgjort"), null=True)
    grunn = models.CharField(_("begrunnelse"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("satsforslag")
        verbose_name_plural = _("satsforslag")
        ordering = ["budsjettaar", "ordning", "aar_nr", "landgruppe", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=_NOEKKEL, condition=Q(tilstand="venter"), name="tilskudd_satsforslag_ett_venter"
            ),
            models.CheckConstraint(condition=kjent_noekkel(), name="tilskudd_satsforslag_kjent_noekkel"),
            models.CheckConstraint(
                condition=Q(status__in=[Satsstatus.VEDTATT, Satsstatus.FORSLAG, Satsstatus.UBEKREFTET]),
                name="tilskudd_satsforslag_kjent_status",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=Forslagstilstand.values), name="tilskudd_satsforslag_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(beloep__gt=0, beloep__lte=10_000_000), name="tilskudd_satsforslag_beloep"
            ),
            models.CheckConstraint(
                condition=Q(budsjettaar__gte=2000, budsjettaar__lte=2100),
                name="tilskudd_satsforslag_budsjettaar",
            ),
            models.CheckConstraint(condition=~Q(kilde=""), name="tilskudd_satsforslag_har_kilde"),
            models.CheckConstraint(
                condition=Q(tilstand="venter", avgjort_av__isnull=True, avgjort_tid__isnull=True)
                | Q(tilstand="trukket", avgjort_av=F("lagt_inn_av"), avgjort_tid__isnull=False)
                | (
                    Q(tilstand__in=["vedtatt", "avvist"], avgjort_av__isnull=False, avgjort_tid__isnull=False)
                    & ~Q(avgjort_av=F("lagt_inn_av"))
                ),
                name="tilskudd_satsforslag_fire_oeyne",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand="avvist") | ~Q(grunn=""), name="tilskudd_satsforslag_avvist_med_grunn"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.budsjettaar}"
