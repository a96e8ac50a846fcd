"""Stans of training."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.kodeverk import Ordning, Varighet
from integrering.nir.models.personopplysning import dato_i_tid


class Stans(ToKlokker):
    """Stans (integreringsloven §§ 18, 36). Permanent, of Norwegian: the grant ends."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="stanser", verbose_name=_("person")
    )
    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices, default=Ordning.NORSK)
    fra = models.DateField(_("fra"), help_text=_("Første dag uten. Forskriften §§ 52 a og 53 a."))
    varighet = models.CharField(
        _("varighet"), max_length=20, choices=Varighet.choices, help_text=_("Integreringsloven § 36.")
    )
    grunn = Kodekolonne(_("grunn"), liste="stansgrunn", blank=True, default="", db_default="")

    class Meta(ToKlokker.Meta):
        verbose_name = _("stans")
        verbose_name_plural = _("stanser")
        constraints = [
            *ToKlokker.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "ordning", "fra"],
                condition=Q(erstattet__isnull=True, annullert=False),
                name="nir_stans_en_per_start",
            ),
            models.CheckConstraint(condition=Q(ordning__in=Ordning.values), name="nir_stans_ordning"),
            models.CheckConstraint(condition=Q(varighet__in=Varighet.values), name="nir_stans_varighet"),
            dato_i_tid("fra", "nir_stans"),
        ]
        indexes = [models.Index(fields=["person", "fra"], name="nir_stans_person")]

    def __str__(self) -> str:
        return f"{self.get_varighet_display()} {self.fra:%d.%m.%Y}"
