"""Assessment by two, decision by a third, complaint. Held by triggers (`sql/vedtak.sql`)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilskudd.gitt.models.soeknad import Soeknad, hvem
from tilskudd.gitt.models.utlysning import Kriterium


class Anbefaling(models.TextChoices):
    """What an assessor advises."""

    INNVILG = "innvilg", _("Gi tilskudd")
    AVSLAA = "avslaa", _("Avslå")
    AVVIS = "avvis", _("Avvise: kan ikke behandles")


class Utfall(models.TextChoices):
    """What is decided."""

    INNVILGET = "innvilget", _("Innvilget")
    DELVIS = "delvis", _("Delvis innvilget")
    AVSLAG = "avslag", _("Avslag")
    AVVIST = "avvist", _("Avvist")


class Vurdering(models.Model):
    """One assessor's own view in one round, hidden from the other until both are delivered (a policy)."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="vurderinger", verbose_name=_("søknad"))
    runde = models.PositiveSmallIntegerField(_("runde"))
    av = hvem(_("vurdert av"))
    habil = models.BooleanField(
        _("habil"), help_text=_("Forvaltningsloven § 6: ingen tilknytning til søkeren eller tiltaket.")
    )
    anbefaling = models.CharField(
        _("anbefaling"), max_length=10, choices=Anbefaling.choices, blank=True, default=""
    )
    beloep = models.PositiveIntegerField(_("anbefalt beløp"), default=0)
    begrunnelse = models.TextField(_("begrunnelse"), max_length=3000)
    levert = models.DateTimeField(_("levert"), default=timezone.now)

    class Meta:
        verbose_name = _("vurdering")
        verbose_name_plural = _("vurderinger")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "runde", "av"], name="gitt_vurdering_en_per_vurderer"),
            models.CheckConstraint(condition=~Q(begrunnelse=""), name="gitt_vurdering_begrunnet"),
            models.CheckConstraint(
                condition=Q(habil=False, anbefaling="", beloep=0)
                | Q(habil=True, anbefaling="innvilg", beloep__gt=0)
                | Q(habil=True, anbefaling__in=["avslaa", "avvis"], beloep=0),
                name="gitt_vurdering_anbefaling",
            ),
        ]

    def __str__(self) -> str:
        return self.get_anbefaling_display()


class Poeng(models.Model):
    """How well an application answers one criterion, from 1 to 5."""

    vurdering = models.ForeignKey(
        Vurdering, models.PROTECT, related_name="poeng", verbose_name=_("vurdering")
    )
    kriterium = models.ForeignKey(Kriterium, models.PROTECT, related_name="+", verbose_name=_("kriterium"))
    poeng = models.PositiveSmallIntegerField(_("poeng"))

    class Meta:
        verbose_name = _("poeng")
        verbose_name_plural = _("poeng")
        constraints = [
            models.UniqueConstraint(fields=["vurdering", "kriterium"], name="gitt_poeng_ett_per_kriterium"),
            models.CheckConstraint(condition=Q(poeng__gte=1, poeng__lte=5), name="gitt_poeng_en_til_fem"),
        ]

    def __str__(self) -> str:
        return f"{self.poeng}"


class Vedtak(models.Model):
    """A decision. Written once; the decision of a complaint is a new round, and the last one counts."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="vedtak", verbose_name=_("søknad"))
    runde = models.PositiveSmallIntegerField(_("runde"))
    utfall = models.CharField(_("utfall"), max_length=10, choices=Utfall.choices)
    beloep = models.PositiveIntegerField(_("beløp"))
    begrunnelse = models.TextField(
        _("begrunnelse"), max_length=3000, help_text=_("Forvaltningsloven §§ 24, 25.")
    )
    vilkaar = models.TextField(_("vilkår"), max_length=2000, blank=True, default="")
    av = hvem(_("vedtatt av"))
    tid = models.DateTimeField(_("vedtatt"), default=timezone.now)
    brev = models.ForeignKey(
        "brev.Brev", models.PROTECT, null=True, related_name="+", verbose_name=_("vedtaksbrev")
    )

    class Meta:
        verbose_name = _("vedtak om tilskudd")
        verbose_name_plural = _("vedtak om tilskudd")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "runde"], name="gitt_vedtak_ett_per_runde"),
            models.CheckConstraint(condition=~Q(begrunnelse=""), name="gitt_vedtak_begrunnet"),
            models.CheckConstraint(
                condition=Q(utfall__in=["innvilget", "delvis"], beloep__gt=0)
                | Q(utfall__in=["avslag", "avvist"], beloep=0),
                name="gitt_vedtak_beloep",
            ),
        ]

    def __str__(self) -> str:
        return self.get_utfall_display()


class Klage(models.Model):
    """A complaint on a decision: it opens the next round. Written once but for where it ends."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="klager", verbose_name=_("søknad"))
    runde = models.PositiveSmallIntegerField(_("runden klagen åpner"))
    mottatt = models.DateField(_("mottatt"))
    rettidig = models.BooleanField(_("innen tre uker"), help_text=_("Forvaltningsloven § 29."))
    tekst = models.TextField(_("klagen"), max_length=4000)
    av = hvem(_("registrert av"))
    tid = models.DateTimeField(_("registrert"), default=timezone.now)
    oversendt = models.DateField(_("sendt til klageinstansen"), null=True, blank=True)

    class Meta:
        verbose_name = _("klage")
        verbose_name_plural = _("klager")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "runde"], name="gitt_klage_en_per_runde"),
            models.CheckConstraint(condition=~Q(tekst="") & Q(runde__gte=2), name="gitt_klage_utfylt"),
        ]

    def __str__(self) -> str:
        return f"{self.mottatt:%d.%m.%Y}"
