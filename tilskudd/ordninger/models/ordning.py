"""A grant scheme: what it is for, who it is for, and where that is written."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Ordningsslag(models.TextChoices):
    """Which way the money goes."""

    AUTOMATISK = "automatisk", _("Utbetales uten søknad")
    SOEKT = "soekt", _("Fylkeskommunen søker")
    GITT = "gitt", _("Fylkeskommunen gir")
    OMTALT = "omtalt", _("Til opplysning")


class Sikkerhet(models.TextChoices):
    """How sure the text is: read in an official source, quoted, inferred, or an example."""

    OFFISIELL = "offisiell", _("Lest i offisiell kilde")
    GJENGITT = "gjengitt", _("Gjengitt av andre")
    UBEKREFTET = "ubekreftet", _("Ubekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


@pghistory.track(model_name="OrdningHendelse")
class Ordning(Versjonert):
    """A scheme. Deadlines and amounts stand in its calls, not here."""

    kode = models.SlugField(_("kode"), max_length=40, unique=True, help_text=_("Står i adressen til siden."))
    navn = models.CharField(_("navn"), max_length=200)
    slag = models.CharField(_("slag"), max_length=12, choices=Ordningsslag.choices)
    formaal = models.TextField(_("formål"), max_length=2000)
    maalgruppe = models.TextField(_("målgruppe"), max_length=2000, blank=True, default="")
    hvem_kan_soeke = models.TextField(_("hvem kan søke"), max_length=2000, blank=True, default="")
    hjemmel = models.CharField(_("hjemmel"), max_length=300, blank=True, default="")
    kilde = models.CharField(_("kilde"), max_length=500, help_text=_("Hvor dette er lest."))
    sikkerhet = models.CharField(_("sikkerhet"), max_length=12, choices=Sikkerhet.choices)
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("ansvarlig"),
    )  # fmt: skip
    aktiv = models.BooleanField(_("i bruk"), default=True)

    class Meta:
        verbose_name = _("tilskuddsordning")
        verbose_name_plural = _("tilskuddsordninger")
        ordering = ["navn"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Ordningsslag.values), name="ordninger_ordning_kjent_slag"
            ),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="ordninger_ordning_kjent_sikkerhet"
            ),
            models.CheckConstraint(
                condition=~Q(navn="") & ~Q(formaal="") & ~Q(kilde=""), name="ordninger_ordning_utfylt"
            ),
        ]

    def __str__(self) -> str:
        return self.navn
