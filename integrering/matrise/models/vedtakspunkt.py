"""What a municipal council or an audit decided, and what came of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.rules.ansvar import Tjeneste


class Punkttilstand(models.TextChoices):
    """Where a point stands."""

    AAPEN = "aapen", _("Ikke gjort")
    GJORT = "gjort", _("Gjort")
    UTGAAR = "utgaar", _("Utgår")


class Vedtakspunkt(Versjonert):
    """One point: what was decided, what is done, who does it and when, and when the answer was sent."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    bilde = models.ForeignKey(
        "matrise.Oeyeblikksbilde",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="punkter",
        verbose_name=_("øyeblikksbilde"),
    )
    organ = Kodekolonne(_("vedtatt av"), liste=ORGAN)
    sak = models.CharField(_("sak"), max_length=40, blank=True, default="")
    vedtatt = models.DateField(_("vedtatt"))
    tekst = models.CharField(_("vedtakspunkt"), max_length=1000)
    tiltak = models.CharField(_("tiltak"), max_length=1000, blank=True, default="")
    tjeneste = models.CharField(_("ansvarlig tjeneste"), max_length=30)
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarlig person"),
    )
    frist = models.DateField(_("frist"), null=True, blank=True)
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Punkttilstand.choices, default=Punkttilstand.AAPEN
    )
    grunn = models.CharField(_("begrunnelse"), max_length=300, blank=True, default="")
    avsluttet = models.DateTimeField(_("avsluttet"), null=True, editable=False)
    avsluttet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("avsluttet av"),
    )
    sendt = models.DateField(_("svaret sendt"), null=True, blank=True)
    sendt_til = models.CharField(_("sendt til"), max_length=120, blank=True, default="")

    class Meta:
        verbose_name = _("vedtakspunkt")
        verbose_name_plural = _("vedtakspunkter")
        constraints = [
            models.CheckConstraint(
                condition=Q(tilstand="aapen", avsluttet__isnull=True, avsluttet_av__isnull=True, grunn="")
                | Q(tilstand="gjort", avsluttet__isnull=False, avsluttet_av__isnull=False)
                | Q(tilstand="utgaar", avsluttet__isnull=False, avsluttet_av__isnull=False) & ~Q(grunn=""),
                name="matrise_punkt_tilstand",
            ),
            models.CheckConstraint(
                condition=Q(sendt__isnull=True, sendt_til="") | Q(sendt__isnull=False) & ~Q(sendt_til=""),
                name="matrise_punkt_sendt_til_noen",
            ),
            models.CheckConstraint(
                condition=Q(tjeneste__in=[hvem.value for hvem in Tjeneste]),
                name="matrise_punkt_kjent_tjeneste",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kommune", "frist", "id"], condition=Q(tilstand="aapen"), name="matrise_punkt_aapne"
            )
        ]

    def __str__(self) -> str:
        return str(self.noekkel)

    @property
    def aapen(self) -> bool:
        """True while somebody has to do it."""
        return self.tilstand == Punkttilstand.AAPEN

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return {"aapen": "info", "gjort": "success"}.get(self.tilstand, "neutral")


class Vedtaksvedlegg(models.Model):
    """A file that shows what was done: seen by all who see the point."""

    punkt = models.ForeignKey(
        Vedtakspunkt, models.PROTECT, related_name="vedlegg", verbose_name=_("vedtakspunkt")
    )
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("dokumentasjon til vedtakspunkt")
        verbose_name_plural = _("dokumentasjon til vedtakspunkter")

    def __str__(self) -> str:
        return str(self.pk)
