"""An application: what the applicant writes, what was sent, and what belongs to it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from tilskudd.gitt.models.utlysning import Utlysning
from tilskudd.gitt.models.valg import Budsjettslag, Kostnadsslag, Soeknadstilstand, Vedleggskrav


def hvem(ledetekst: Any, **mer: Any) -> Any:
    """Return a reference to a user."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=ledetekst, **mer
    )


class Soeknad(Versjonert):
    """One organisation's application to one call. Sent, it stands as it is (a trigger holds it)."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    utlysning = models.ForeignKey(
        Utlysning, models.PROTECT, related_name="soeknader", verbose_name=_("utlysning")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("søker")
    )
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Soeknadstilstand.choices, default=Soeknadstilstand.UTKAST
    )
    kontakt_navn = models.CharField(_("kontaktperson"), max_length=100, blank=True, default="")
    kontakt_epost = models.EmailField(_("e-post"), max_length=200, blank=True, default="")
    kontakt_telefon = models.CharField(_("telefon"), max_length=40, blank=True, default="")
    kontonummer = models.CharField(_("kontonummer"), max_length=11, blank=True, default="")
    demokratisk = models.BooleanField(_("velger styret sitt på årsmøte"), null=True, blank=True)
    medlemmer = models.PositiveIntegerField(_("antall medlemmer"), null=True, blank=True)
    tittel = models.CharField(_("navn på tiltaket"), max_length=120, blank=True, default="")
    beskrivelse = models.TextField(_("hva dere vil gjøre"), max_length=4000, blank=True, default="")
    maalgruppe = models.TextField(_("hvem tiltaket er for"), max_length=1000, blank=True, default="")
    deltakere = models.PositiveIntegerField(_("hvor mange dere regner med"), null=True, blank=True)
    start = models.DateField(_("oppstart"), null=True, blank=True)
    slutt = models.DateField(_("slutt"), null=True, blank=True)
    beloep = models.PositiveIntegerField(_("søknadsbeløp"), null=True, blank=True)
    sendt = models.DateTimeField(_("sendt"), null=True, blank=True)
    komplett_frist = models.DateField(_("frist for å komplettere"), null=True, blank=True)

    class Meta:
        verbose_name = _("søknad om tilskudd")
        verbose_name_plural = _("søknader om tilskudd")
        indexes = [
            models.Index(fields=["virksomhet", "-id"], name="gitt_soeknad_til"),
            models.Index(fields=["utlysning", "tilstand"], name="gitt_soeknad_utlysning"),
        ]
        constraints = [
            # whoever clicks twice, begins one
            models.UniqueConstraint(
                fields=["utlysning", "virksomhet"],
                condition=Q(tilstand="utkast"),
                name="gitt_soeknad_ett_utkast",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=Soeknadstilstand.values), name="gitt_soeknad_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=["utkast", "trukket"]) | Q(sendt__isnull=False, beloep__gt=0),
                name="gitt_soeknad_sendt_med_beloep",
            ),
            models.CheckConstraint(
                condition=Q(slutt__isnull=True) | Q(start__isnull=True) | Q(slutt__gte=F("start")),
                name="gitt_soeknad_slutt_etter_start",
            ),
        ]

    def __str__(self) -> str:
        return self.tittel or str(self.utlysning)

    @property
    def aapen(self) -> bool:
        """True while the applicant may write in it."""
        return self.tilstand in (Soeknadstilstand.UTKAST, Soeknadstilstand.AAPNET)


class Budsjettlinje(models.Model):
    """A cost, or where money comes from beside what is applied for."""

    soeknad = models.ForeignKey(Soeknad, models.CASCADE, related_name="budsjett", verbose_name=_("søknad"))
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    slag = models.CharField(_("slag"), max_length=10, choices=Budsjettslag.choices)
    kostnad = models.CharField(
        _("slag kostnad"), max_length=20, choices=Kostnadsslag.choices, blank=True, default=""
    )
    tekst = models.CharField(_("hva"), max_length=160)
    beloep = models.PositiveIntegerField(_("beløp"))

    class Meta:
        verbose_name = _("budsjettlinje")
        verbose_name_plural = _("budsjettlinjer")
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nummer"], name="gitt_budsjettlinje_ett_nummer"),
            models.CheckConstraint(
                condition=Q(slag="kostnad", kostnad__in=Kostnadsslag.values)
                | Q(slag__in=["egen", "stat", "andre"], kostnad=""),
                name="gitt_budsjettlinje_slag",
            ),
        ]

    def __str__(self) -> str:
        return self.tekst


class Innsending(models.Model):
    """What was sent, as it was: once when it is applied, again each time it is completed. Written once."""

    soeknad = models.ForeignKey(
        Soeknad, models.PROTECT, related_name="innsendinger", verbose_name=_("søknad")
    )
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    tid = models.DateTimeField(_("sendt"), default=timezone.now)
    av = hvem(_("sendt av"))
    innhold = models.JSONField(_("innhold"))

    class Meta:
        verbose_name = _("innsending")
        verbose_name_plural = _("innsendinger")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nummer"], name="gitt_innsending_ett_nummer")
        ]

    def __str__(self) -> str:
        return f"{self.nummer}"


class Soeknadsvedlegg(models.Model):
    """A file of an application, and which of the call's demands it answers."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="vedlegg", verbose_name=_("søknad"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    krav = models.CharField(_("hva det er"), max_length=20, choices=Vedleggskrav.choices)

    class Meta:
        verbose_name = _("vedlegg til søknad")
        verbose_name_plural = _("vedlegg til søknader")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(krav__in=Vedleggskrav.values), name="gitt_vedlegg_kjent_krav")
        ]

    def __str__(self) -> str:
        return self.get_krav_display()
