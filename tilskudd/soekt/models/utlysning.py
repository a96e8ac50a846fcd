"""A call of the state: what it asks for, from whom, by when, and its conditions one by one."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from tilskudd.ordninger.models import Ordning, Sikkerhet


@pghistory.track(model_name="UtlysningHendelse")
class Utlysning(Versjonert):
    """A call. What is not known is empty, never guessed. Amounts are whole kroner."""

    ordning = models.ForeignKey(
        Ordning, models.PROTECT, related_name="utlysninger_soekt", verbose_name=_("ordning")
    )
    aar = models.PositiveSmallIntegerField(_("år"))
    navn = models.CharField(_("navn"), max_length=200)
    frist = models.DateField(_("søknadsfrist"), null=True, blank=True)
    rapportfrist = models.DateField(_("rapportfrist"), null=True, blank=True)
    ramme = models.PositiveBigIntegerField(
        _("ramme"), null=True, blank=True, help_text=_("Kroner til alle som søker.")
    )
    mest = models.PositiveIntegerField(
        _("mest til én søker"), null=True, blank=True, help_text=_("Kroner i året.")
    )
    minst_deltakere = models.PositiveSmallIntegerField(_("færrest deltakere"), null=True, blank=True)
    krever_egenandel = models.BooleanField(_("krever egenandel"), default=False)
    kriterier = models.TextField(_("kriterier"), max_length=4000, blank=True, default="")
    kilde = models.CharField(_("kilde"), max_length=500, help_text=_("Hvor utlysningen er lest."))
    sikkerhet = models.CharField(_("sikkerhet"), max_length=12, choices=Sikkerhet.choices)

    class Meta:
        verbose_name = _("utlysning")
        verbose_name_plural = _("utlysninger")
        ordering = ["-aar", "navn"]
        constraints = [
            models.UniqueConstraint(fields=["ordning", "aar", "navn"], name="soekt_utlysning_en_gang"),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="soekt_utlysning_kjent_sikkerhet"
            ),
            models.CheckConstraint(condition=~Q(navn="") & ~Q(kilde=""), name="soekt_utlysning_utfylt"),
            models.CheckConstraint(
                condition=Q(aar__gte=2000, aar__lte=2100), name="soekt_utlysning_kjent_aar"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.navn} {self.aar}"


class Vilkaarsdel(models.TextChoices):
    """What a condition is about."""

    MAALGRUPPE = "maalgruppe", _("Målgruppen")
    VILKAAR = "vilkaar", _("Vilkår i utlysningen")


class Vilkaar(models.Model):
    """A condition of a call. Its words never change; one that no longer counts is marked so."""

    utlysning = models.ForeignKey(
        Utlysning, models.PROTECT, related_name="vilkaar", verbose_name=_("utlysning")
    )
    nr = models.PositiveSmallIntegerField(_("nummer"))
    omraade = models.CharField(_("del"), max_length=10, choices=Vilkaarsdel.choices)
    tekst = models.CharField(_("vilkår"), max_length=400)
    gjelder = models.BooleanField(_("gjelder"), default=True)

    class Meta:
        verbose_name = _("vilkår")
        verbose_name_plural = _("vilkår")
        ordering = ["omraade", "nr", "id"]
        constraints = [
            models.UniqueConstraint(fields=["utlysning", "tekst"], name="soekt_vilkaar_en_gang"),
            models.CheckConstraint(
                condition=Q(omraade__in=Vilkaarsdel.values) & ~Q(tekst=""), name="soekt_vilkaar_kjent"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst
