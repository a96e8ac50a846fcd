"""Networks: standing groups of those who work with the same in the municipalities."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.kodeverk import Tema
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Nettverk(Innsendt):
    """A network the county runs. Its meetings are events of the kind «nettverksmøte»."""

    navn = models.CharField(_("navn"), max_length=120, unique=True)
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    formaal = models.TextField(_("formål"), max_length=2000)
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("nettverk")
        verbose_name_plural = _("nettverk")
        constraints = [
            models.CheckConstraint(condition=Q(tema__in=Tema.values), name="kompetanse_nettverk_kjent_tema"),
            uten_nummer("kompetanse_nettverk_uten_nummer", "navn", "formaal"),
        ]

    def __str__(self) -> str:
        return self.navn


class Nettverksmedlem(Innsendt):
    """A municipality or another in a network, perhaps with who takes part in their job.

    Two years after the membership the name is taken out; the row is counted on.
    """

    nettverk = models.ForeignKey(
        Nettverk, models.PROTECT, related_name="medlemmer", verbose_name=_("nettverk")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet")
    )
    organisasjon = models.CharField(_("organisasjon"), max_length=120, blank=True, default="")
    navn = models.CharField(_("navn"), max_length=120, blank=True, default="")
    stilling = models.CharField(_("stilling"), max_length=120, blank=True, default="")
    epost = models.EmailField(_("e-post i jobben"), blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    navnet_slettet = models.DateTimeField(_("navnet slettet"), null=True, editable=False)

    class Meta:
        verbose_name = _("medlem av nettverk")
        verbose_name_plural = _("medlemmer av nettverk")
        constraints = [
            models.CheckConstraint(
                condition=Q(virksomhet__isnull=False, organisasjon="")
                | Q(virksomhet__isnull=True) & ~Q(organisasjon=""),
                name="kompetanse_medlem_hvorfra",
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="kompetanse_medlem_til_etter_fra"
            ),
            uten_nummer("kompetanse_medlem_uten_nummer", "organisasjon", "navn", "stilling"),
        ]

    def __str__(self) -> str:
        return self.hvorfra

    @property
    def hvorfra(self) -> str:
        """The organisation, from the register or as written."""
        return str(self.virksomhet) if self.virksomhet is not None else self.organisasjon
