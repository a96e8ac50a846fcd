"""The thread: what it is about, and who takes part."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne, kodenavn
from integrering.utveksling.meldinger.kodeverk import EMNE


class Saksteller(models.Model):
    """The last case number given in a year. Only jobs' role touches it: see `actions.saksnummer`."""

    aar = models.PositiveSmallIntegerField(_("år"), primary_key=True)
    siste = models.PositiveIntegerField(_("siste nummer"))

    class Meta:
        verbose_name = _("saksteller")
        verbose_name_plural = _("sakstellere")

    def __str__(self) -> str:
        return f"{self.aar}/{self.siste}"


class Samtale(models.Model):
    """Messages between organisations about one thing. Those who take part are set with the first message."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    saksnummer = models.CharField(_("saksnummer"), max_length=12, unique=True)
    emne = Kodekolonne(_("emne"), liste=EMNE)
    tittel = models.CharField(
        _("tittel"), max_length=100, blank=True, default="", help_text=_("Uten navn og fødselsnummer.")
    )
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    referanse = models.CharField(_("deres saksnummer"), max_length=60, blank=True, default="")
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("startet av virksomhet")
    )
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("startet av")
    )
    opprettet = models.DateTimeField(_("startet"), auto_now_add=True)

    class Meta:
        verbose_name = _("samtale")
        verbose_name_plural = _("samtaler")

    def __str__(self) -> str:
        return f"{self.saksnummer} {self.overskrift}"

    @property
    def overskrift(self) -> str:
        """The title, or the subject where there is none."""
        return self.tittel or kodenavn(EMNE, self.emne)


class Deltaker(models.Model):
    """An organisation that takes part in a thread: it sees all of it."""

    samtale = models.ForeignKey(Samtale, models.PROTECT, related_name="deltakere", verbose_name=_("samtale"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("deltaker")
        verbose_name_plural = _("deltakere")
        constraints = [
            models.UniqueConstraint(fields=["samtale", "virksomhet"], name="meldinger_deltaker_en_gang")
        ]

    def __str__(self) -> str:
        return str(self.virksomhet)
