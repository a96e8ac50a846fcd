"""Networks: who takes part in their job, and which meetings are theirs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from regionalt.forebygging.models.felles import til_etter_fra
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Nettverk(Innsendt):
    """A network of those who work against negative social control. Its meetings stand among the meetings."""

    navn = models.CharField(_("navn"), max_length=120, unique=True)
    formaal = models.TextField(_("formål"), max_length=1000)
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("nettverk")
        verbose_name_plural = _("nettverk")
        constraints = [uten_nummer("forebygging_nettverk_uten_nummer", "navn", "formaal")]

    def __str__(self) -> str:
        return self.navn


class Nettverksmedlem(Innsendt):
    """An organisation in a network, and who takes part for it in their job."""

    nettverk = models.ForeignKey(
        Nettverk, models.PROTECT, related_name="medlemmer", verbose_name=_("nettverk")
    )
    organisasjon = models.CharField(_("organisasjon"), max_length=120)
    navn = models.CharField(_("navn"), max_length=100)
    stilling = models.CharField(_("stilling"), max_length=100, blank=True, default="")
    epost = models.EmailField(_("e-post"), blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("medlem av nettverk")
        verbose_name_plural = _("medlemmer av nettverk")
        constraints = [
            til_etter_fra("forebygging_medlem_til_etter_fra"),
            uten_nummer("forebygging_medlem_uten_nummer", "organisasjon", "navn", "stilling"),
        ]

    def __str__(self) -> str:
        return f"{self.navn}, {self.organisasjon}"


class Nettverksmoete(Innsendt):
    """A meeting that is the network's: who may see it, is the meeting's own business."""

    nettverk = models.ForeignKey(Nettverk, models.PROTECT, related_name="moeter", verbose_name=_("nettverk"))
    moete = models.OneToOneField(
        "moeter.Moete", models.PROTECT, related_name="forebyggingsnettverk", verbose_name=_("møte")
    )

    class Meta:
        verbose_name = _("møte i nettverk")
        verbose_name_plural = _("møter i nettverk")

    def __str__(self) -> str:
        return f"{self.moete_id}"
