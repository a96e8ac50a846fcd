"""The receipt of an import, what it made, and its undoing."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.importering.models.felt import Idspenn


class Import(models.Model):
    """Someone brought a file in. No personal data, nor the file's name: it may be a person's."""

    noekkel = models.UUIDField(
        _("nøkkel"), db_default=RandomUUID(), unique=True, editable=False,
        help_text=_("Navnet på kvitteringen i adresser."),
    )  # fmt: skip
    tid = models.DateTimeField(_("tid"), db_default=Now(), editable=False)
    slag = models.CharField(_("slag"), max_length=30)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("importert av")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("importert for")
    )
    historisk = models.BooleanField(_("historisk"), default=False)
    sha256 = models.CharField(_("filens avtrykk"), max_length=64)
    stoerrelse = models.PositiveBigIntegerField(_("størrelse i byte"))
    nye = models.PositiveIntegerField(_("nye"))
    uendrede = models.PositiveIntegerField(_("uendret"))
    nye_versjoner = models.PositiveIntegerField(_("nye versjoner"))
    avviste = models.PositiveIntegerField(_("avvist"))

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("importer")
        ordering = ["-tid", "-id"]
        indexes = [models.Index(fields=["virksomhet", "-tid"], name="utveksling_import_virksomhet")]

    def __str__(self) -> str:
        return f"{self.slag} {self.tid:%d.%m.%Y %H.%M}"


class Importspor(models.Model):
    """The rows an import made in one table, by id: what an undoing takes up again. Written once."""

    kvittering = models.ForeignKey("utveksling.Import", models.PROTECT, related_name="spor")
    tabell = models.CharField(_("tabell"), max_length=63)
    ider = Idspenn(_("id-er"))

    class Meta:
        verbose_name = _("spor etter import")
        verbose_name_plural = _("spor etter import")
        indexes = [models.Index(fields=["tabell"], name="utveksling_importspor_tabell")]

    def __str__(self) -> str:
        return self.tabell


class Angring(models.Model):
    """Someone undid a whole import. Once; nothing was deleted."""

    kvittering = models.OneToOneField(
        "utveksling.Import", models.PROTECT, related_name="angring", verbose_name=_("import")
    )
    tid = models.DateTimeField(_("tid"), db_default=Now(), editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("angret av")
    )
    annullerte = models.PositiveIntegerField(_("annullert"))
    tilbakefoerte = models.PositiveIntegerField(_("satt tilbake"))

    class Meta:
        verbose_name = _("angring")
        verbose_name_plural = _("angringer")

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
