"""Full-time upper secondary: the second registration that releases the grant."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.models.periode import periode_i_orden, uten_overlapp


class FulltidVgo(ToKlokker):
    """A period in which the county gives the training (integreringsloven § 30 andre ledd)."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="vgo_perioder", verbose_name=_("person")
    )
    fylke = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("fylkeskommune"),
        help_text=_("Den som gir opplæringen. Forskriften § 53 a."),
    )  # fmt: skip
    skole = models.CharField(_("skole"), max_length=200, help_text=_("Forskriften § 53 a."))
    fra = models.DateField(_("startdato"), help_text=_("Første skoledag. Forskriften § 53 a."))
    til = models.DateField(
        _("sluttdato"), null=True, blank=True,
        help_text=_("Siste dag. Uten sluttdato utløses ikke tilskudd. Forskriften § 53 a."),
    )  # fmt: skip
    timer_per_uke = models.DecimalField(
        _("timer per uke"), max_digits=4, decimal_places=1,
        help_text=_("Undervisningstimer. Fulltid er minst 30 timer (IMDi)."),
    )  # fmt: skip
    kombinasjonsklasse = models.BooleanField(_("kombinasjonsklasse"), default=False)
    hovedansvar_fylke = models.BooleanField(
        _("fylkeskommunen har hovedansvaret"), default=False,
        help_text=_("Gjelder kombinasjonsklasser (integreringsloven § 30 andre ledd)."),
    )  # fmt: skip

    class Meta(ToKlokker.Meta):
        verbose_name = _("fulltid videregående")
        verbose_name_plural = _("fulltid videregående")
        constraints = [
            *ToKlokker.Meta.constraints,
            uten_overlapp("nir_fulltidvgo"),
            *periode_i_orden("nir_fulltidvgo"),
            models.CheckConstraint(
                condition=Q(timer_per_uke__gt=0, timer_per_uke__lte=60), name="nir_fulltidvgo_timer"
            ),
        ]
        indexes = [models.Index(fields=["person", "fra"], name="nir_fulltidvgo_person")]

    def __str__(self) -> str:
        return self.skole
