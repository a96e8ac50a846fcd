"""Fixed weekly slots, from which meetings are made."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Ukedag
from integrering.utveksling.moeter.models.moete import Deltakelse, deltakelse_constraints


class FastTid(Versjonert):
    """The same weekday and time each week, by the clock in Oslo, from a day and perhaps to one."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    eier = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("eier"))
    type = Kodekolonne(_("type møte"), liste=MOETETYPE)
    tittel = models.CharField(_("tittel"), max_length=120)
    ukedag = models.PositiveSmallIntegerField(_("ukedag"), choices=Ukedag.choices)
    klokkeslett = models.TimeField(_("klokkeslett"))
    varighet = models.PositiveSmallIntegerField(
        _("varighet"), help_text=_("Minutter."), validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    videolenke = models.URLField(_("videolenke"), max_length=500, blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opprettet av")
    )

    class Meta:
        verbose_name = _("fast tid")
        verbose_name_plural = _("faste tider")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="moeter_fasttid_til_etter_fra"
            ),
            models.CheckConstraint(
                condition=Q(ukedag__range=(1, 7), varighet__range=(5, 600)),
                name="moeter_fasttid_dag_og_varighet",
            ),
            models.CheckConstraint(
                condition=Q(videolenke="") | Q(videolenke__startswith="https://"),
                name="moeter_fasttid_videolenke_https",
            ),
        ]
        indexes = [models.Index(fields=["eier", "ukedag", "klokkeslett"], name="moeter_fasttid_eier")]

    def __str__(self) -> str:
        return self.tittel


class FastDeltaker(Deltakelse):
    """Takes part in each meeting of the slot."""

    fast_tid = models.ForeignKey(
        FastTid, models.CASCADE, related_name="deltakere", verbose_name=_("fast tid")
    )

    class Meta:
        verbose_name = _("fast deltaker")
        verbose_name_plural = _("faste deltakere")
        constraints = deltakelse_constraints("fast_tid")


class FastUnntak(models.Model):
    """A day without the meeting."""

    fast_tid = models.ForeignKey(FastTid, models.CASCADE, related_name="unntak", verbose_name=_("fast tid"))
    dato = models.DateField(_("dato"))
    grunn = models.CharField(_("begrunnelse"), max_length=300)

    class Meta:
        verbose_name = _("unntak fra fast tid")
        verbose_name_plural = _("unntak fra faste tider")
        constraints = [models.UniqueConstraint(fields=["fast_tid", "dato"], name="moeter_unntak_en_gang")]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
