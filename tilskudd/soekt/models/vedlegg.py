"""The evidence: files that hang on an application."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.vedlegg.models import Vedlegg
from tilskudd.soekt.models.bruk import Bruk
from tilskudd.soekt.models.innhold import Partner
from tilskudd.soekt.models.soeknad import Soeknad


class Vedleggsslag(models.TextChoices):
    """What a file shows."""

    INTENSJONSAVTALE = "avtale", _("Intensjonsavtale")
    VILKAAR = "vilkaar", _("Dokumentasjon av vilkår")
    SOEKNAD = "soeknad", _("Søknaden slik den ble sendt")
    KVITTERING = "kvittering", _("Kvittering for innsending")
    VEDTAK = "vedtak", _("Vedtaksbrev")
    BILAG = "bilag", _("Bilag")
    RAPPORT = "rapport", _("Rapport")
    ANNET = "annet", _("Annet")


class Soeknadsvedlegg(models.Model):
    """A file of an application, and what it is for. Locked when the application is sent."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="vedlegg", verbose_name=_("søknad"))
    vedlegg = models.OneToOneField(Vedlegg, models.PROTECT, related_name="+", verbose_name=_("vedlegg"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    slag = models.CharField(_("hva filen er"), max_length=10, choices=Vedleggsslag.choices)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="vedlegg", verbose_name=_("partner")
    )
    bruk = models.ForeignKey(
        Bruk, models.PROTECT, null=True, blank=True, related_name="vedlegg", verbose_name=_("bruk")
    )

    class Meta:
        verbose_name = _("vedlegg til søknad")
        verbose_name_plural = _("vedlegg til søknader")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Vedleggsslag.values), name="soekt_soeknadsvedlegg_kjent_slag"
            )
        ]

    def __str__(self) -> str:
        return str(self.vedlegg)
