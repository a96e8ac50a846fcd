"""Letters made together."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Brevbunke(models.Model):
    """The same letter to several municipalities. `noekkel` comes from the form: never made twice."""

    noekkel = models.UUIDField(_("nøkkel"), unique=True)
    malversjon = models.ForeignKey("brev.Brevmalversjon", models.PROTECT, verbose_name=_("mal"))
    avsender = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("avsender")
    )
    laget = models.DateTimeField(_("laget"), default=timezone.now)
    laget_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("laget av")
    )

    class Meta:
        verbose_name = _("brevbunke")
        verbose_name_plural = _("brevbunker")

    def __str__(self) -> str:
        return f"{self.malversjon_id} {self.laget:%d.%m.%Y}"
