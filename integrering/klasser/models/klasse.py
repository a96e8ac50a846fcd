"""A class of adult education."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.klasser.kodeverk import KLASSENIVAA
from integrering.nir.models.felt import Koderfelt


@pghistory.track(model_name="KlasseHendelse")
class Klasse(Versjonert):
    """Those who are taught together in a period. Holds nothing about a single participant."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    navn = models.CharField(_("navn"), max_length=80)
    nivaa = Kodekolonne(_("nivå eller spor"), liste=KLASSENIVAA)
    moduler = Koderfelt(
        _("opplæring"), liste="modul", help_text=_("Det klassen får timer i (forskriften § 53 g og h).")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"))
    sted = models.CharField(_("sted"), max_length=120, blank=True, default="")
    kontakt = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kontakt"),
        help_text=_("Den som følger opp klassen, og får oppgaven om timer og fravær."),
    )

    class Meta:
        verbose_name = _("klasse")
        verbose_name_plural = _("klasser")
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="klasser_klasse_til_etter_fra"),
            models.CheckConstraint(condition=~Q(navn=""), name="klasser_klasse_har_navn"),
            models.CheckConstraint(condition=~Q(moduler=[]), name="klasser_klasse_har_opplaering"),
            models.UniqueConstraint(fields=["virksomhet", "navn", "fra"], name="klasser_klasse_en_av_navnet"),
        ]

    def __str__(self) -> str:
        return self.navn
