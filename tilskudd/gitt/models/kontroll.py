"""What the county finds and notes about an application. All of it is written once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilskudd.gitt.models.soeknad import Soeknad, hvem


class Registerkontroll(models.Model):
    """Someone looked an organisation up in Frivillighetsregisteret: there is no look-up from here."""

    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    registrert = models.BooleanField(_("står i Frivillighetsregisteret"))
    dato = models.DateField(_("kontrollert dato"))
    hvor = models.CharField(_("hvor det er kontrollert"), max_length=200)
    av = hvem(_("kontrollert av"))
    tid = models.DateTimeField(_("registrert"), default=timezone.now)

    class Meta:
        verbose_name = _("kontroll mot register")
        verbose_name_plural = _("kontroller mot register")
        indexes = [models.Index(fields=["virksomhet", "-dato", "-id"], name="gitt_registerkontroll_siste")]
        constraints = [models.CheckConstraint(condition=~Q(hvor=""), name="gitt_registerkontroll_hvor")]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"


class Fravik(models.Model):
    """A condition that is not met is set aside, with a reason, where the call allows it."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="fravik", verbose_name=_("søknad"))
    kontroll = models.CharField(_("krav"), max_length=20)
    grunn = models.TextField(_("begrunnelse"), max_length=1000)
    av = hvem(_("av"))
    tid = models.DateTimeField(_("når"), default=timezone.now)

    class Meta:
        verbose_name = _("fravik")
        verbose_name_plural = _("fravik")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "kontroll"], name="gitt_fravik_ett_per_krav"),
            models.CheckConstraint(condition=~Q(grunn=""), name="gitt_fravik_begrunnet"),
        ]

    def __str__(self) -> str:
        return self.kontroll


class Logglinje(models.Model):
    """What happened to an application, and who did it. The code is written out in the reader's language."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="logg", verbose_name=_("søknad"))
    tid = models.DateTimeField(_("når"), default=timezone.now)
    av = hvem(_("av"))
    hva = models.CharField(_("hva"), max_length=20)
    tekst = models.TextField(_("begrunnelse"), max_length=2000, blank=True, default="")

    class Meta:
        verbose_name = _("hendelse i søknad")
        verbose_name_plural = _("hendelser i søknader")
        indexes = [models.Index(fields=["soeknad", "-id"], name="gitt_logglinje_soeknad")]

    def __str__(self) -> str:
        return self.hva
