"""A round: its year and version, the frame, the parameters, where it stands, its log and its days."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import AAPNE, FARGE, LAASTE, Fristslag, Rundetilstand, prosent, rundenavn
from regionalt.models.felles import Innsendt


class Runde(Innsendt):
    """One round of recommendations. The year and the version name it; version 0 is the ordinary one."""

    aar = models.PositiveSmallIntegerField(_("år"))
    utgave = models.PositiveSmallIntegerField(_("utgave"), default=0)
    bygger_paa = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="revisjoner", verbose_name=_("bygger på")
    )
    tilstand = models.CharField(
        _("status"), max_length=12, choices=Rundetilstand.choices, default=Rundetilstand.UTKAST
    )
    ramme = models.PositiveIntegerField(_("ramme for fylket"), null=True, blank=True)
    em_ramme = models.PositiveIntegerField(_("enslige mindreårige i rammen"), default=0)
    rammekilde = models.CharField(_("kilde for rammen"), max_length=200, blank=True, default="")
    grunntall = models.PositiveSmallIntegerField(
        _("grunntall"), default=0, validators=[MaxValueValidator(20)]
    )
    minstetall = models.PositiveSmallIntegerField(_("minstetall"), default=10)
    maks_utslag = models.DecimalField(
        _("største utslag av kriteriene"), max_digits=3, decimal_places=2, default="0.50",
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )  # fmt: skip
    baand = models.DecimalField(
        _("bånd mot forrige år"), max_digits=3, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )  # fmt: skip
    svar_stengt = models.DateTimeField(_("stengt for svar"), null=True, editable=False)
    grunnlag_hentet = models.DateTimeField(_("grunnlaget hentet"), null=True, editable=False)
    eksempel = models.BooleanField(_("eksempel"), default=False, editable=False)
    foreslaatt = models.DateTimeField(_("sendt til godkjenning"), null=True, editable=False)
    foreslaatt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("sendt til godkjenning av"),
    )  # fmt: skip
    godkjent = models.DateTimeField(_("godkjent"), null=True, editable=False)
    godkjent_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("godkjent av"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("bosettingsrunde")
        verbose_name_plural = _("bosettingsrunder")
        constraints = [
            models.UniqueConstraint(fields=["aar", "utgave"], name="bosetting_runde_en_av_hver"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Rundetilstand.values), name="bosetting_runde_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(ramme__isnull=True) | Q(em_ramme__lte=F("ramme")),
                name="bosetting_runde_em_i_rammen",
            ),
            models.CheckConstraint(
                condition=Q(utgave=0, bygger_paa__isnull=True) | Q(utgave__gt=0, bygger_paa__isnull=False),
                name="bosetting_runde_revidert_bygger_paa",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True) | ~Q(godkjent_av=F("foreslaatt_av")),
                name="bosetting_runde_to_personer",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=LAASTE, godkjent_av__isnull=False, godkjent__isnull=False)
                | Q(godkjent_av__isnull=True, godkjent__isnull=True) & ~Q(tilstand__in=LAASTE),
                name="bosetting_runde_anbefalt_er_godkjent",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=AAPNE) | Q(foreslaatt_av__isnull=False, ramme__isnull=False),
                name="bosetting_runde_foreslaatt_med_ramme",
            ),
        ]

    def __str__(self) -> str:
        return rundenavn(self.aar, self.utgave)

    @property
    def aapen(self) -> bool:
        """True while the county may write in it."""
        return self.tilstand in AAPNE

    @property
    def laast(self) -> bool:
        """True when it is approved: nothing in it changes any more, but where it stands."""
        return self.tilstand in LAASTE

    @property
    def tar_svar(self) -> bool:
        """True while municipalities may answer."""
        return self.tilstand == Rundetilstand.DIALOG and self.svar_stengt is None

    @property
    def utslag_prosent(self) -> int | None:
        """How much the criteria may move a municipality, in per cent."""
        return prosent(Decimal(self.maks_utslag))

    @property
    def baand_prosent(self) -> int | None:
        """How much the number may differ from last year's, in per cent; None: no such limit."""
        return prosent(self.baand)

    @property
    def farge(self) -> str:
        """Colour that underlines the status."""
        return FARGE[Rundetilstand(self.tilstand)]


class Rundehendelse(models.Model):
    """Who moved a round, when, and what they said. Written once."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="hendelser", verbose_name=_("runde"))
    til = models.CharField(_("til"), max_length=12, choices=Rundetilstand.choices)
    naar = models.DateTimeField(_("når"), default=timezone.now)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("hvem"))
    merknad = models.CharField(_("merknad"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("hendelse i runden")
        verbose_name_plural = _("hendelser i runden")

    def __str__(self) -> str:
        return f"{self.get_til_display()} {self.naar:%Y-%m-%d}"


class Rundefrist(Innsendt):
    """A day of the round: a task and an entry of the wheel, until it is done."""

    runde = models.ForeignKey(Runde, models.PROTECT, related_name="frister", verbose_name=_("runde"))
    slag = models.CharField(_("frist"), max_length=12, choices=Fristslag.choices)
    navn = models.CharField(_("hva"), max_length=120, blank=True, default="")
    dato = models.DateField(_("dato"))
    kilde = models.CharField(_("kilde"), max_length=300, blank=True, default="")
    gjort = models.DateField(_("gjort"), null=True, blank=True)

    class Meta:
        verbose_name = _("frist i runden")
        verbose_name_plural = _("frister i runden")
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=Fristslag.values), name="bosetting_frist_kjent_slag"),
            models.UniqueConstraint(
                fields=["runde", "slag"],
                condition=~Q(slag=Fristslag.ANNEN),
                name="bosetting_frist_en_av_hvert",
            ),
            models.CheckConstraint(
                condition=~Q(slag=Fristslag.ANNEN) | ~Q(navn=""), name="bosetting_frist_annen_har_navn"
            ),
        ]

    def __str__(self) -> str:
        return self.navn or str(self.get_slag_display())
