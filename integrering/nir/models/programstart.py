"""What comes before training and programme: claim, offer, and a refusal."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.nir.kodeverk import Ordning
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per


def ordning_gyldig(tabell: str) -> models.CheckConstraint:
    """Return the constraint that the scheme is one of the three."""
    return models.CheckConstraint(condition=Q(ordning__in=Ordning.values), name=f"{tabell}_ordning")


class Krav(Personfakta):
    """A claim to take part: the deadline of three months may run from it (integreringsloven §§ 12, 30)."""

    ordning = models.CharField(
        _("ordning"), max_length=20, choices=Ordning.choices, help_text=_("Forskriften §§ 52 a og 53 a.")
    )
    dato = models.DateField(
        _("krav mottatt"), help_text=_("Dagen kommunen mottok kravet. Integreringsloven §§ 12 og 30.")
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("krav om deltakelse")
        verbose_name_plural = _("krav om deltakelse")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "dato"),
            ordning_gyldig("nir_krav"),
            *datoer_i_tid("dato"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.dato:%d.%m.%Y}"


class Tilbud(Personfakta):
    """An offer to start: time limits run from it (integreringsloven §§ 32, 33, 37; forskriften §§ 75, 76)."""

    ordning = models.CharField(
        _("ordning"), max_length=20, choices=Ordning.choices, help_text=_("Forskriften §§ 52 a og 53 a.")
    )
    dato = models.DateField(_("tilbud gitt"), help_text=_("Dagen tilbudet ble gitt."))
    oppstart = models.DateField(
        _("tilbudt oppstart"), help_text=_("Dagen personen fikk tilbud om å starte. Fristene regnes fra den.")
    )

    class Meta(Personfakta.Meta):
        verbose_name = _("tilbud om oppstart")
        verbose_name_plural = _("tilbud om oppstart")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "oppstart"),
            ordning_gyldig("nir_tilbud"),
            *datoer_i_tid("dato", "oppstart"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.oppstart:%d.%m.%Y}"


class Avslag(Personfakta):
    """A decision that says no (integreringsloven § 46)."""

    ordning = models.CharField(
        _("ordning"), max_length=20, choices=Ordning.choices, help_text=_("Forskriften §§ 52 a og 53 a.")
    )
    vedtaksdato = models.DateField(_("vedtaksdato"), help_text=_("Dagen kommunen fattet vedtaket."))

    class Meta(Personfakta.Meta):
        verbose_name = _("avslag")
        verbose_name_plural = _("avslag")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("ordning", "vedtaksdato"),
            ordning_gyldig("nir_avslag"),
            *datoer_i_tid("vedtaksdato"),
        ]

    def __str__(self) -> str:
        return f"{self.get_ordning_display()} {self.vedtaksdato:%d.%m.%Y}"
