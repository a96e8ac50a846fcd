"""What schools offer, their classes, and who has the main responsibility for a combination class."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.nir.models.felt import Koderfelt
from opplaering.kodeverk import HOVEDANSVAR, HOVEDANSVARSGRUNN, UNDERVISNING, UTDANNINGSPROGRAM


@pghistory.track(model_name="UtdanningstilbudHendelse")
class Utdanningstilbud(Versjonert):
    """A programme a school offers."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    skole = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("skole"))
    program = Kodekolonne(_("utdanningsprogram"), liste=UTDANNINGSPROGRAM)
    navn = models.CharField(
        _("tilbud"), max_length=120, help_text=_("For eksempel «Vg1 helse- og oppvekstfag».")
    )
    for_voksne = models.BooleanField(
        _("for voksne"), default=False, help_text=_("Tilrettelagt for voksne (opplæringslova kapittel 18).")
    )
    aktiv = models.BooleanField(_("tas det inn nye"), default=True)

    class Meta:
        verbose_name = _("utdanningstilbud")
        verbose_name_plural = _("utdanningstilbud")
        constraints = [
            models.CheckConstraint(condition=~Q(navn=""), name="opplaering_tilbud_har_navn"),
            models.UniqueConstraint(fields=["skole", "navn"], name="opplaering_tilbud_ett_av_navnet"),
        ]

    def __str__(self) -> str:
        return self.navn


@pghistory.track(model_name="SkoleklasseHendelse")
class Skoleklasse(Versjonert):
    """A class at a school, in a period. Holds nothing about a single pupil."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    skole = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("skole"))
    tilbud = models.ForeignKey(
        Utdanningstilbud,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="klasser",
        verbose_name=_("tilbud"),
    )
    navn = models.CharField(_("klasse"), max_length=80)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"))
    kombinasjonsklasse = models.BooleanField(
        _("kombinasjonsklasse"), default=False,
        help_text=_("Grunnskole og videregående samtidig (integreringsloven § 30)."),
    )  # fmt: skip
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kommune"), help_text=_("Kommunen som gir grunnskoledelen."),
    )  # fmt: skip
    undervisning = Koderfelt(
        _("timer og fravær føres i"), liste=UNDERVISNING, help_text=_("Forskriften §§ 53 g og 59.")
    )
    kontakt = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kontakt"), help_text=_("Den på skolen som fører timer og fravær."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("klasse på skole")
        verbose_name_plural = _("klasser på skoler")
        constraints = [
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="opplaering_klasse_til_etter_fra"),
            models.CheckConstraint(condition=~Q(navn=""), name="opplaering_klasse_har_navn"),
            models.CheckConstraint(condition=~Q(undervisning=[]), name="opplaering_klasse_har_undervisning"),
            models.CheckConstraint(
                condition=Q(kombinasjonsklasse=True) | Q(kommune__isnull=True),
                name="opplaering_klasse_kommune_i_kombinasjon",
            ),
            models.UniqueConstraint(fields=["skole", "navn", "fra"], name="opplaering_klasse_en_av_navnet"),
        ]

    def __str__(self) -> str:
        return self.navn


class Hovedansvar(models.Model):
    """The recorded decision on a combination class (§ 30). Written once; the newest from a day is what holds.

    `uavklart` means the county has it, unless something else is agreed (integreringsloven § 30).
    """

    klasse = models.ForeignKey(
        Skoleklasse, models.PROTECT, related_name="hovedansvar", verbose_name=_("klasse")
    )
    ansvar = Kodekolonne(_("hovedansvar"), liste=HOVEDANSVAR)
    grunn = Kodekolonne(_("bygger på"), liste=HOVEDANSVARSGRUNN)
    begrunnelse = models.CharField(_("begrunnelse"), max_length=500)
    fra = models.DateField(_("gjelder fra"))
    bestemt = models.DateField(_("bestemt"), help_text=_("Dagen det ble bestemt eller avtalt."))
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))

    class Meta:
        verbose_name = _("hovedansvar for kombinasjonsklasse")
        verbose_name_plural = _("hovedansvar for kombinasjonsklasser")
        indexes = [models.Index(fields=["klasse", "fra", "id"], name="opplaering_hovedansvar_fra")]
        constraints = [
            models.CheckConstraint(condition=~Q(begrunnelse=""), name="opplaering_hovedansvar_begrunnet")
        ]

    def __str__(self) -> str:
        return f"{self.fra:%d.%m.%Y}"
