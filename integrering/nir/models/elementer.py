"""Foreldreveiledning and livsmestring: parts of the programme everyone it concerns must have."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Timefelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, mellom


class Foreldreveiledning(Personfakta):
    """Guidance for parents, carried out (forskriften §§ 3, 52 e)."""

    gjennomfoert = models.DateField(_("gjennomført"), help_text=_("Siste dag. Forskriften § 52 e."))
    form = Kodekolonne(_("form"), liste="veiledningsform", help_text=_("Forskriften § 3."))
    moeter = models.PositiveSmallIntegerField(
        _("antall møter"), help_text=_("Gruppe: 8–12 møter. Individuelt: 5–8 samtaler (forskriften § 3).")
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("foreldreveiledning")
        verbose_name_plural = _("foreldreveiledning")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gjennomfoert"),
            *datoer_i_tid("gjennomfoert"),
            mellom("moeter", 1, 60),
        ]

    def __str__(self) -> str:
        return f"{self.gjennomfoert:%d.%m.%Y}"


class Livsmestring(Personfakta):
    """The course in livsmestring, carried out (forskriften §§ 4, 52 e)."""

    gjennomfoert = models.DateField(_("gjennomført"), help_text=_("Siste dag. Forskriften § 52 e."))
    timer_migrasjon = Timefelt(
        _("timer migrasjon, helse og mangfold"), mest=200, help_text=_("Forskriften § 4.")
    )
    timer_karriere = Timefelt(_("timer karrierekompetanse"), mest=200, help_text=_("Forskriften § 4."))

    class Meta(Personfakta.Meta):
        verbose_name = _("livsmestring")
        verbose_name_plural = _("livsmestring")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gjennomfoert"),
            *datoer_i_tid("gjennomfoert"),
            mellom("timer_migrasjon", 0, 200),
            mellom("timer_karriere", 0, 200),
        ]

    def __str__(self) -> str:
        return f"{self.gjennomfoert:%d.%m.%Y}"
