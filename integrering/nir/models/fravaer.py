"""Absence, leave, and what they are for."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.kodeverk import Ordning
from integrering.nir.models.felt import Timefelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, ikke_foer, mellom
from integrering.nir.models.programstart import ordning_gyldig


class Fravaer(Personfakta):
    """Absence in a period (integreringsloven § 21; forskriften §§ 52 f, 53 j). Never a diagnosis."""

    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices)
    fravaer = Kodekolonne(
        _("slags fravær"),
        liste="fravaer",
        help_text=_("Forskriften §§ 52 f og 53 j. Ingen helseopplysninger."),
    )
    fra = models.DateField(_("fra"), help_text=_("Første dag borte."))
    til = models.DateField(_("til og med"), help_text=_("Siste dag borte."))
    timer = Timefelt(_("timer"), mest=999, help_text=_("Timer borte i perioden."))

    class Meta(Personfakta.Meta):
        verbose_name = _("fravær")
        verbose_name_plural = _("fravær")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "fravaer", "fra"),
            ordning_gyldig("nir_fravaer"),
            *datoer_i_tid("fra", "til"),
            ikke_foer("til", "fra"),
            mellom("timer", 0, 999),
        ]

    def __str__(self) -> str:
        return f"{self.fravaer}"


class Permisjon(Personfakta):
    """Leave granted (forskriften kapittel 3, 4 og 7)."""

    ordning = models.CharField(_("ordning"), max_length=20, choices=Ordning.choices)
    permisjon = Kodekolonne(
        _("slags permisjon"), liste="permisjon", help_text=_("Forskriften §§ 52 f og 53 j.")
    )
    fra = models.DateField(_("fra"), help_text=_("Første dag."))
    til = models.DateField(_("til og med"), help_text=_("Siste dag."))
    vedtaksdato = models.DateField(
        _("vedtaksdato"),
        null=True,
        blank=True,
        help_text=_("Permisjon er enkeltvedtak (integreringsloven § 46)."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("permisjon")
        verbose_name_plural = _("permisjoner")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "permisjon", "fra"),
            ordning_gyldig("nir_permisjon"),
            *datoer_i_tid("fra", "til", "vedtaksdato"),
            ikke_foer("til", "fra"),
        ]

    def __str__(self) -> str:
        return f"{self.permisjon}"
