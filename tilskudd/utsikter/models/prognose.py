"""What is expected in the quarters to come: computed by a job, the newest only."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tilskudd.models.felt import KvartalFelt


class Gruppe(models.TextChoices):
    """Who is paid."""

    FYLKET = "fylket", _("Fylkeskommunen")
    KOMMUNENE = "kommunene", _("Kommunene")
    ANDRE = "andre", _("Andre fylkeskommuner")


class Prognose(models.Model):
    """What a group of recipients earns in a quarter: by what is registered, and if all were."""

    kvartal = KvartalFelt(_("opptjent i"))
    gruppe = models.CharField(_("mottakere"), max_length=10, choices=Gruppe)
    registrert = models.BigIntegerField(_("registrert nå"), help_text=_("Hele kroner."))
    alt = models.BigIntegerField(_("hvis alt blir registrert"), help_text=_("Hele kroner."))
    anslag = models.BigIntegerField(
        _("av dette med anslått sats"), help_text=_("Satsen for året er ikke vedtatt; den siste er brukt.")
    )
    dager_uten_sats = models.BigIntegerField(_("dager uten sats"))
    beregnet = models.DateTimeField(_("beregnet"))

    class Meta:
        verbose_name = _("prognose")
        verbose_name_plural = _("prognoser")
        constraints = [
            models.UniqueConstraint(fields=["kvartal", "gruppe"], name="utsikter_prognose_en"),
            models.CheckConstraint(
                condition=models.Q(gruppe__in=Gruppe.values), name="utsikter_prognose_kjent_gruppe"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gruppe} {self.kvartal}"
