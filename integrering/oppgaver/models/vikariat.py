"""Stand-ins."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.nir.models.periode import DatoSpenn


class Vikariat(Versjonert):
    """While someone is away, another of the same organisation has their tasks in the list as well.

    It gives no access: a stand-in sees only what they may see themselves.
    """

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    borte = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("den som er borte")
    )
    vikar = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("vikar")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"))
    avsluttet = models.DateTimeField(_("avsluttet"), null=True)

    class Meta:
        verbose_name = _("vikariat")
        verbose_name_plural = _("vikariater")
        ordering = ["fra", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="oppgaver_vikariat_til_etter_fra"),
            models.CheckConstraint(condition=~Q(borte=F("vikar")), name="oppgaver_vikariat_en_annen"),
            ExclusionConstraint(
                name="oppgaver_vikariat_en_om_gangen",
                expressions=[
                    (F("virksomhet"), RangeOperators.EQUAL),
                    (F("borte"), RangeOperators.EQUAL),
                    (
                        DatoSpenn("fra", "til", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(avsluttet__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.borte}: {self.vikar}"
