"""Hours of Norwegian and of social studies, by module and month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Timefelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, mellom


class Opplaeringstimer(Personfakta):
    """Hours given and hours missed in a month (forskriften § 53 g, h, j)."""

    modul = Kodekolonne(
        _("opplæring"),
        liste="modul",
        help_text=_("Norsk, eller modul i samfunnskunnskap. Forskriften § 53 g og h."),
    )
    maaned = models.DateField(_("måned"), help_text=_("Første dag i måneden."))
    timer = Timefelt(_("timer gjennomført"), mest=300)
    gyldig_fravaer = Timefelt(_("timer gyldig fravær"), mest=300, default=0)
    ugyldig_fravaer = Timefelt(_("timer ugyldig fravær"), mest=300, default=0)

    class Meta(Personfakta.Meta):
        verbose_name = _("timer i opplæringen")
        verbose_name_plural = _("timer i opplæringen")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("modul", "maaned"),
            *datoer_i_tid("maaned"),
            models.CheckConstraint(condition=Q(maaned__day=1), name="nir_opplaeringstimer_maaned_foerste"),
            mellom("timer", 0, 300),
            mellom("gyldig_fravaer", 0, 300),
            mellom("ugyldig_fravaer", 0, 300),
        ]

    def __str__(self) -> str:
        return f"{self.maaned:%m.%Y}"
