"""What an administrator has decided about a rule."""

from __future__ import annotations

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import SNART_DAGER, regel_med_kode

MAKS_DAGER = 365


@pghistory.track(model_name="RegelinnstillingHendelse")
class Regelinnstilling(models.Model):
    """One rule: on or off, when it counts as due soon, and whether its tasks come earlier or later."""

    kode = models.CharField(_("regel"), max_length=40, unique=True, editable=False)
    aktiv = models.BooleanField(
        _("i bruk"), default=True, help_text=_("En regel som er slått av, lager ingen oppgaver.")
    )
    snart_dager = models.PositiveSmallIntegerField(
        _("forfaller snart"),
        default=SNART_DAGER,
        validators=[MaxValueValidator(MAKS_DAGER)],
        help_text=_("Hvor mange dager før fristen oppgaven kommer under «Forfaller snart»."),
    )
    frist_dager = models.SmallIntegerField(
        _("flytt fristen"),
        default=0,
        validators=[MinValueValidator(-MAKS_DAGER), MaxValueValidator(MAKS_DAGER)],
        help_text=_("Antall dager: -14 setter fristen to uker tidligere. Lovens frist endres ikke."),
    )

    class Meta:
        verbose_name = _("oppgaveregel")
        verbose_name_plural = _("oppgaveregler")
        ordering = ["kode"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    snart_dager__lte=MAKS_DAGER, frist_dager__gte=-MAKS_DAGER, frist_dager__lte=MAKS_DAGER
                ),
                name="oppgaver_regelinnstilling_dager",
            )
        ]

    def __str__(self) -> str:
        regel = regel_med_kode(self.kode)
        return str(regel.tittel) if regel else self.kode
