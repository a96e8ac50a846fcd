"""A measure of the cooperation, of any theme."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.kodeverk import Tema
from regionalt.models.felles import Innsendt


class Tiltaksstatus(models.TextChoices):
    """Where a measure stands."""

    PLANLAGT = "planlagt", _("Planlagt")
    I_GANG = "i_gang", _("I gang")
    FULLFOERT = "fullfoert", _("Fullført")
    AVBRUTT = "avbrutt", _("Avbrutt")


class Samarbeidstiltak(Innsendt):
    """What is done together with whom, and what came of it."""

    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    tittel = models.CharField(_("tiltak"), max_length=120)
    beskrivelse = models.CharField(_("beskrivelse"), max_length=1000, blank=True, default="")
    partnere = models.CharField(_("samarbeidspartnere"), max_length=300, blank=True, default="")
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ansvarlig")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Tiltaksstatus.choices, default=Tiltaksstatus.PLANLAGT
    )
    resultat = models.CharField(_("resultat"), max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = _("samarbeidstiltak")
        verbose_name_plural = _("samarbeidstiltak")
        constraints = [
            models.CheckConstraint(condition=Q(tema__in=Tema.values), name="samarbeid_tiltak_kjent_tema"),
            models.CheckConstraint(
                condition=Q(status__in=Tiltaksstatus.values), name="samarbeid_tiltak_kjent_status"
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="samarbeid_tiltak_til_etter_fra"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["fullfoert", "avbrutt"]) | ~Q(resultat=""),
                name="samarbeid_tiltak_ferdig_med_resultat",
            ),
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def ferdig(self) -> bool:
        """True when nothing more is to be done."""
        return self.status in (Tiltaksstatus.FULLFOERT, Tiltaksstatus.AVBRUTT)

    @property
    def farge(self) -> str:
        """Colour that underlines the status."""
        return {"i_gang": "info", "fullfoert": "success"}.get(self.status, "neutral")
