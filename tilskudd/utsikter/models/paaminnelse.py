"""A municipality has been asked to register what is missing: written once, with the message it was."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Paaminnelse(models.Model):
    """The message to the municipality about one person. Receipt: the message's own."""

    noekkel = models.UUIDField(
        _("nøkkel"), unique=True, editable=False, help_text=_("Nøkkelen til meldingen: den sendes én gang.")
    )
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="+", verbose_name=_("person")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    melding = models.OneToOneField(
        "meldinger.Melding", models.PROTECT, related_name="+", verbose_name=_("melding")
    )
    grunner = ArrayField(models.CharField(max_length=20), verbose_name=_("ba om"))
    kroner = models.IntegerField(_("på vent da"), help_text=_("Hele kroner, forventet."))
    sendt = models.DateTimeField(_("sendt"), auto_now_add=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sendt av")
    )

    class Meta:
        verbose_name = _("påminnelse om registrering")
        verbose_name_plural = _("påminnelser om registrering")
        indexes = [models.Index(fields=["person", "-sendt"], name="utsikter_paaminnelse_person")]

    def __str__(self) -> str:
        return str(self.noekkel)
