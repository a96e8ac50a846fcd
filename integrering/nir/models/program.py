"""The introduction programme: where it leads, what it holds, and when it was prolonged."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Timefelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, ikke_foer, mellom


class Sluttmaal(Personfakta):
    """The goal of the programme (integreringsloven §§ 13, 14; forskriften § 52 b)."""

    maal = Kodekolonne(_("sluttmål"), liste="sluttmaal", help_text=_("Forskriften § 52 b."))
    fra = models.DateField(_("satt fra"), help_text=_("Dagen målet gjelder fra."))

    class Meta(Personfakta.Meta):
        verbose_name = _("sluttmål")
        verbose_name_plural = _("sluttmål")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("fra"),
            *datoer_i_tid("fra"),
        ]

    def __str__(self) -> str:
        return f"{self.maal}"


class Tiltak(Personfakta):
    """An element of the programme in a period (integreringsloven § 14 a; forskriften § 52 d)."""

    tiltak = Kodekolonne(
        _("tiltak"), liste="tiltak", help_text=_("Integreringsloven § 14 a, forskriften § 52 d.")
    )
    fra = models.DateField(_("fra"), help_text=_("Første dag."))
    til = models.DateField(_("til og med"), null=True, blank=True, help_text=_("Siste dag. Tomt: pågår."))
    timer_per_uke = Timefelt(_("timer per uke"), help_text=_("Gjennomsnitt. Forskriften § 52 d."))

    class Meta(Personfakta.Meta):
        verbose_name = _("tiltak")
        verbose_name_plural = _("tiltak")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("tiltak", "fra"),
            *datoer_i_tid("fra", "til"),
            ikke_foer("til", "fra"),
            mellom("timer_per_uke", 0, 60),
        ]

    def __str__(self) -> str:
        return f"{self.tiltak}"


class Forlengelse(Personfakta):
    """More time in the programme (integreringsloven § 14)."""

    vedtaksdato = models.DateField(_("vedtaksdato"), help_text=_("Dagen kommunen fattet vedtaket."))
    til = models.DateField(_("ny sluttdato"), help_text=_("Siste dag i programmet etter forlengelsen."))

    class Meta(Personfakta.Meta):
        verbose_name = _("forlengelse av programmet")
        verbose_name_plural = _("forlengelser av programmet")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("vedtaksdato"),
            *datoer_i_tid("vedtaksdato", "til"),
        ]

    def __str__(self) -> str:
        return f"{self.til:%d.%m.%Y}"
