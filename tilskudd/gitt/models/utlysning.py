"""A call: what may be applied for, by whom, within which limits. The limits are data, each call its own."""

from __future__ import annotations

import uuid
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from tilskudd.gitt.models.valg import (
    Kostnadsslag,
    Soekerslag,
    Utbetalingsregel,
    Utlysningstilstand,
    Vedleggskrav,
)


def _flere(ledetekst: Any, **mer: Any) -> Any:
    return ArrayField(models.CharField(max_length=20), verbose_name=ledetekst, default=list, **mer)


@pghistory.track(model_name="UtlysningHendelse")
class Utlysning(Versjonert):
    """A call of a scheme. Amounts are whole kroner; an empty limit is no limit."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    ordning = models.ForeignKey(
        "ordninger.Ordning", models.PROTECT, related_name="+", verbose_name=_("ordning")
    )
    navn = models.CharField(_("navn"), max_length=160)
    tekst = models.TextField(_("utlysningstekst"), max_length=6000)
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Utlysningstilstand.choices, default=Utlysningstilstand.UTKAST
    )
    soekere = _flere(_("hvem kan søke"))
    fra = models.DateField(_("tilskuddet gjelder fra"))
    til = models.DateField(_("tilskuddet gjelder til og med"))
    frist = models.DateField(_("søknadsfrist"), null=True, blank=True)
    ramme = models.PositiveIntegerField(_("ramme"))
    andel = models.PositiveSmallIntegerField(
        _("høyeste andel av kostnadene i prosent"), null=True, blank=True
    )
    minst = models.PositiveIntegerField(_("minste beløp"), null=True, blank=True)
    mest = models.PositiveIntegerField(_("høyeste beløp"), null=True, blank=True)
    dekker = _flere(_("kostnader tilskuddet dekker"))
    vedleggskrav = _flere(_("vedlegg som må følge søknaden"), blank=True)
    krever_register = models.BooleanField(_("må stå i Frivillighetsregisteret"), default=False)
    krever_demokrati = models.BooleanField(_("må være demokratisk bygd opp"), default=False)
    start_innen = models.PositiveSmallIntegerField(
        _("må starte innen så mange måneder"), null=True, blank=True
    )
    kan_fravikes = _flere(_("krav som kan fravikes med begrunnelse"), blank=True)
    utbetaling = models.CharField(
        _("utbetaling"), max_length=6, choices=Utbetalingsregel.choices, default=Utbetalingsregel.FOER
    )
    foerste_del = models.PositiveSmallIntegerField(_("første del i prosent"), default=100)
    rapportfrist = models.DateField(_("frist for rapport og regnskap"))
    kilde = models.CharField(_("kilde"), max_length=500)
    eksempel = models.BooleanField(
        _("eksempel"), default=False, help_text=_("Beløp og datoer er hentet fra en annen utlysning.")
    )

    class Meta:
        verbose_name = _("utlysning")
        verbose_name_plural = _("utlysninger")
        indexes = [models.Index(fields=["tilstand", "frist"], name="gitt_utlysning_aapne")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tilstand__in=Utlysningstilstand.values), name="gitt_utlysning_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(soekere__contained_by=Soekerslag.values) & ~Q(soekere=[]),
                name="gitt_utlysning_kjente_soekere",
            ),
            models.CheckConstraint(
                condition=Q(dekker__contained_by=Kostnadsslag.values) & ~Q(dekker=[]),
                name="gitt_utlysning_kjente_kostnader",
            ),
            models.CheckConstraint(
                condition=Q(vedleggskrav__contained_by=Vedleggskrav.values),
                name="gitt_utlysning_kjente_vedlegg",
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="gitt_utlysning_til_etter_fra"),
            models.CheckConstraint(condition=Q(ramme__gt=0), name="gitt_utlysning_har_ramme"),
            models.CheckConstraint(
                condition=Q(andel__isnull=True) | Q(andel__gte=1, andel__lte=100), name="gitt_utlysning_andel"
            ),
            models.CheckConstraint(
                condition=Q(minst__isnull=True) | Q(mest__isnull=True) | Q(mest__gte=F("minst")),
                name="gitt_utlysning_minst_og_mest",
            ),
            models.CheckConstraint(
                condition=Q(utbetaling="foer", foerste_del=100)
                | Q(utbetaling="etter", foerste_del=0)
                | Q(utbetaling="delt", foerste_del__gte=1, foerste_del__lte=99),
                name="gitt_utlysning_foerste_del",
            ),
            models.CheckConstraint(condition=~Q(kilde="") & ~Q(navn=""), name="gitt_utlysning_utfylt"),
        ]

    def __str__(self) -> str:
        return self.navn


class Kriterium(models.Model):
    """What applications are assessed by, and how much it weighs. Stands from the call is open."""

    utlysning = models.ForeignKey(
        Utlysning, models.CASCADE, related_name="kriterier", verbose_name=_("utlysning")
    )
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    navn = models.CharField(_("kriterium"), max_length=160)
    vekt = models.PositiveSmallIntegerField(_("vekt i prosent"))

    class Meta:
        verbose_name = _("kriterium")
        verbose_name_plural = _("kriterier")
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["utlysning", "nummer"], name="gitt_kriterium_ett_nummer"),
            models.CheckConstraint(condition=Q(vekt__gte=1, vekt__lte=100), name="gitt_kriterium_vekt"),
        ]

    def __str__(self) -> str:
        return self.navn
