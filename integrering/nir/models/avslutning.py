"""The end of programme or training, and a new beginning."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.kodeverk import Ordning
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per
from integrering.nir.models.programstart import ordning_gyldig


class Avslutning(Personfakta):
    """The end, with reason and main activity (integreringsloven § 18 a). Nothing ends by itself."""

    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices)
    dato = models.DateField(_("avsluttet"), help_text=_("Siste dag. Forskriften §§ 52 a og 53 a."))
    avslutningsaarsak = Kodekolonne(
        _("avslutningsårsak"), liste="avslutningsaarsak", help_text=_("Hvorfor det ble avsluttet.")
    )
    hovedaktivitet = Kodekolonne(
        _("hovedaktivitet etterpå"),
        liste="hovedaktivitet",
        blank=True,
        default="",
        help_text=_("Hva personen går til."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("avslutning")
        verbose_name_plural = _("avslutninger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "dato"),
            ordning_gyldig("nir_avslutning"),
            *datoer_i_tid("dato"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.dato:%d.%m.%Y}"


class Gjenaapning(Personfakta):
    """Programme or training begins again after it was ended."""

    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices)
    dato = models.DateField(_("gjenåpnet fra"), help_text=_("Første dag igjen."))
    grunn = Kodekolonne(_("grunn"), liste="gjenaapningsgrunn")

    class Meta(Personfakta.Meta):
        verbose_name = _("gjenåpning")
        verbose_name_plural = _("gjenåpninger")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "dato"),
            ordning_gyldig("nir_gjenaapning"),
            *datoer_i_tid("dato"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.dato:%d.%m.%Y}"
