"""A project for youth, its participants as numbers by half-year, and its report with files."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Prosjekttilstand(models.TextChoices):
    """Where a project stands."""

    PLANLAGT = "planlagt", _("Planlagt")
    I_GANG = "i_gang", _("I gang")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Prosjekt(Innsendt):
    """More primary education for immigrants aged 16–24 with a right to upper secondary."""

    navn = models.CharField(_("navn"), max_length=120)
    formaal = models.TextField(_("formål"), max_length=2000)
    skoler = models.CharField(_("skoler"), max_length=300)
    kommuner = ArrayField(models.CharField(max_length=4), verbose_name=_("kommuner"), default=list)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"))
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Prosjekttilstand.choices, default=Prosjekttilstand.PLANLAGT
    )
    tilskudd = models.UUIDField(
        _("søknad om tilskudd"),
        null=True,
        blank=True,
        help_text=_("Nøkkelen til søknaden."),
    )
    rapportfrist = models.DateField(_("rapportfrist"), null=True, blank=True)
    rapport = models.TextField(_("rapport"), max_length=8000, blank=True, default="")
    rapportert = models.DateField(_("rapporten levert"), null=True, blank=True)

    class Meta:
        verbose_name = _("prosjekt i Jobbsjansen del B")
        verbose_name_plural = _("prosjekter i Jobbsjansen del B")
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="jobbsjansen_prosjekt_til_etter_fra"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Prosjekttilstand.values), name="jobbsjansen_prosjekt_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(rapportert__isnull=True) | ~Q(rapport=""), name="jobbsjansen_prosjekt_rapport"
            ),
            uten_nummer("jobbsjansen_prosjekt_uten_nummer", "navn", "formaal", "skoler", "rapport"),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def farge(self) -> str:
        """Colour that underlines where it stands."""
        return {"i_gang": "info", "avsluttet": "success"}.get(self.tilstand, "neutral")


class Halvaarstall(Innsendt):
    """How many took part in half a year: in, out, and what those who left went to."""

    prosjekt = models.ForeignKey(Prosjekt, models.PROTECT, related_name="tall", verbose_name=_("prosjekt"))
    aar = models.PositiveSmallIntegerField(_("år"))
    halvaar = models.PositiveSmallIntegerField(_("halvår"))
    inn = models.PositiveSmallIntegerField(_("begynte"), default=0)
    ut = models.PositiveSmallIntegerField(_("sluttet"), default=0)
    til_vgo = models.PositiveSmallIntegerField(_("til videregående"), default=0)
    til_arbeid = models.PositiveSmallIntegerField(_("til arbeid"), default=0)
    kvinner = models.PositiveSmallIntegerField(_("kvinner som begynte"), null=True, blank=True)
    menn = models.PositiveSmallIntegerField(_("menn som begynte"), null=True, blank=True)

    class Meta:
        verbose_name = _("tall for et halvår")
        verbose_name_plural = _("tall for halvår")
        ordering = ["aar", "halvaar"]
        constraints = [
            models.UniqueConstraint(fields=["prosjekt", "aar", "halvaar"], name="jobbsjansen_tall_ett"),
            models.CheckConstraint(
                condition=Q(halvaar__in=(1, 2), aar__range=(2020, 2100)), name="jobbsjansen_tall_halvaar"
            ),
            models.CheckConstraint(
                condition=Q(ut__gte=F("til_vgo") + F("til_arbeid")), name="jobbsjansen_tall_ut"
            ),
            models.CheckConstraint(
                condition=Q(kvinner__isnull=True, menn__isnull=True) | Q(inn=F("kvinner") + F("menn")),
                name="jobbsjansen_tall_kjoenn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.halvaar}/{self.aar}"


class Prosjektvedlegg(models.Model):
    """A file of the project's report."""

    prosjekt = models.ForeignKey(Prosjekt, models.PROTECT, related_name="vedlegg", verbose_name=_("prosjekt"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til prosjekt")
        verbose_name_plural = _("vedlegg til prosjekter")

    def __str__(self) -> str:
        return str(self.pk)
