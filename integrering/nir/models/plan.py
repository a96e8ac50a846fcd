"""The plan, the contract, and the plan for Norwegian."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.felt import Koderfelt
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, ikke_foer


class Integreringsplan(Personfakta):
    """A version of the plan: a living document, each review a registration (integreringsloven § 15)."""

    dato = models.DateField(
        _("plandato"), help_text=_("Dagen denne utgaven av planen ble laget. Integreringsloven § 15.")
    )
    vedtaksdato = models.DateField(
        _("vedtaksdato"), null=True, blank=True,
        help_text=_("Ny plan og vesentlig endring er enkeltvedtak (integreringsloven § 46)."),
    )  # fmt: skip
    innhold = Koderfelt(
        _("planen inneholder"),
        liste="planinnhold",
        help_text=_("Det § 15 krever. Kryss av for det som står i planen."),
    )
    utloest_av = Kodekolonne(
        _("laget fordi"),
        liste="planutloeser",
        help_text=_("Hva som gjorde at planen ble laget eller vurdert."),
    )
    tolk = Kodekolonne(_("tolk"), liste="tolkebruk", help_text=_("Om tolk var med da planen ble laget."))
    neste_vurdering = models.DateField(
        _("neste vurdering"),
        null=True,
        blank=True,
        help_text=_("Planen vurderes jevnlig (integreringsloven § 15)."),
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("integreringsplan")
        verbose_name_plural = _("integreringsplaner")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("dato"),
            *datoer_i_tid("dato", "vedtaksdato", "neste_vurdering"),
            ikke_foer("neste_vurdering", "dato"),
        ]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"


class Norskplan(Personfakta):
    """The plan for those with training but no programme (integreringsloven §§ 34, 37 d)."""

    dato = models.DateField(
        _("plandato"), help_text=_("Dagen denne utgaven av planen ble laget. Integreringsloven § 34.")
    )
    vedtaksdato = models.DateField(
        _("vedtaksdato"), null=True, blank=True,
        help_text=_("Ny plan og vesentlig endring er enkeltvedtak (integreringsloven § 46)."),
    )  # fmt: skip
    innhold = Koderfelt(
        _("planen inneholder"),
        liste="norskplaninnhold",
        help_text=_("Det §§ 34 og 37 d krever. Kryss av for det som står i planen."),
    )
    neste_vurdering = models.DateField(_("neste vurdering"), null=True, blank=True)

    class Meta(Personfakta.Meta):
        verbose_name = _("norskplan")
        verbose_name_plural = _("norskplaner")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("dato"),
            *datoer_i_tid("dato", "vedtaksdato", "neste_vurdering"),
            ikke_foer("neste_vurdering", "dato"),
        ]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"


class Integreringskontrakt(Personfakta):
    """The contract between participant and municipality (integreringsloven § 16)."""

    dato = models.DateField(
        _("inngått"), help_text=_("Dagen kontrakten ble signert. Integreringsloven § 16.")
    )
    deltaker_signerte = models.BooleanField(_("deltakeren har signert"), default=False)
    kommune_signerte = models.BooleanField(_("kommunen har signert"), default=False)

    class Meta(Personfakta.Meta):
        verbose_name = _("integreringskontrakt")
        verbose_name_plural = _("integreringskontrakter")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("dato"),
            *datoer_i_tid("dato"),
        ]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
