"""What a municipality answers, and how it was reminded."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Svarkanal, Svarstatus
from regionalt.models.felles import Innsendt


class Kommunesvar(Innsendt):
    """One answer. A draft is the municipality's own; a sent one stands, and a change is the next version."""

    runde = models.ForeignKey("bosetting.Runde", models.PROTECT, related_name="svar", verbose_name=_("runde"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    utgave = models.PositiveSmallIntegerField(_("utgave"), default=1)
    status = models.CharField(
        _("status"), max_length=8, choices=Svarstatus.choices, default=Svarstatus.UTKAST
    )
    kanal = models.CharField(
        _("hvordan svaret kom"), max_length=8, choices=Svarkanal.choices, default=Svarkanal.SKJEMA
    )
    antall = models.PositiveSmallIntegerField(_("antall uten forbehold"), null=True, blank=True)
    mer = models.PositiveSmallIntegerField(_("flere ved behov"), null=True, blank=True)
    em_under_15 = models.PositiveSmallIntegerField(_("enslige under 15 år"), null=True, blank=True)
    em_15_18 = models.PositiveSmallIntegerField(_("enslige 15–18 år"), null=True, blank=True)
    behov = models.CharField(_("det som trengs"), max_length=2000, blank=True, default="")
    mottatt = models.DateField(_("svaret mottatt"), null=True, blank=True)
    sendt = models.DateTimeField(_("sendt"), null=True, editable=False)
    sendt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("sendt av"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("svar fra kommunen")
        verbose_name_plural = _("svar fra kommunene")
        constraints = [
            models.UniqueConstraint(
                fields=["runde", "kommune", "utgave"], name="bosetting_svar_en_av_hver_utgave"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Svarstatus.values, kanal__in=Svarkanal.values),
                name="bosetting_svar_kjente_koder",
            ),
            models.CheckConstraint(
                condition=Q(status=Svarstatus.UTKAST, sendt__isnull=True, kanal=Svarkanal.SKJEMA)
                | Q(
                    status=Svarstatus.SENDT, sendt__isnull=False, sendt_av__isnull=False, antall__isnull=False
                ),
                name="bosetting_svar_sendt_med_tall",
            ),
            models.CheckConstraint(
                condition=~Q(kanal=Svarkanal.FYLKET) | Q(mottatt__isnull=False),
                name="bosetting_svar_registrert_med_dag",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kommune} {self.utgave}"

    @property
    def er_sendt(self) -> bool:
        """True when it stands."""
        return self.status == Svarstatus.SENDT


class Svarpurring(models.Model):
    """A reminder to answer: one a day at most; the message has the receipt."""

    runde = models.ForeignKey("bosetting.Runde", models.PROTECT, related_name="+", verbose_name=_("runde"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    dag = models.DateField(_("dag"), default=timezone.localdate)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("hvem"))
    melding = models.OneToOneField(
        "meldinger.Melding", models.PROTECT, related_name="+", verbose_name=_("melding")
    )

    class Meta:
        verbose_name = _("påminnelse om svar")
        verbose_name_plural = _("påminnelser om svar")
        constraints = [
            models.UniqueConstraint(fields=["runde", "kommune", "dag"], name="bosetting_purring_en_om_dagen")
        ]

    def __str__(self) -> str:
        return str(self.dag)


class Rundemoete(models.Model):
    """A dialogue meeting of the round with a municipality: the meeting itself is like all others."""

    runde = models.ForeignKey("bosetting.Runde", models.PROTECT, related_name="+", verbose_name=_("runde"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    moete = models.OneToOneField("moeter.Moete", models.PROTECT, related_name="+", verbose_name=_("møte"))

    class Meta:
        verbose_name = _("dialogmøte i runden")
        verbose_name_plural = _("dialogmøter i runden")

    def __str__(self) -> str:
        return str(self.pk)
