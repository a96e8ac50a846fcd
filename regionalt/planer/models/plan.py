"""A plan for qualification of immigrants, and its goals (integreringsloven § 4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Planslag(models.TextChoices):
    """What kind of plan it is."""

    KVALIFISERING = "kvalifisering", _("Kvalifiseringsplan")
    TEMAPLAN = "temaplan", _("Sektor- eller temaplan")
    KAPITTEL = "kapittel", _("Kapittel i en strategi")


class Plantilstand(models.TextChoices):
    """Where a plan stands."""

    UTKAST = "utkast", _("Utkast")
    HOERING = "hoering", _("På høring")
    FRAMLAGT = "framlagt", _("Til politisk behandling")
    VEDTATT = "vedtatt", _("Vedtatt")
    AVSLUTTET = "avsluttet", _("Avsluttet")


# The text is what was decided: the database refuses to change it (`sql/laas.sql`).
LAAST = (Plantilstand.VEDTATT, Plantilstand.AVSLUTTET)


class Plan(Innsendt):
    """What the county will do to qualify immigrants in some years."""

    slag = models.CharField(_("slag"), max_length=15, choices=Planslag.choices)
    tittel = models.CharField(_("tittel"), max_length=150)
    beskrivelse = models.TextField(_("beskrivelse"), max_length=4000, blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"))
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Plantilstand.choices, default=Plantilstand.UTKAST
    )
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ansvarlig")
    )
    erstatter = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="erstattet_av",
        verbose_name=_("erstatter planen"),
    )  # fmt: skip
    hoering_sendt = models.DateField(_("sendt på høring"), null=True, blank=True)
    hoeringsfrist = models.DateField(_("høringsfrist"), null=True, blank=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("planer")
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=Planslag.values), name="planer_plan_kjent_slag"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Plantilstand.values), name="planer_plan_kjent_tilstand"
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="planer_plan_til_etter_fra"),
            models.CheckConstraint(condition=~Q(erstatter=F("id")), name="planer_plan_erstatter_en_annen"),
            models.CheckConstraint(
                condition=Q(hoering_sendt__isnull=True, hoeringsfrist__isnull=True)
                | Q(hoeringsfrist__gte=F("hoering_sendt")),
                name="planer_plan_frist_etter_sendt",
            ),
            uten_nummer("planer_plan_uten_nummer", "tittel", "beskrivelse"),
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def farge(self) -> str:
        """Colour that underlines where it stands."""
        farger = {"utkast": "info", "hoering": "warning", "framlagt": "warning", "vedtatt": "success"}
        return farger.get(self.tilstand, "neutral")

    @property
    def laast(self) -> bool:
        """True when the text is decided, and only the statuses go on."""
        return self.tilstand in LAAST


class Maal(Innsendt):
    """A goal of a plan; `nummer` is its place."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="maal", verbose_name=_("plan"))
    nummer = models.PositiveSmallIntegerField(_("nummer"))
    tekst = models.CharField(_("mål"), max_length=300)
    indikator = models.CharField(_("indikator"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("mål i plan")
        verbose_name_plural = _("mål i planer")
        constraints = [
            models.UniqueConstraint(fields=["plan", "nummer"], name="planer_maal_ett_per_nummer"),
            uten_nummer("planer_maal_uten_nummer", "tekst", "indikator"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.tekst}"
