"""Permits a person had before the one of today."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.nir.kodeverk import Tillatelsestype
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


class TidligereTillatelse(Personfakta):
    """An earlier permit: it may decide which law applies (forskriften §§ 43 h, 46 i)."""

    tillatelse = models.CharField(
        _("tidligere tillatelse"),
        max_length=2,
        choices=Tillatelsestype.choices,
        help_text=_("Forskriften § 46 i."),
    )
    gitt = models.DateField(_("gitt"), help_text=_("Dagen den tidligere tillatelsen ble gitt."))
    vedtak_kap_6a = models.BooleanField(
        _("hadde vedtak etter kapittel 6A"),
        default=False,
        help_text=_(
            "Vedtak om program eller norsk mens tillatelsen var kollektiv beskyttelse (forskriften § 43 h)."
        ),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("tidligere tillatelse")
        verbose_name_plural = _("tidligere tillatelser")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gitt"),
            *datoer_i_tid("gitt"),
            models.CheckConstraint(
                condition=Q(tillatelse__in=Tillatelsestype.values), name="nir_tidligeretillatelse_tillatelse"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_tillatelse_display()}"
