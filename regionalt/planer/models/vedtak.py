"""What a political body decided about a plan. Written once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer
from regionalt.planer.models.plan import Plan


class Planvedtak(Innsendt):
    """Which body, when, in which case, and what it decided; votes when they were counted."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="vedtak", verbose_name=_("plan"))
    organ = models.CharField(_("hvem vedtok"), max_length=100)
    dato = models.DateField(_("vedtatt"))
    saksnummer = models.CharField(_("saksnummer"), max_length=40)
    tekst = models.TextField(_("vedtaket"), max_length=4000)
    for_stemmer = models.PositiveSmallIntegerField(_("stemmer for"), null=True, blank=True)
    mot_stemmer = models.PositiveSmallIntegerField(_("stemmer mot"), null=True, blank=True)

    class Meta:
        verbose_name = _("vedtak om plan")
        verbose_name_plural = _("vedtak om planer")
        constraints = [
            models.CheckConstraint(
                condition=~Q(organ="") & ~Q(saksnummer="") & ~Q(tekst=""), name="planer_vedtak_utfylt"
            ),
            models.CheckConstraint(
                condition=Q(for_stemmer__isnull=True, mot_stemmer__isnull=True)
                | Q(for_stemmer__isnull=False, mot_stemmer__isnull=False),
                name="planer_vedtak_begge_stemmetall",
            ),
            uten_nummer("planer_vedtak_uten_nummer", "organ", "tekst"),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.saksnummer}"
