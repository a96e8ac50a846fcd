"""The hearing of a plan: who is asked, what they answer, and how it was used."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer
from regionalt.planer.models.plan import Plan


class Bruk(models.TextChoices):
    """How an answer was used."""

    TATT = "tatt", _("Tatt til følge")
    DELVIS = "delvis", _("Delvis tatt til følge")
    IKKE = "ikke", _("Ikke tatt til følge")


class Hoeringsinstans(Innsendt):
    """One who is asked: an organisation with users here, or another by name; and how the answer was used."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="instanser", verbose_name=_("plan"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("virksomhet"),
    )  # fmt: skip
    navn = models.CharField(_("navn"), max_length=150, blank=True, default="")
    bruk = models.CharField(_("hvordan svaret er brukt"), max_length=10, blank=True, default="")
    bruk_hvorfor = models.CharField(_("begrunnelse"), max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = _("høringsinstans")
        verbose_name_plural = _("høringsinstanser")
        constraints = [
            models.CheckConstraint(
                condition=Q(virksomhet__isnull=False, navn="") | (Q(virksomhet__isnull=True) & ~Q(navn="")),
                name="planer_instans_en_av_to",
            ),
            models.UniqueConstraint(fields=["plan", "virksomhet"], name="planer_instans_spurt_en_gang"),
            models.CheckConstraint(
                condition=Q(bruk__in=["", *Bruk.values]), name="planer_instans_kjent_bruk"
            ),
            models.CheckConstraint(
                condition=Q(bruk="") | Q(bruk=Bruk.TATT) | ~Q(bruk_hvorfor=""),
                name="planer_instans_bruk_med_grunn",
            ),
            uten_nummer("planer_instans_uten_nummer", "navn", "bruk_hvorfor"),
        ]

    def __str__(self) -> str:
        return str(self.virksomhet) if self.virksomhet else self.navn

    @property
    def bruken(self) -> str:
        """How the answer was used, in words; «» until it is said."""
        return str(Bruk(self.bruk).label) if self.bruk else ""


class Hoeringssvar(Innsendt):
    """An answer. The newest counts; those before it stay."""

    instans = models.ForeignKey(
        Hoeringsinstans, models.PROTECT, related_name="svar", verbose_name=_("høringsinstans")
    )
    tekst = models.TextField(_("svar"), max_length=10000)
    mottatt = models.DateField(_("mottatt"))

    class Meta:
        verbose_name = _("høringssvar")
        verbose_name_plural = _("høringssvar")
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="planer_svar_utfylt"),
            uten_nummer("planer_svar_uten_nummer", "tekst"),
        ]

    def __str__(self) -> str:
        return f"{self.instans} {self.mottatt:%d.%m.%Y}"
