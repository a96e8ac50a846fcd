"""A calculation as it was made, and what is recommended for each municipality."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Beregning(models.Model):
    """One calculation with all that went into it: it can be made again, and gives the same. Written once."""

    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="beregninger", verbose_name=_("runde")
    )
    nr = models.PositiveSmallIntegerField(_("nummer"))
    naar = models.DateTimeField(_("når"), default=timezone.now)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("hvem"))
    inndata = models.JSONField(_("inndata"))
    avtrykk = models.CharField(_("avtrykk"), max_length=64, help_text=_("SHA-256 av inndata."))
    svar = models.JSONField(_("svar"))

    class Meta:
        verbose_name = _("beregning")
        verbose_name_plural = _("beregninger")
        constraints = [models.UniqueConstraint(fields=["runde", "nr"], name="bosetting_beregning_ett_nummer")]

    def __str__(self) -> str:
        return f"{self.nr} {self.avtrykk[:12]}"


class Anbefaling(Versjonert):
    """How many a municipality should be asked to settle, and why in words."""

    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="anbefalinger", verbose_name=_("runde")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    beregning = models.ForeignKey(
        Beregning, models.PROTECT, related_name="anbefalinger", verbose_name=_("beregning")
    )
    antall = models.PositiveSmallIntegerField(_("anbefalt"))
    em = models.PositiveSmallIntegerField(_("enslige mindreårige"), default=0)
    grense = models.CharField(_("grensen som bestemte"), max_length=12, blank=True, default="")
    begrunnelse = models.CharField(_("begrunnelse"), max_length=2000, blank=True, default="")

    class Meta:
        verbose_name = _("anbefaling")
        verbose_name_plural = _("anbefalinger")
        constraints = [
            models.UniqueConstraint(fields=["runde", "kommune"], name="bosetting_anbefaling_en_gang"),
            models.CheckConstraint(condition=Q(em__lte=F("antall")), name="bosetting_anbefaling_em_i_tallet"),
        ]

    def __str__(self) -> str:
        return f"{self.kommune}: {self.antall}"
