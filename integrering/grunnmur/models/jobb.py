"""The job: what, for whom, how far, and how it went."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Tilstand(models.TextChoices):
    """Where a job stands."""

    VENTER = "venter", _("Venter")
    KJOERER = "kjoerer", _("Kjører")
    FERDIG = "ferdig", _("Ferdig")
    FEILET = "feilet", _("Feilet")
    AVBRUTT = "avbrutt", _("Avbrutt")


LEVENDE = (Tilstand.VENTER, Tilstand.KJOERER)
EN_PER_NOEKKEL = "grunnmur_jobb_en_levende_per_noekkel"


class Jobb(models.Model):
    """Work done in the background. A worker holds it on a lease that its heartbeat renews."""

    id = models.UUIDField(_("jobbnummer"), primary_key=True, default=uuid.uuid4, editable=False)
    slag = models.CharField(_("slag"), max_length=60)
    tittel = models.CharField(_("tittel"), max_length=200)
    parametre = models.JSONField(_("parametre"), default=dict, help_text=_("Aldri personopplysninger."))
    noekkel = models.CharField(
        _("nøkkel"),
        max_length=120,
        blank=True,
        default="",
        help_text=_("To levende jobber deler aldri nøkkel."),
    )
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet")
    )
    tilstand = models.CharField(
        _("tilstand"), max_length=10, choices=Tilstand.choices, default=Tilstand.VENTER
    )
    steg = models.CharField(_("steg"), max_length=200, blank=True, default="")
    gjort = models.PositiveIntegerField(_("gjort"), default=0)
    av_i_alt = models.PositiveIntegerField(_("av i alt"), default=0)
    resultat = models.JSONField(_("resultat"), default=dict, blank=True)
    resultat_url = models.CharField(_("resultatside"), max_length=200, blank=True, default="")
    feil = models.TextField(_("feil"), blank=True, default="")
    forsoek = models.PositiveSmallIntegerField(_("forsøk"), default=0)
    leie = models.UUIDField(_("leie"), null=True, editable=False)
    leie_til = models.DateTimeField(_("leie til"), null=True, editable=False)
    avbryt = models.BooleanField(_("avbryt"), default=False)
    opprettet = models.DateTimeField(_("opprettet"), default=timezone.now)
    startet = models.DateTimeField(_("startet"), null=True)
    ferdig = models.DateTimeField(_("ferdig"), null=True)

    class Meta:
        verbose_name = _("jobb")
        verbose_name_plural = _("jobber")
        ordering = ["-opprettet"]
        constraints = [
            models.UniqueConstraint(
                fields=["noekkel"],
                condition=~Q(noekkel="") & Q(tilstand__in=["venter", "kjoerer"]),
                name=EN_PER_NOEKKEL,
            )
        ]
        indexes = [
            models.Index(
                fields=["leie_til"],
                condition=Q(tilstand__in=["venter", "kjoerer"]),
                name="grunnmur_jobb_levende",
            )
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def lever(self) -> bool:
        """True until it is done, failed or cancelled."""
        return self.tilstand in LEVENDE

    @property
    def prosent(self) -> int:
        """How far, 0 to 100."""
        if self.tilstand == Tilstand.FERDIG:
            return 100
        return min(99, 100 * self.gjort // self.av_i_alt) if self.av_i_alt else 0
