"""Where a centre stands on the national quality framework: a checklist, not a validation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from karriere.kodeverk import KVALITETSPUNKT, Kvalitetsstatus
from karriere.models.senter import Senter
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Kvalitetssvar(Innsendt):
    """What a centre says of one point, and when it was looked at."""

    senter = models.ForeignKey(Senter, models.PROTECT, related_name="kvalitet", verbose_name=_("senter"))
    punkt = Kodekolonne(_("område"), liste=KVALITETSPUNKT)
    status = models.CharField(_("status"), max_length=12, choices=Kvalitetsstatus.choices)
    merknad = models.CharField(_("hva som er gjort og gjenstår"), max_length=1000, blank=True, default="")
    dato = models.DateField(_("vurdert"))

    class Meta:
        verbose_name = _("kvalitet ved senteret")
        verbose_name_plural = _("kvalitet ved sentrene")
        constraints = [
            models.UniqueConstraint(fields=["senter", "punkt"], name="karriere_kvalitet_en_per_punkt"),
            models.CheckConstraint(
                condition=Q(status__in=Kvalitetsstatus.values), name="karriere_kvalitet_status"
            ),
            uten_nummer("karriere_kvalitet_uten_nummer", "merknad"),
        ]

    def __str__(self) -> str:
        return str(self.punkt)
