"""After the decision: payments, report, reclaim. Held by triggers (`sql/oppfoelging.sql`)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilskudd.gitt.models.soeknad import Soeknad, hvem


class Utbetaling(models.Model):
    """A part of a grant: registered by one, approved by another; then it stands."""

    soeknad = models.ForeignKey(
        Soeknad, models.PROTECT, related_name="utbetalinger", verbose_name=_("søknad")
    )
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    beloep = models.PositiveIntegerField(_("beløp"))
    konto = models.CharField(_("kontonummer"), max_length=11)
    registrert_av = hvem(_("registrert av"))
    registrert = models.DateTimeField(_("registrert"), default=timezone.now)
    godkjent_av = hvem(_("godkjent av"), null=True)
    godkjent = models.DateTimeField(_("godkjent"), null=True)
    forkastet = models.BooleanField(_("forkastet"), default=False)

    class Meta:
        verbose_name = _("utbetaling av tilskudd")
        verbose_name_plural = _("utbetalinger av tilskudd")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nummer"], name="gitt_utbetaling_ett_nummer"),
            models.CheckConstraint(
                condition=Q(beloep__gt=0) & (Q(forkastet=False) | Q(godkjent__isnull=True)),
                name="gitt_utbetaling_beloep",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True, godkjent__isnull=True)
                | Q(godkjent_av__isnull=False, godkjent__isnull=False)
                & ~Q(godkjent_av=models.F("registrert_av")),
                name="gitt_utbetaling_to_personer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}"


class Rapport(models.Model):
    """What came of it, and what was used. Sent by the applicant, controlled by the county."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="rapporter", verbose_name=_("søknad"))
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    gjennomfoert = models.TextField(_("hva dere gjorde"), max_length=4000)
    resultat = models.TextField(_("hva det førte til"), max_length=4000)
    deltakere = models.PositiveIntegerField(_("deltakere"))
    kostnader = models.PositiveIntegerField(_("kostnader i alt"))
    brukt = models.PositiveIntegerField(_("brukt av tilskuddet"))
    av = hvem(_("sendt av"))
    sendt = models.DateTimeField(_("sendt"), default=timezone.now)
    godkjent = models.BooleanField(_("godkjent"), null=True)
    merknad = models.TextField(_("merknad"), max_length=2000, blank=True, default="")
    kontrollert_av = hvem(_("kontrollert av"), null=True)
    kontrollert = models.DateTimeField(_("kontrollert"), null=True)

    class Meta:
        verbose_name = _("rapport om tilskudd")
        verbose_name_plural = _("rapporter om tilskudd")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nummer"], name="gitt_rapport_ett_nummer"),
            models.CheckConstraint(
                condition=Q(godkjent__isnull=True, kontrollert__isnull=True, kontrollert_av__isnull=True)
                | Q(godkjent__isnull=False, kontrollert__isnull=False, kontrollert_av__isnull=False),
                name="gitt_rapport_kontrollert",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}"


class Krav(models.Model):
    """A demand that a grant is paid back: proposed by one, decided by another, and what came in."""

    soeknad = models.OneToOneField(Soeknad, models.PROTECT, related_name="krav", verbose_name=_("søknad"))
    beloep = models.PositiveIntegerField(_("beløp"))
    grunn = models.TextField(_("begrunnelse"), max_length=2000)
    frist = models.DateField(_("betalingsfrist"))
    foreslaatt_av = hvem(_("foreslått av"))
    foreslaatt = models.DateTimeField(_("foreslått"), default=timezone.now)
    vedtatt_av = hvem(_("vedtatt av"), null=True)
    vedtatt = models.DateTimeField(_("vedtatt"), null=True)
    brev = models.ForeignKey("brev.Brev", models.PROTECT, null=True, related_name="+", verbose_name=_("brev"))
    betalt = models.DateField(_("betalt tilbake"), null=True)
    betalt_av = hvem(_("registrert betalt av"), null=True)

    class Meta:
        verbose_name = _("krav om tilbakebetaling")
        verbose_name_plural = _("krav om tilbakebetaling")
        constraints = [
            models.CheckConstraint(condition=Q(beloep__gt=0) & ~Q(grunn=""), name="gitt_krav_utfylt"),
            models.CheckConstraint(
                condition=Q(vedtatt_av__isnull=True, vedtatt__isnull=True, betalt__isnull=True)
                | Q(vedtatt_av__isnull=False, vedtatt__isnull=False)
                & ~Q(vedtatt_av=models.F("foreslaatt_av")),
                name="gitt_krav_to_personer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.beloep}"
