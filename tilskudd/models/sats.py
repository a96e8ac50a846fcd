"""Rates: data with source and status, never numbers in code."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilskudd.rules.ordninger import Ordning


class Satsstatus(models.TextChoices):
    """How sure a rate is. Only an adopted one becomes a number in an approved run."""

    VEDTATT = "vedtatt", _("Vedtatt")
    FORSLAG = "forslag", _("Forslag")
    UBEKREFTET = "ubekreftet", _("Ubekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


ORDNINGER = [
    (Ordning.P_AR.value, _("Persontilskudd, ordinær målgruppe")),
    (Ordning.P37D.value, _("Persontilskudd, kollektiv beskyttelse (§ 37 d)")),
]
_NOEKKEL = ["ordning", "aar_nr", "landgruppe", "budsjettaar"]


def kjent_noekkel() -> Q:
    """Return the combinations that exist: three years with country group, or one year without."""
    return Q(ordning="P-AR", aar_nr__in=[1, 2, 3], landgruppe__in=["H", "L"]) | Q(
        ordning="P37D", aar_nr=1, landgruppe=""
    )


class Satsnoekkel(models.Model):
    """What a rate is for."""

    ordning = models.CharField(_("ordning"), max_length=4, choices=ORDNINGER)
    aar_nr = models.PositiveSmallIntegerField(_("år nr."), help_text=_("1, 2 eller 3; alltid 1 for § 37 d."))
    landgruppe = models.CharField(
        _("landgruppe"), max_length=1, blank=True, default="", choices=[("H", _("Høy")), ("L", _("Lav"))],
        help_text=_("Høy eller lav sats; tom for § 37 d."),
    )  # fmt: skip
    budsjettaar = models.PositiveSmallIntegerField(
        _("budsjettår"), help_text=_("Kalenderåret tilskuddsåret begynner i.")
    )
    beloep = models.PositiveIntegerField(_("beløp"), help_text=_("Hele kroner for et helt tilskuddsår."))
    status = models.CharField(_("status"), max_length=12, choices=Satsstatus.choices)

    class Meta:
        abstract = True

    @property
    def kode(self) -> str:
        """IMDi's grant code: «P-AR1-H», «P37D-AR1»."""
        if self.ordning == Ordning.P37D:
            return f"P37D-AR{self.aar_nr}"
        return f"{self.ordning}{self.aar_nr}-{self.landgruppe}"


@pghistory.track(model_name="SatsHendelse")
class Sats(Satsnoekkel):
    """A rate. An example may stand beside a real one of the same key: it is used in demonstrations only."""

    kilde = models.CharField(_("kilde"), max_length=500, help_text=_("Hvor beløpet er lest."))

    class Meta:
        verbose_name = _("sats")
        verbose_name_plural = _("satser")
        ordering = ["-budsjettaar", "ordning", "aar_nr", "landgruppe"]
        constraints = [
            models.UniqueConstraint(
                fields=_NOEKKEL, condition=~Q(status="eksempel"), name="tilskudd_sats_en_per_noekkel"
            ),
            models.UniqueConstraint(
                fields=_NOEKKEL,
                condition=Q(status="eksempel"),
                name="tilskudd_sats_ett_eksempel_per_noekkel",
            ),
            models.CheckConstraint(condition=kjent_noekkel(), name="tilskudd_sats_kjent_noekkel"),
            models.CheckConstraint(
                condition=Q(status__in=Satsstatus.values), name="tilskudd_sats_kjent_status"
            ),
            models.CheckConstraint(
                condition=Q(beloep__gt=0, beloep__lte=10_000_000), name="tilskudd_sats_beloep"
            ),
            models.CheckConstraint(
                condition=Q(budsjettaar__gte=2000, budsjettaar__lte=2100), name="tilskudd_sats_budsjettaar"
            ),
            models.CheckConstraint(condition=~Q(kilde=""), name="tilskudd_sats_har_kilde"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.budsjettaar}"


class Kjoeringssats(Satsnoekkel):
    """A rate as a run read it. Pinned: what the rate becomes later changes nothing in the run."""

    kjoering = models.ForeignKey(
        "tilskudd.Kjoering", models.CASCADE, related_name="satser", verbose_name=_("kjøring")
    )
    brukt = models.BooleanField(_("brukt"), default=False)

    class Meta:
        verbose_name = _("sats i kjøring")
        verbose_name_plural = _("satser i kjøring")
        constraints = [
            models.UniqueConstraint(
                fields=["kjoering", *_NOEKKEL], name="tilskudd_kjoeringssats_en_per_noekkel"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.budsjettaar}"
