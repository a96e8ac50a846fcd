"""The message: written once. Who has received it, opened it, acknowledged it, and been reminded."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.meldinger.models.samtale import Samtale


class Melding(models.Model):
    """A message as it was sent. No privilege changes or deletes it."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    samtale = models.ForeignKey(Samtale, models.PROTECT, related_name="meldinger", verbose_name=_("samtale"))
    tekst = models.TextField(_("tekst"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("fra virksomhet")
    )
    avsender = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("avsender")
    )
    sendt = models.DateTimeField(_("sendt"), auto_now_add=True)
    idempotens = models.UUIDField(
        _("utkastets nøkkel"), unique=True, help_text=_("Samme utkast sendes aldri to ganger.")
    )
    krever_kvittering = models.BooleanField(_("krever kvittering"), default=False)
    kvitteringsfrist = models.DateField(_("frist for kvittering"), null=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldinger")
        indexes = [models.Index(fields=["virksomhet", "-sendt", "-id"], name="meldinger_sendt_av")]
        constraints = [
            models.CheckConstraint(
                condition=Q(krever_kvittering=False, kvitteringsfrist__isnull=True)
                | Q(krever_kvittering=True, kvitteringsfrist__isnull=False),
                name="meldinger_melding_frist",
            ),
            models.CheckConstraint(condition=~Q(tekst=""), name="meldinger_melding_tekst"),
        ]

    def __str__(self) -> str:
        return str(self.noekkel)


class Meldingsvedlegg(models.Model):
    """A file sent with a message."""

    melding = models.ForeignKey(Melding, models.PROTECT, related_name="vedlegg", verbose_name=_("melding"))
    vedlegg = models.ForeignKey(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til melding")
        verbose_name_plural = _("vedlegg til meldinger")
        constraints = [
            models.UniqueConstraint(fields=["melding", "vedlegg"], name="meldinger_vedlegg_en_gang")
        ]

    def __str__(self) -> str:
        return str(self.vedlegg_id)


class Mottak(models.Model):
    """A message at one recipient: opened and acknowledged, by whom and when. Each is set once."""

    melding = models.ForeignKey(Melding, models.PROTECT, related_name="mottak", verbose_name=_("melding"))
    samtale = models.ForeignKey(Samtale, models.PROTECT, related_name="+", verbose_name=_("samtale"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("mottaker")
    )
    sendt = models.DateTimeField(_("sendt"))
    aapnet = models.DateTimeField(_("åpnet"), null=True)
    aapnet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("åpnet av")
    )
    kvittert = models.DateTimeField(_("kvittert"), null=True)
    kvittert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("kvittert av")
    )

    class Meta:
        verbose_name = _("mottak")
        verbose_name_plural = _("mottak")
        indexes = [models.Index(fields=["virksomhet", "-sendt", "-id"], name="meldinger_mottatt_av")]
        constraints = [
            models.UniqueConstraint(fields=["melding", "virksomhet"], name="meldinger_mottak_ett"),
            models.CheckConstraint(
                condition=Q(aapnet__isnull=True, aapnet_av__isnull=True)
                | Q(aapnet__isnull=False, aapnet_av__isnull=False),
                name="meldinger_mottak_aapnet_av",
            ),
            models.CheckConstraint(
                condition=Q(kvittert__isnull=True, kvittert_av__isnull=True)
                | Q(kvittert__isnull=False, kvittert_av__isnull=False, aapnet__isnull=False),
                name="meldinger_mottak_kvittert_av",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.melding_id}–{self.virksomhet_id}"


class Purring(models.Model):
    """A recipient was reminded: by hand, or (without `av`) by itself. At most once a day."""

    mottak = models.ForeignKey(Mottak, models.PROTECT, related_name="purringer", verbose_name=_("mottak"))
    dag = models.DateField(_("dag"))
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("av")
    )

    class Meta:
        verbose_name = _("purring")
        verbose_name_plural = _("purringer")
        ordering = ["dag"]
        constraints = [
            models.UniqueConstraint(fields=["mottak", "dag"], name="meldinger_purring_en_om_dagen")
        ]

    def __str__(self) -> str:
        return f"{self.dag:%d.%m.%Y}"
