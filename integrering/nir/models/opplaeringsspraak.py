"""The language training is given in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.nir.kodeverk import Ordning
from integrering.nir.models.felt import Spraakfelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, spraak_i_orden
from integrering.nir.models.programstart import ordning_gyldig


class Opplaeringsspraak(Personfakta):
    """Language of the training (forskriften § 53 f)."""

    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices)
    spraak = Spraakfelt(_("språk"), help_text=_("Språkkode med tre bokstaver, for eksempel nob."))
    fra = models.DateField(_("fra"))

    class Meta(Personfakta.Meta):
        verbose_name = _("opplæringsspråk")
        verbose_name_plural = _("opplæringsspråk")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "fra"),
            ordning_gyldig("nir_opplaeringsspraak"),
            *datoer_i_tid("fra"),
            spraak_i_orden("spraak"),
        ]

    def __str__(self) -> str:
        return f"{self.spraak}"
