"""Exemption from training or test."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


class Fritak(Personfakta):
    """Exemption, with its ground (forskriften §§ 23–25, 53 d and e). Duty and right apart."""

    fritak_fra = Kodekolonne(_("fritak fra"), liste="fritakfra", help_text=_("Forskriften § 53 d og e."))
    rettsgrunnlag = Kodekolonne(
        _("rettsgrunnlag"), liste="fritaksgrunn", help_text=_("Forskriften §§ 23, 24 og 25.")
    )
    vedtaksdato = models.DateField(_("vedtaksdato"))
    retten_faller_bort = models.BooleanField(
        _("retten faller også bort"),
        default=False,
        help_text=_("Forskriften §§ 23 og 24: kommunen kan bestemme det."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("fritak")
        verbose_name_plural = _("fritak")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("fritak_fra", "vedtaksdato"),
            *datoer_i_tid("vedtaksdato"),
        ]

    def __str__(self) -> str:
        return f"{self.fritak_fra}"
