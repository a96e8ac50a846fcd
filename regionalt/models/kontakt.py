"""Who at the county follows a municipality up."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.nir.models.periode import DatoSpenn

_BRUKER = settings.AUTH_USER_MODEL


@pghistory.track(model_name="KommunekontaktHendelse")
class Kommunekontakt(Versjonert):
    """The contact of a municipality in a period, and who steps in. One at a time (held by the database)."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    kontaktperson = models.ForeignKey(
        _BRUKER, models.PROTECT, related_name="+", verbose_name=_("kontaktperson")
    )
    stedfortreder = models.ForeignKey(
        _BRUKER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("stedfortreder")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("kontakt for kommunen")
        verbose_name_plural = _("kontakter for kommunene")
        ordering = ["-fra"]
        constraints = [
            ExclusionConstraint(
                name="regionalt_kontakt_en_om_gangen",
                expressions=[
                    (F("kommune"), RangeOperators.EQUAL),
                    (
                        DatoSpenn("fra", "til", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="regionalt_kontakt_til_etter_fra"
            ),
            models.CheckConstraint(
                condition=Q(stedfortreder__isnull=True) | ~Q(stedfortreder=F("kontaktperson")),
                name="regionalt_kontakt_annen_stedfortreder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kontaktperson}"
