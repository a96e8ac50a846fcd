"""Grant years that no rate could value."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tilskudd.models.sats import ORDNINGER


class Mangelgrunn(models.TextChoices):
    """Why there is no amount."""

    INGEN_SATS = "ingen_sats", _("Satsen er ikke lagt inn")
    IKKE_VEDTATT = "ikke_vedtatt", _("Satsen er ikke vedtatt")
    UKJENT_LANDGRUPPE = "ukjent_landgruppe", _("Landgruppen er ikke kjent")


class ManglerSats(models.Model):
    """A grant year with earned days but no rate to use: no line, neither plus nor minus, and no approval."""

    kjoering = models.ForeignKey(
        "tilskudd.Kjoering", models.PROTECT, related_name="mangler", verbose_name=_("kjøring")
    )
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    ordning = models.CharField(_("ordning"), max_length=4, choices=ORDNINGER)
    aar_nr = models.PositiveSmallIntegerField(_("år nr."))
    landgruppe = models.CharField(_("landgruppe"), max_length=1, blank=True, default="")
    budsjettaar = models.PositiveSmallIntegerField(_("budsjettår"))
    grunn = models.CharField(_("grunn"), max_length=20, choices=Mangelgrunn.choices)
    dager = models.PositiveIntegerField(_("dager"), help_text=_("Opptjente dager til og med kvartalet."))
    anslag = models.IntegerField(
        _("anslag"),
        null=True,
        help_text=_("Etter en sats som ikke er vedtatt. Aldri et tall i en utbetaling."),
    )

    class Meta:
        verbose_name = _("tilskuddsår uten sats")
        verbose_name_plural = _("tilskuddsår uten sats")
        constraints = [
            models.UniqueConstraint(
                fields=["kjoering", "person", "ordning", "aar_nr"], name="tilskudd_manglersats_en_per_aar"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ordning} {self.aar_nr} {self.budsjettaar}"
