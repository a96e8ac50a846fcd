"""A snapshot: how the registrations of a municipality stood at the end of a day. Written once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.matrise.rules.bilde import Telling


class Oeyeblikksbilde(models.Model):
    """The snapshot: which municipality, which day, for whom. The database refuses every change."""

    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    dato = models.DateField(_("dato"))
    tittel = models.CharField(_("tittel"), max_length=120)
    mottaker = models.CharField(_("laget for"), max_length=120, blank=True, default="")
    personer = models.PositiveIntegerField(_("personer"))
    laget = models.DateTimeField(_("laget"), db_default=Now(), editable=False)
    laget_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("laget av")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("laget hos")
    )
    sha256 = models.CharField(_("kontrollsum"), max_length=64)

    class Meta:
        verbose_name = _("øyeblikksbilde")
        verbose_name_plural = _("øyeblikksbilder")
        constraints = [
            models.UniqueConstraint(fields=["kommune", "dato"], name="matrise_bilde_ett_per_dag"),
        ]

    def __str__(self) -> str:
        return self.tittel


class Bildelinje(models.Model):
    """One item under one column of the law: who was responsible, and how many persons stood where."""

    bilde = models.ForeignKey(
        Oeyeblikksbilde, models.PROTECT, related_name="linjer", verbose_name=_("øyeblikksbilde")
    )
    registrering = models.CharField(_("registrering"), max_length=40)
    plass = models.PositiveSmallIntegerField(_("plass på sjekklisten"))
    kolonne = models.CharField(_("regelverk"), max_length=30, blank=True, default="")
    ansvarlig = models.CharField(_("ansvarlig tjeneste"), max_length=30)
    registrert = models.PositiveIntegerField(_("registrert"))
    delvis = models.PositiveIntegerField(_("delvis"))
    mangler = models.PositiveIntegerField(_("mangler"))
    gjelder_ikke = models.PositiveIntegerField(_("gjelder ikke"))
    ukjent = models.PositiveIntegerField(_("kan ikke avgjøres"))

    class Meta:
        verbose_name = _("linje i øyeblikksbilde")
        verbose_name_plural = _("linjer i øyeblikksbilder")
        constraints = [
            models.UniqueConstraint(
                fields=["bilde", "registrering", "kolonne"], name="matrise_linje_en_per_punkt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registrering} ({self.kolonne})"

    @property
    def telling(self) -> Telling:
        """The counts as a value."""
        return Telling(self.registrert, self.delvis, self.mangler, self.gjelder_ikke, self.ukjent)


class Bildeperson(models.Model):
    """How one person stood: what two snapshots are compared by. Seen by who sees the person."""

    bilde = models.ForeignKey(
        Oeyeblikksbilde, models.PROTECT, related_name="rader", verbose_name=_("øyeblikksbilde")
    )
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    kolonne = models.CharField(_("regelverk"), max_length=30, blank=True, default="")
    tilstander = models.JSONField(_("tilstander"), help_text=_("Registrering og tilstand, som koder."))

    class Meta:
        verbose_name = _("person i øyeblikksbilde")
        verbose_name_plural = _("personer i øyeblikksbilder")
        constraints = [
            models.UniqueConstraint(fields=["bilde", "person"], name="matrise_bildeperson_en_gang"),
            models.CheckConstraint(condition=~Q(tilstander={}), name="matrise_bildeperson_ikke_tom"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
