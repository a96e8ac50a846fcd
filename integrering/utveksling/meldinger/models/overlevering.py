"""What was handed over by hand about a protected person: that it happened, never what it said."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.meldinger.kodeverk import Maate


class Overlevering(models.Model):
    """Written once, seen only by those with the scope. A mistake is put right by a new row that names it."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    dato = models.DateField(_("dato"))
    til_hvem = models.CharField(_("overlevert til"), max_length=150)
    hvem = models.CharField(_("overlevert av"), max_length=150)
    maate = models.CharField(_("hvordan"), max_length=20, choices=Maate.choices)
    hva = models.CharField(_("hva det gjaldt"), max_length=200)
    registrert = models.DateTimeField(_("registrert"), auto_now_add=True)
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    idempotens = models.UUIDField(_("skjemaets nøkkel"), unique=True)
    retter = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="rettet_av", verbose_name=_("retter")
    )
    aarsak = models.CharField(_("hvorfor den rettes"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("overlevering")
        verbose_name_plural = _("overleveringer")

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
