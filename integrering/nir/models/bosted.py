"""Where a person is registered as living, by period."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models.periode import periode_i_orden, uten_overlapp


class Bosted(ToKlokker):
    """Folkeregistrert kommune in a period: decides who receives the grant (`docs/tilskuddsmotor.md`)."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="bosteder", verbose_name=_("person")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune"),
        help_text=_("Folkeregistrert kommune. Forskriften § 46 c."),
    )  # fmt: skip
    fra = models.DateField(_("fra"), help_text=_("Første dag."))
    til = models.DateField(
        _("til og med"), null=True, blank=True, help_text=_("Siste dag. Tomt: bor her fortsatt.")
    )

    class Meta(ToKlokker.Meta):
        verbose_name = _("bosted")
        verbose_name_plural = _("bosteder")
        constraints = [
            *ToKlokker.Meta.constraints,
            uten_overlapp("nir_bosted"),
            *periode_i_orden("nir_bosted"),
        ]
        indexes = [models.Index(fields=["person", "fra"], name="nir_bosted_person")]

    def __str__(self) -> str:
        return f"{self.kommune}"
