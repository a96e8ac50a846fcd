"""A complaint and what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid, en_per, ikke_foer


class Klage(Personfakta):
    """A complaint (integreringsloven § 47; forskriften §§ 52 g, 53 k)."""

    gjelder = Kodekolonne(
        _("klagen gjelder"), liste="enkeltvedtak", help_text=_("Hva slags vedtak. Integreringsloven § 46.")
    )
    mottatt = models.DateField(_("mottatt"), help_text=_("Dagen kommunen mottok klagen."))
    oversendt = models.DateField(_("sendt statsforvalteren"), null=True, blank=True)
    utfall = Kodekolonne(
        _("utfall"), liste="klageutfall", blank=True, default="", help_text=_("Tomt til klagen er avgjort.")
    )
    utfallsdato = models.DateField(_("avgjort"), null=True, blank=True)

    class Meta(Personfakta.Meta):
        verbose_name = _("klage")
        verbose_name_plural = _("klager")
        constraints = [
            *Personfakta.Meta.constraints,
            en_per("gjelder", "mottatt"),
            *datoer_i_tid("mottatt", "oversendt", "utfallsdato"),
            ikke_foer("oversendt", "mottatt"),
            ikke_foer("utfallsdato", "mottatt"),
            models.CheckConstraint(
                condition=Q(utfall="", utfallsdato__isnull=True)
                | (~Q(utfall="") & Q(utfallsdato__isnull=False)),
                name="nir_klage_utfall_med_dato",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mottatt:%d.%m.%Y}"
