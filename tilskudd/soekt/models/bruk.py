"""What the granted money became: what it was spent on, who took part, what others can learn."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from tilskudd.soekt.models.innhold import Budsjettlinje
from tilskudd.soekt.models.soeknad import Soeknad


class Bruk(models.Model):
    """An amount spent. Never changed: one that is wrong is annulled with a reason. Whole kroner."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="bruk", verbose_name=_("søknad"))
    dato = models.DateField(_("dato"))
    linje = models.ForeignKey(
        Budsjettlinje, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("budsjettpost"), help_text=_("Tom: utenfor budsjettet."),
    )  # fmt: skip
    beloep = models.PositiveIntegerField(_("beløp"))
    leverandoer = models.CharField(_("leverandør"), max_length=120, blank=True, default="")
    hva = models.CharField(_("hva pengene gikk til"), max_length=300)
    utenfor_formaalet = models.BooleanField(_("utenfor formålet"), default=False)
    grunn = models.CharField(_("hvorfor utenfor"), max_length=300, blank=True, default="")
    registrert = models.DateTimeField(_("ført"), auto_now_add=True)
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ført av")
    )
    annullert = models.DateTimeField(_("annullert"), null=True, editable=False)
    annullert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("annullert av")
    )
    annullert_grunn = models.CharField(_("hvorfor annullert"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("bruk av tilskudd")
        verbose_name_plural = _("bruk av tilskudd")
        ordering = ["dato", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beloep__gt=0, beloep__lte=1_000_000_000) & ~Q(hva=""), name="soekt_bruk_utfylt"
            ),
            models.CheckConstraint(
                condition=Q(utenfor_formaalet=False, linje__isnull=False) | ~Q(grunn=""),
                name="soekt_bruk_utenfor_har_grunn",
            ),
            models.CheckConstraint(
                condition=Q(annullert__isnull=True, annullert_av__isnull=True, annullert_grunn="")
                | (Q(annullert__isnull=False, annullert_av__isnull=False) & ~Q(annullert_grunn="")),
                name="soekt_bruk_annullert_av_noen",
            ),
        ]
        indexes = [models.Index(fields=["soeknad", "dato"], name="soekt_bruk_soeknad")]

    def __str__(self) -> str:
        return self.hva


class Nivaa(models.TextChoices):
    """How far the participants are."""

    VG1 = "vg1", _("Vg1")
    VG2 = "vg2", _("Vg2")
    LAERETID = "laeretid", _("Læretid eller Vg3")
    ANNET = "annet", _("Annet løp")


class Kjoenn(models.TextChoices):
    """How participants are counted."""

    KVINNE = "kvinne", _("Kvinner")
    MANN = "mann", _("Menn")


class Resultat(models.Model):
    """How many took part and completed, by level and sex. Never who."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="resultater", verbose_name=_("søknad"))
    nivaa = models.CharField(_("nivå"), max_length=10, choices=Nivaa.choices)
    kjoenn = models.CharField(_("kjønn"), max_length=8, choices=Kjoenn.choices)
    deltakere = models.PositiveSmallIntegerField(_("deltakere"))
    fullfoert = models.PositiveSmallIntegerField(_("fullført"), default=0)

    class Meta:
        verbose_name = _("resultat")
        verbose_name_plural = _("resultater")
        constraints = [
            models.UniqueConstraint(fields=["soeknad", "nivaa", "kjoenn"], name="soekt_resultat_ett"),
            models.CheckConstraint(
                condition=Q(nivaa__in=Nivaa.values, kjoenn__in=Kjoenn.values), name="soekt_resultat_kjent"
            ),
            models.CheckConstraint(
                condition=Q(fullfoert__lte=F("deltakere")), name="soekt_resultat_fullfoert"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nivaa} {self.kjoenn}"


class Metode(Versjonert):
    """Something that worked, written so that others can do it."""

    soeknad = models.ForeignKey(Soeknad, models.PROTECT, related_name="metoder", verbose_name=_("søknad"))
    tittel = models.CharField(_("metode"), max_length=120)
    beskrivelse = models.TextField(_("slik gjøres det"), max_length=4000)
    passer_for = models.CharField(_("hvem kan bruke den"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("metode")
        verbose_name_plural = _("metoder")
        ordering = ["tittel", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(tittel="") & ~Q(beskrivelse=""), name="soekt_metode_utfylt")
        ]

    def __str__(self) -> str:
        return self.tittel
