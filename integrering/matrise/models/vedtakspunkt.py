"""What a municipal council or an audit decided, and what came of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.matrise.kodeverk import ORGAN
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.oppgaver.models.punkt import Punkt, tilstand_i_orden


class Vedtakspunkt(Punkt):
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
    sendt = models.DateField(_("svaret sendt"), null=True, blank=True)
    sendt_til = models.CharField(_("sendt til"), max_length=120, blank=True, default="")

    class Meta:
        verbose_name = _("vedtakspunkt")
        verbose_name_plural = _("vedtakspunkter")
        constraints = [
            tilstand_i_orden("matrise_punkt_tilstand"),
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
