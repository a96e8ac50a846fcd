"""How the county and a municipality carry the guidance out together."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from karriere.kodeverk import Forslagsstatus, Samtaleslag
from karriere.models.senter import Senter
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Opplegg(Innsendt):
    """What is agreed with one municipality: place, days, interpreter, who attends."""

    kommune = models.OneToOneField(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    ukedager = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("ukedager"), default=list, blank=True
    )
    tolk = models.CharField(_("tolk"), max_length=500, blank=True, default="")
    deltar = models.CharField(_("hvem deltar"), max_length=500, blank=True, default="")
    transport = models.CharField(_("reise og rom"), max_length=500, blank=True, default="")
    merknad = models.CharField(_("annet"), max_length=1000, blank=True, default="")
    avtalt = models.DateField(_("avtalt"), null=True, blank=True)

    class Meta:
        verbose_name = _("opplegg med kommunen")
        verbose_name_plural = _("opplegg med kommunene")
        constraints = [
            models.CheckConstraint(
                condition=Q(ukedager__contained_by=[1, 2, 3, 4, 5, 6, 7]), name="karriere_opplegg_ukedager"
            ),
            uten_nummer("karriere_opplegg_uten_nummer", "sted", "tolk", "deltar", "transport", "merknad"),
        ]

    def __str__(self) -> str:
        return str(self.kommune_id)


class Oppleggsforslag(Innsendt):
    """Times a municipality proposes: the county says yes, and makes a session, or no, and why."""

    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    slag = models.CharField(
        _("slag"), max_length=12, choices=Samtaleslag.choices, default=Samtaleslag.INDIVIDUELL
    )
    start = models.DateTimeField(_("fra"))
    slutt = models.DateTimeField(_("til"))
    antall = models.PositiveSmallIntegerField(_("antall deltakere"))
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    merknad = models.CharField(_("merknad"), max_length=500, blank=True, default="")
    status = models.CharField(
        _("status"), max_length=8, choices=Forslagsstatus.choices, default=Forslagsstatus.VENTER
    )
    svar = models.CharField(_("svar"), max_length=500, blank=True, default="")
    besvart = models.DateField(_("besvart"), null=True, blank=True)
    samtale = models.ForeignKey(
        "karriere.Samtale", models.PROTECT, null=True, related_name="+", verbose_name=_("samtale")
    )
    senter = models.ForeignKey(
        Senter, models.PROTECT, null=True, related_name="+", verbose_name=_("karrieresenter")
    )

    class Meta:
        verbose_name = _("forslag til tid")
        verbose_name_plural = _("forslag til tider")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Forslagsstatus.values, slag__in=Samtaleslag.values),
                name="karriere_forslag_kjente_koder",
            ),
            models.CheckConstraint(condition=Q(slutt__gt=F("start")), name="karriere_forslag_slutt"),
            models.CheckConstraint(condition=Q(antall__range=(1, 50)), name="karriere_forslag_antall"),
            models.CheckConstraint(
                condition=Q(status=Forslagsstatus.VENTER, besvart__isnull=True)
                | Q(~Q(status=Forslagsstatus.VENTER), besvart__isnull=False),
                name="karriere_forslag_besvart",
            ),
            uten_nummer("karriere_forslag_uten_nummer", "sted", "merknad", "svar"),
        ]
        indexes = [models.Index(fields=["kommune", "start"], name="karriere_forslag_kommune")]

    def __str__(self) -> str:
        return f"{self.start:%d.%m.%Y}"
