"""A measure that leads to a goal, and where it has stood over time."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer
from regionalt.planer.models.plan import Maal


class Tiltaksstatus(models.TextChoices):
    """Where a measure stands."""

    IKKE_STARTET = "ikke_startet", _("Ikke startet")
    I_GANG = "i_gang", _("I gang")
    FORSINKET = "forsinket", _("Forsinket")
    GJENNOMFOERT = "gjennomfoert", _("Gjennomført")
    STANSET = "stanset", _("Stanset")


class Plantiltak(Innsendt):
    """What is done, by whom, for how much, and how it is measured. `status` is that of the latest row."""

    maal = models.ForeignKey(Maal, models.PROTECT, related_name="tiltak", verbose_name=_("mål"))
    tittel = models.CharField(_("tiltak"), max_length=150)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kommune"), help_text=_("Tomt: hele fylket."),
    )  # fmt: skip
    beskrivelse = models.TextField(_("beskrivelse"), max_length=2000, blank=True, default="")
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ansvarlig")
    )
    utfoerer = models.CharField(_("hvem gjør det"), max_length=150, blank=True, default="")
    partnere = models.CharField(_("samarbeidspartnere"), max_length=300, blank=True, default="")
    kroner = models.PositiveBigIntegerField(_("kroner"), null=True, blank=True)
    finansiering = models.CharField(_("hvor pengene kommer fra"), max_length=200, blank=True, default="")
    indikator = models.CharField(_("indikator"), max_length=200, blank=True, default="")
    utgangspunkt = models.CharField(_("utgangspunkt"), max_length=60, blank=True, default="")
    maaltall = models.CharField(_("måltall"), max_length=60, blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=15, choices=Tiltaksstatus.choices, default=Tiltaksstatus.IKKE_STARTET
    )
    status_dato = models.DateField(_("statusdato"), null=True, blank=True)

    class Meta:
        verbose_name = _("tiltak i plan")
        verbose_name_plural = _("tiltak i planer")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Tiltaksstatus.values), name="planer_tiltak_kjent_status"
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="planer_tiltak_til_etter_fra"
            ),
            models.CheckConstraint(
                condition=Q(kroner__isnull=True) | ~Q(finansiering=""), name="planer_tiltak_penger_med_kilde"
            ),
            uten_nummer(
                "planer_tiltak_uten_nummer", "tittel", "beskrivelse", "utfoerer", "partnere", "finansiering",
                "indikator", "utgangspunkt", "maaltall",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.tittel

    @property
    def ferdig(self) -> bool:
        """True when nothing more is to be done."""
        return self.status in (Tiltaksstatus.GJENNOMFOERT, Tiltaksstatus.STANSET)

    @property
    def farge(self) -> str:
        """Colour that underlines the status."""
        return statusfarge(self.status)


class Statusrad(Innsendt):
    """Where a measure stood on a day, as somebody wrote it. Never changed; a new row comes after it."""

    tiltak = models.ForeignKey(Plantiltak, models.PROTECT, related_name="statuser", verbose_name=_("tiltak"))
    status = models.CharField(_("status"), max_length=15, choices=Tiltaksstatus.choices)
    dato = models.DateField(_("dato"))
    merknad = models.CharField(_("merknad"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("status for tiltak")
        verbose_name_plural = _("statuser for tiltak")
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Tiltaksstatus.values), name="planer_status_kjent"),
            uten_nummer("planer_status_uten_nummer", "merknad"),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.dato}"

    @property
    def farge(self) -> str:
        """Colour that underlines the status."""
        return statusfarge(self.status)


def statusfarge(status: str) -> str:
    """Return the colour that underlines a status."""
    farger = {"i_gang": "info", "forsinket": "warning", "gjennomfoert": "success"}
    return farger.get(status, "neutral")
