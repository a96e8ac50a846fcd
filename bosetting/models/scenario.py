"""A named calculation that people keep to hold others against."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Scenario(models.Model):
    """A calculation with a name. The calculation holds all that went into it. Written once."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="scenarier", verbose_name=_("runde")
    )
    navn = models.CharField(_("navn"), max_length=60)
    beregning = models.ForeignKey(
        "bosetting.Beregning", models.PROTECT, related_name="scenarier", verbose_name=_("beregning")
    )
    naar = models.DateTimeField(_("når"), default=timezone.now)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("hvem"))

    class Meta:
        verbose_name = _("scenario")
        verbose_name_plural = _("scenarioer")
        constraints = [models.UniqueConstraint(fields=["runde", "navn"], name="bosetting_scenario_ett_navn")]

    def __str__(self) -> str:
        return self.navn
