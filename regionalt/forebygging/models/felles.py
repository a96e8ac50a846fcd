"""Columns that several tables have."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Sikkerhet(models.TextChoices):
    """How sure an entry is."""

    KILDE = "kilde", _("Har kilde")
    UBEKREFTET = "ubekreftet", _("Ikke bekreftet")
    EKSEMPEL = "eksempel", _("Eksempel")


class Kildebelagt(models.Model):
    """Base: where the facts were read, when, and how sure they are."""

    kilde = models.CharField(_("kilde"), max_length=300, blank=True, default="")
    kilde_url = models.URLField(_("kildens adresse"), max_length=500, blank=True, default="")
    kilde_dato = models.DateField(
        _("kildens dato"), null=True, blank=True, help_text=_("Datoen på siden, eller dagen den ble lest.")
    )
    sikkerhet = models.CharField(
        _("sikkerhet"), max_length=10, choices=Sikkerhet.choices, default=Sikkerhet.UBEKREFTET
    )

    class Meta:
        abstract = True

    @property
    def farge(self) -> str:
        """Colour that underlines how sure it is."""
        return {"kilde": "success", "ubekreftet": "danger"}.get(self.sikkerhet, "warning")


class Gjennomgaatt(models.Model):
    """Base: looked over again at a day; until it ends."""

    gjennomgaas = models.DateField(
        _("ses over innen"), null=True, blank=True, help_text=_("Fylkeskommunen får en oppgave.")
    )
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        abstract = True


def med_kilde(navn: str) -> models.CheckConstraint:
    """Return the constraint that what has a source says which."""
    return models.CheckConstraint(
        condition=Q(sikkerhet__in=Sikkerhet.values) & (~Q(sikkerhet="kilde") | ~Q(kilde="")), name=navn
    )


def til_etter_fra(navn: str) -> models.CheckConstraint:
    """Return the constraint that a period does not end before it begins."""
    return models.CheckConstraint(condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name=navn)
