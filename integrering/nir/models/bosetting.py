"""When and how a person was settled."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


class Bosetting(Personfakta):
    """Settlement: deadlines and the target group rest on it (integreringsloven §§ 8, 12)."""

    bosatt = models.DateField(
        _("bosatt"), help_text=_("Dagen personen ble bosatt i kommunen. Integreringsloven § 12.")
    )
    etter_avtale = models.BooleanField(
        _("bosatt etter avtale"),
        default=True,
        help_text=_("Etter avtale mellom utlendingsmyndighetene og kommunen (integreringsloven § 8)."),
    )
    ankomst = models.DateField(
        _("ankomst til Norge"), null=True, blank=True, help_text=_("Forskriften §§ 46 i, 72 og 73.")
    )
    i_arbeid = models.BooleanField(
        _("i arbeid minst 30 timer i uken"),
        default=False,
        help_text=_("Den som er i slikt arbeid, er utenfor målgruppen (integreringsloven § 8 fjerde ledd)."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("bosetting")
        verbose_name_plural = _("bosettinger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("bosatt"),
            *datoer_i_tid("bosatt", "ankomst"),
        ]

    def __str__(self) -> str:
        return f"{self.bosatt:%d.%m.%Y}"
