"""What an application consists of: partners, the budget, and the answers to the call's conditions."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilskudd.soekt.models.soeknad import Soeknad
from tilskudd.soekt.models.utlysning import Vilkaar


class Partnerslag(models.TextChoices):
    """Who the county does it with."""

    ARBEIDSGIVER = "arbeidsgiver", _("Arbeidsgiver")
    KOMMUNE = "kommune", _("Kommune")
    NAV = "nav", _("Nav")
    FYLKE = "fylke", _("Annen fylkeskommune")
    ANNEN = "annen", _("Annen")


class Partner(models.Model):
    """Someone the county does it with, and when the letter of intent was signed."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="partnere", verbose_name=_("søknad"))
    slag = models.CharField(_("slag"), max_length=12, choices=Partnerslag.choices)
    navn = models.CharField(_("navn"), max_length=120)
    rolle = models.CharField(_("rolle i tiltaket"), max_length=300, blank=True, default="")
    avtalt = models.DateField(_("intensjonsavtale undertegnet"), null=True, blank=True)

    class Meta:
        verbose_name = _("samarbeidspartner")
        verbose_name_plural = _("samarbeidspartnere")
        ordering = ["slag", "navn", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Partnerslag.values) & ~Q(navn=""), name="soekt_partner_kjent"
            ),
            models.UniqueConstraint(fields=["soeknad", "navn"], name="soekt_partner_en_gang"),
        ]

    def __str__(self) -> str:
        return self.navn


class Budsjettlinje(models.Model):
    """A post of the budget, in whole kroner. Extra cost is what it costs beyond the ordinary offer."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="budsjett", verbose_name=_("søknad"))
    nr = models.PositiveSmallIntegerField(_("nummer"))
    post = models.CharField(_("post"), max_length=120)
    ordinaer = models.PositiveIntegerField(_("ordinær kostnad"), default=0)
    faktisk = models.PositiveIntegerField(_("faktisk kostnad"))
    egenandel = models.PositiveIntegerField(_("egenandel"), default=0)

    class Meta:
        verbose_name = _("budsjettlinje")
        verbose_name_plural = _("budsjettlinjer")
        ordering = ["nr", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(faktisk__gte=F("ordinaer") + F("egenandel")),
                name="soekt_budsjettlinje_merkostnad",
            ),
            models.CheckConstraint(
                condition=~Q(post="") & Q(faktisk__gt=0, faktisk__lte=1_000_000_000),
                name="soekt_budsjettlinje_utfylt",
            ),
            models.UniqueConstraint(
                fields=["soeknad", "nr"], name="soekt_budsjettlinje_nr", deferrable=models.Deferrable.DEFERRED
            ),
        ]

    def __str__(self) -> str:
        return self.post


class Vilkaarsvar(models.Model):
    """Whether a condition of the call is met, and what shows it."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="svar", verbose_name=_("søknad"))
    vilkaar = models.ForeignKey(Vilkaar, models.PROTECT, related_name="+", verbose_name=_("vilkår"))
    oppfylt = models.BooleanField(_("oppfylt"))
    dokumentasjon = models.CharField(_("hva viser det"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("svar på vilkår")
        verbose_name_plural = _("svar på vilkår")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "vilkaar"], name="soekt_vilkaarsvar_ett"),
            models.CheckConstraint(
                condition=Q(oppfylt=False) | ~Q(dokumentasjon=""), name="soekt_vilkaarsvar_vist"
            ),
        ]

    def __str__(self) -> str:
        return self.dokumentasjon
