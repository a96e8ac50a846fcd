"""What the rules ask about a person's family."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


class Familieforhold(Personfakta):
    """Children and family reunion, as far as rights rest on them (forskriften § 46 e and i)."""

    opplyst = models.DateField(_("opplyst"), help_text=_("Dagen personen ga opplysningene."))
    barn_under_18 = models.BooleanField(
        _("har barn under 18 år"),
        default=False,
        help_text=_("Avgjør om foreldreveiledning gjelder (integreringsloven § 14 a andre ledd)."),
    )
    familieinnvandring = models.BooleanField(
        _("tillatelsen er gitt som familiemedlem"),
        default=False,
        help_text=_(
            "Utlendingsloven kapittel 6. Familiemedlemmer kan tilbys program (integreringsloven § 8)."
        ),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("familieforhold")
        verbose_name_plural = _("familieforhold")
        constraints = [*Personfakta.Meta.constraints, en_per("opplyst"), *datoer_i_tid("opplyst")]

    def __str__(self) -> str:
        return f"{self.opplyst:%d.%m.%Y}"
