"""Who is in a class, and when."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from integrering.nir.models.grunnlag import GJELDER, Personfakta
from integrering.nir.models.periode import DatoSpenn, periode_i_orden


class Medlemskap(Personfakta):
    """A participant in a class from a day, perhaps to one (forskriften § 53). Two clocks."""

    klasse = models.ForeignKey(
        "klasser.Klasse", models.PROTECT, related_name="medlemskap", verbose_name=_("klasse")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta(Personfakta.Meta):
        verbose_name = _("deltaker i klasse")
        verbose_name_plural = _("deltakere i klasser")
        constraints = [
            *Personfakta.Meta.constraints,
            *periode_i_orden("klasser_medlemskap"),
            ExclusionConstraint(
                name="klasser_medlemskap_uten_overlapp",
                expressions=[
                    (F("klasse"), RangeOperators.EQUAL),
                    (F("person"), RangeOperators.EQUAL),
                    (
                        DatoSpenn("fra", "til", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=GJELDER,
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
