"""A municipality in a round: what the county has said about it, and the figures the round uses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import ANMODNING, BOSATT, FOLKETALL, VEDTAK, Indikator, Merke
from integrering.grunnmur import kroner, visning
from integrering.grunnmur.samtidighet import Versjonert


class RundeKommune(Versjonert):
    """What the county puts in for a municipality. What is empty here is taken from its own answer."""

    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="kommuner", verbose_name=_("runde")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    spurt = models.BooleanField(_("bør spørres"), default=True)
    spurt_grunn = models.CharField(_("hvorfor ikke"), max_length=500, blank=True, default="")
    oenske_min = models.PositiveSmallIntegerField(_("ønsker minst"), null=True, blank=True)
    oenske_max = models.PositiveSmallIntegerField(_("ønsker høyst"), null=True, blank=True)
    kapasitet = models.PositiveSmallIntegerField(_("kapasitet"), null=True, blank=True)
    ekstra = models.PositiveSmallIntegerField(_("flere ved behov"), null=True, blank=True)
    em_under_15 = models.PositiveSmallIntegerField(_("enslige under 15 år"), null=True, blank=True)
    em_15_18 = models.PositiveSmallIntegerField(_("enslige 15–18 år"), null=True, blank=True)
    saerskilt_minst = models.PositiveSmallIntegerField(_("eget minstetall"), null=True, blank=True)
    saerskilt = models.CharField(_("særskilte forhold"), max_length=500, blank=True, default="")
    laas = models.PositiveSmallIntegerField(_("låst tall"), null=True, blank=True)
    laas_grunn = models.CharField(_("hvorfor låst"), max_length=500, blank=True, default="")
    merknad = models.CharField(_("merknad"), max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = _("kommune i runden")
        verbose_name_plural = _("kommuner i runden")
        constraints = [
            models.UniqueConstraint(fields=["runde", "kommune"], name="bosetting_rundekommune_en_gang"),
            models.CheckConstraint(
                condition=Q(spurt=True) | ~Q(spurt_grunn=""), name="bosetting_rundekommune_ikke_spurt_grunn"
            ),
            models.CheckConstraint(
                condition=Q(laas__isnull=True) | ~Q(laas_grunn=""), name="bosetting_rundekommune_laas_grunn"
            ),
            models.CheckConstraint(
                condition=Q(saerskilt_minst__isnull=True) | ~Q(saerskilt=""),
                name="bosetting_rundekommune_saerskilt_grunn",
            ),
            models.CheckConstraint(
                condition=Q(oenske_min__isnull=True)
                | Q(oenske_max__isnull=True)
                | Q(oenske_min__lte=F("oenske_max")),
                name="bosetting_rundekommune_oenske",
            ),
        ]

    def __str__(self) -> str:
        return str(self.kommune)


class Grunnlagstall(models.Model):
    """A figure or a judgement as it was when the round took it in: the calculation can be done again."""

    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="grunnlag", verbose_name=_("runde")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    indikator = models.CharField(_("hva"), max_length=30)
    verdi = models.DecimalField(_("verdi"), max_digits=12, decimal_places=3, null=True)
    merke = models.CharField(_("merke"), max_length=12, choices=Merke.choices)
    aar = models.PositiveSmallIntegerField(_("år"), null=True)
    tekst = models.CharField(_("tekst"), max_length=1000, blank=True, default="")
    kilde = models.CharField(_("kilde"), max_length=300)
    hentet = models.DateField(_("hentet"), null=True)

    class Meta:
        verbose_name = _("tall i grunnlaget")
        verbose_name_plural = _("tall i grunnlaget")
        constraints = [
            models.UniqueConstraint(
                fields=["runde", "kommune", "indikator"], name="bosetting_grunnlagstall_ett_av_hvert"
            ),
            models.CheckConstraint(condition=Q(merke__in=Merke.values), name="bosetting_grunnlagstall_merke"),
            models.CheckConstraint(
                condition=Q(merke=Merke.VERDI, verdi__isnull=False)
                | ~Q(merke=Merke.VERDI) & Q(verdi__isnull=True),
                name="bosetting_grunnlagstall_verdi_eller_merke",
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def navn(self) -> str:
        """What it counts, in words."""
        andre = {
            FOLKETALL: _("Folketall"),
            ANMODNING: _("Forrige anmodning"),
            VEDTAK: _("Forrige vedtak"),
            BOSATT: _("Bosatt forrige gang"),
            Indikator.FLYTTING_UT: _("Flyktninger som flyttet ut"),
            Indikator.FLYTTING_INN: _("Flyktninger som flyttet inn"),
        }
        return str(andre.get(self.indikator) or Indikator(self.indikator).label)

    @property
    def skrevet(self) -> str:
        """The figure as people write it, «218 460» or «64,2»; nothing when there is none."""
        if self.verdi is None:
            return ""
        return kroner.tall(int(self.verdi)) if self.verdi % 1 == 0 else visning.desimal(self.verdi)
