"""A message that is being written: seen by the author's organisation only, gone when it is sent."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.meldinger.kodeverk import EMNE
from integrering.utveksling.meldinger.models.samtale import Samtale


class Utkast(Versjonert):
    """A draft, whole or half-written. `noekkel` becomes the message's key: it can be sent once."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    forfatter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("forfatter")
    )
    samtale = models.ForeignKey(
        Samtale, models.PROTECT, null=True, related_name="+", verbose_name=_("svar i samtale")
    )
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    mottakere = models.JSONField(_("mottakere"), default=list)
    emne = Kodekolonne(_("emne"), liste=EMNE, blank=True, default="")
    tittel = models.CharField(_("tittel"), max_length=100, blank=True, default="")
    referanse = models.CharField(_("deres saksnummer"), max_length=60, blank=True, default="")
    tekst = models.TextField(_("tekst"), blank=True, default="")
    krever_kvittering = models.BooleanField(_("krever kvittering"), default=False)
    kvitteringsfrist = models.DateField(_("frist for kvittering"), null=True)
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)

    class Meta:
        verbose_name = _("utkast")
        verbose_name_plural = _("utkast")
        indexes = [models.Index(fields=["virksomhet", "-endret"], name="meldinger_utkast_hos")]

    def __str__(self) -> str:
        return str(self.noekkel)


class Utkastvedlegg(models.Model):
    """A file that will go with the draft."""

    utkast = models.ForeignKey(Utkast, models.PROTECT, related_name="vedlegg", verbose_name=_("utkast"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til utkast")
        verbose_name_plural = _("vedlegg til utkast")

    def __str__(self) -> str:
        return str(self.vedlegg_id)
