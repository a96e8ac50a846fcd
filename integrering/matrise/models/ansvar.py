"""Who registers an item, where a municipality has decided something else than the checklist."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.matrise.rules.ansvar import Tjeneste
from integrering.nir.rules.registreringer import Registrering


@pghistory.track(model_name="AnsvarHendelse")
class Ansvar(models.Model):
    """One item in one municipality. What never was otherwise than the checklist, has no row."""

    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    registrering = models.CharField(_("registrering"), max_length=40)
    tjeneste = models.CharField(_("ansvarlig tjeneste"), max_length=30)

    class Meta:
        verbose_name = _("ansvarlig for registrering")
        verbose_name_plural = _("ansvarlige for registreringer")
        constraints = [
            models.UniqueConstraint(fields=["kommune", "registrering"], name="matrise_ansvar_en_per_punkt"),
            models.CheckConstraint(
                condition=Q(registrering__in=[hva.value for hva in Registrering])
                & Q(tjeneste__in=[hvem.value for hvem in Tjeneste]),
                name="matrise_ansvar_kjente_koder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registrering}: {self.tjeneste}"
