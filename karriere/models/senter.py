"""The county's career centres: what each covers, who works there, and how much they can take."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt


class Senter(Innsendt):
    """A career centre."""

    navn = models.CharField(_("navn"), max_length=120, unique=True)
    sted = models.CharField(_("besøksadresse"), max_length=200, blank=True, default="")
    samtaler_per_uke = models.PositiveSmallIntegerField(
        _("samtaler i en vanlig uke"), help_text=_("Hvor mange samtaler senteret kan holde.")
    )
    aktiv = models.BooleanField(_("aktiv"), default=True)

    class Meta:
        verbose_name = _("karrieresenter")
        verbose_name_plural = _("karrieresentre")
        ordering = ["navn"]
        constraints = [
            models.CheckConstraint(condition=~Q(navn=""), name="karriere_senter_har_navn"),
            models.CheckConstraint(
                condition=Q(samtaler_per_uke__range=(1, 500)), name="karriere_senter_samtaler"
            ),
        ]

    def __str__(self) -> str:
        return self.navn


class Senterkommune(models.Model):
    """A municipality a centre serves: each has one."""

    senter = models.ForeignKey(Senter, models.CASCADE, related_name="kommuner", verbose_name=_("senter"))
    kommune = models.OneToOneField(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )

    class Meta:
        verbose_name = _("kommune senteret dekker")
        verbose_name_plural = _("kommuner senteret dekker")

    def __str__(self) -> str:
        return str(self.kommune_id)


class Senterveileder(models.Model):
    """Who works at a centre: decides which notes they read."""

    senter = models.ForeignKey(Senter, models.PROTECT, related_name="veiledere", verbose_name=_("senter"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("veileder")
    )
    fra = models.DateField(_("fra"), default=timezone.localdate)
    til = models.DateField(_("til og med"), null=True, blank=True)
    lagt_til_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lagt til av")
    )

    class Meta:
        verbose_name = _("veileder ved senteret")
        verbose_name_plural = _("veiledere ved senteret")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="karriere_veileder_til_etter_fra"
            ),
            models.UniqueConstraint(
                fields=["senter", "bruker"], condition=Q(til__isnull=True), name="karriere_veileder_en_gang"
            ),
        ]

    def __str__(self) -> str:
        return str(self.bruker_id)


class Senteruke(models.Model):
    """A week with another capacity than usual: holidays, courses, more hands."""

    senter = models.ForeignKey(Senter, models.CASCADE, related_name="uker", verbose_name=_("senter"))
    mandag = models.DateField(_("uken som begynner"))
    samtaler = models.PositiveSmallIntegerField(_("samtaler"))
    endret_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("endret av")
    )

    class Meta:
        verbose_name = _("uke med annen kapasitet")
        verbose_name_plural = _("uker med annen kapasitet")
        constraints = [
            models.UniqueConstraint(fields=["senter", "mandag"], name="karriere_senteruke_en"),
            models.CheckConstraint(
                condition=Q(mandag__iso_week_day=1, samtaler__lte=500), name="karriere_senteruke_mandag"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mandag:%d.%m.%Y}"
