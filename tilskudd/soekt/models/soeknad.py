"""An application of the county, from draft to closed."""

from __future__ import annotations

import uuid
from typing import Any

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from tilskudd.soekt.models.utlysning import Utlysning


class Tilstand(models.TextChoices):
    """Where an application stands."""

    UTKAST = "utkast", _("Utkast")
    KLAR = "klar", _("Klar til godkjenning")
    SENDT = "sendt", _("Sendt")
    INNVILGET = "innvilget", _("Innvilget")
    AVSLAATT = "avslaatt", _("Avslått")
    I_GANG = "i_gang", _("I gang")
    RAPPORTERT = "rapportert", _("Rapportert")
    AVSLUTTET = "avsluttet", _("Avsluttet")
    TRUKKET = "trukket", _("Trukket")


def _hvem(navn: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=navn,
    )


def _tekst(navn: Any, maks: int = 4000) -> models.TextField[str, str]:
    return models.TextField(navn, max_length=maks, blank=True, default="")


@pghistory.track(model_name="SoeknadHendelse")
class Soeknad(Versjonert):
    """An application. What may change when, and by whom, is held by `sql/vern.sql`. Whole kroner."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    utlysning = models.ForeignKey(
        Utlysning, models.PROTECT, related_name="soeknader", verbose_name=_("utlysning")
    )
    tilstand = models.CharField(_("status"), max_length=10, choices=Tilstand.choices, default=Tilstand.UTKAST)
    ansvarlig = _hvem(_("ansvarlig"))
    opprettet_av = _hvem(_("opprettet av"))
    # kept by a trigger: all who have written in the draft or in what belongs to it; none of them approves
    skrevet_av = ArrayField(
        models.BigIntegerField(), verbose_name=_("skrevet av"), default=list, editable=False
    )

    tittel = models.CharField(_("tiltak"), max_length=200)
    tiltak = _tekst(_("hva skal gjøres"))
    formaal = _tekst(_("formål"), 2000)
    maalgruppe = _tekst(_("målgruppe"), 2000)
    deltakere = models.PositiveSmallIntegerField(_("deltakere"), null=True, blank=True)
    fra = models.DateField(_("første dag"), null=True, blank=True)
    til = models.DateField(_("siste dag"), null=True, blank=True)

    klar_av = _hvem(_("klar av"))
    klar_tid = models.DateTimeField(_("klar"), null=True, editable=False)
    soekt_beloep = models.PositiveIntegerField(_("søkt beløp"), null=True, editable=False)
    godkjent_av = _hvem(_("godkjent av"))
    godkjent_tid = models.DateTimeField(_("godkjent"), null=True, editable=False)
    grunn = models.CharField(_("begrunnelse"), max_length=500, blank=True, default="")

    sendt_av = _hvem(_("sendt av"))
    sendt_dato = models.DateField(_("sendt"), null=True)
    sendt_grunn = models.CharField(_("hvorfor sendt med mangler"), max_length=500, blank=True, default="")
    kvittering = models.CharField(_("kvittering"), max_length=80, blank=True, default="")

    vedtatt = models.DateField(_("vedtatt"), null=True)
    vedtak_av = _hvem(_("vedtaket ført av"))
    innvilget = models.PositiveIntegerField(_("innvilget"), null=True)
    vedtak_vilkaar = _tekst(_("vilkår i vedtaket"))
    vedtak_ref = models.CharField(_("referanse"), max_length=80, blank=True, default="")
    rapportfrist = models.DateField(_("rapportfrist"), null=True, blank=True)
    startet = models.DateField(_("startet"), null=True)

    rapport_gjort = _tekst(_("hva er gjort"))
    rapport_resultater = _tekst(_("resultater"))
    rapport_erfaringer = _tekst(_("erfaringer"))
    rapportert = models.DateField(_("rapportert"), null=True)
    rapportert_av = _hvem(_("rapportert av"))
    rapport_kvittering = models.CharField(_("kvittering"), max_length=80, blank=True, default="")

    avsluttet = models.DateField(_("avsluttet"), null=True)
    avsluttet_av = _hvem(_("avsluttet av"))
    tilbakebetalt = models.PositiveIntegerField(_("tilbakebetalt"), null=True)

    class Meta:
        verbose_name = _("søknad om tilskudd")
        verbose_name_plural = _("søknader om tilskudd")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tilstand__in=Tilstand.values), name="soekt_soeknad_kjent_tilstand"
            ),
            models.CheckConstraint(condition=~Q(tittel=""), name="soekt_soeknad_har_tittel"),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(fra__isnull=False, til__gte=F("fra")),
                name="soekt_soeknad_periode",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True)
                | (~Q(godkjent_av=F("klar_av")) & ~Q(godkjent_av=F("opprettet_av"))),
                name="soekt_soeknad_fire_oeyne",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=["utkast", "klar", "trukket"])
                | Q(godkjent_av__isnull=False, sendt_dato__isnull=False, soekt_beloep__isnull=False),
                name="soekt_soeknad_sendt_av_noen",
            ),
            models.CheckConstraint(
                condition=Q(innvilget__isnull=True) | Q(innvilget__gt=0), name="soekt_soeknad_innvilget"
            ),
            models.CheckConstraint(
                condition=~Q(tilstand__in=["innvilget", "i_gang", "rapportert", "avsluttet"])
                | Q(innvilget__isnull=False, vedtatt__isnull=False),
                name="soekt_soeknad_har_vedtak",
            ),
        ]
        indexes = [models.Index(fields=["utlysning"], name="soekt_soeknad_utlysning")]

    def __str__(self) -> str:
        return self.tittel

    @property
    def aapen(self) -> bool:
        """True while its content may be written."""
        return self.tilstand == Tilstand.UTKAST
