"""What work the region needs done, and what there is to learn: from whom it is known, and when.

The settlement and the career guidance read it; a plan shows what it rests on.
"""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer
from regionalt.planer.models.plan import Plan

# Four digits: a group of STYRK-08, the standard of occupations. The list itself is Statistics Norway's.
STYRK = RegexValidator(r"^[0-9]{4}$", _("Skriv fire siffer."))


class Sikkerhet(models.TextChoices):
    """How sure it is."""

    KILDE = "kilde", _("Fra kilden")
    UBEKREFTET = "ubekreftet", _("Ikke bekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


class _Kunnskap(Innsendt):
    """Of one municipality or all, perhaps in a plan; where it is known from; until when it holds."""

    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="%(class)s", verbose_name=_("plan")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kommune"), help_text=_("Tomt: hele fylket."),
    )  # fmt: skip
    kilde = models.CharField(_("kilde"), max_length=300)
    kilde_dato = models.DateField(_("kildens dato"))
    sikkerhet = models.CharField(_("sikkerhet"), max_length=10, choices=Sikkerhet.choices)
    gjelder_til = models.DateField(_("gjelder til og med"), null=True, blank=True)

    class Meta:
        abstract = True


class Arbeidskraftbehov(_Kunnskap):
    """Work that lacks people: which occupation, how many, what they must learn, what partners can do."""

    yrke = models.CharField(_("yrke"), max_length=120)
    styrk08 = models.CharField(
        _("STYRK-08"), max_length=4, blank=True, default="", validators=[STYRK],
        help_text=_("Firesifret kode i SSBs standard for yrker."),
    )  # fmt: skip
    antall = models.PositiveIntegerField(_("antall"), null=True, blank=True, help_text=_("Tomt: ukjent."))
    opplaering = models.CharField(_("opplæring som trengs"), max_length=300, blank=True, default="")
    virkemidler = models.CharField(_("partnernes virkemidler"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("behov for arbeidskraft")
        verbose_name_plural = _("behov for arbeidskraft")
        constraints = [
            models.CheckConstraint(condition=~Q(yrke="") & ~Q(kilde=""), name="planer_behov_utfylt"),
            models.CheckConstraint(
                condition=Q(styrk08="") | Q(styrk08__regex="^[0-9]{4}$"), name="planer_behov_styrk"
            ),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="planer_behov_kjent_sikkerhet"
            ),
            uten_nummer("planer_behov_uten_nummer", "yrke", "opplaering", "virkemidler", "kilde"),
        ]

    def __str__(self) -> str:
        return self.yrke


class Tilbud(_Kunnskap):
    """What one can learn: from whom, for whom, how many places."""

    navn = models.CharField(_("tilbud"), max_length=150)
    tilbyder = models.CharField(_("hvem gir det"), max_length=150)
    maalgruppe = models.CharField(_("for hvem"), max_length=200, blank=True, default="")
    innhold = models.CharField(_("hva det er"), max_length=500, blank=True, default="")
    plasser = models.PositiveIntegerField(_("plasser"), null=True, blank=True, help_text=_("Tomt: ukjent."))

    class Meta:
        verbose_name = _("kvalifiseringstilbud")
        verbose_name_plural = _("kvalifiseringstilbud")
        constraints = [
            models.CheckConstraint(
                condition=~Q(navn="") & ~Q(tilbyder="") & ~Q(kilde=""), name="planer_tilbud_utfylt"
            ),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="planer_tilbud_kjent_sikkerhet"
            ),
            uten_nummer("planer_tilbud_uten_nummer", "navn", "tilbyder", "maalgruppe", "innhold", "kilde"),
        ]

    def __str__(self) -> str:
        return self.navn
