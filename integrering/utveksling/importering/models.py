"""The receipt of an import."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """Someone brought a file in. No personal data, nor the file's name: it may be a person's."""

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
