"""What was registered for many at once."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Fellesregistrering(models.Model):
    """The receipt of one form for many: which registrations it made. Names no person; written once."""

    noekkel = models.UUIDField(_("innsending"), unique=True, editable=False)
    slag = models.CharField(_("slag"), max_length=60)
    registreringer = ArrayField(models.UUIDField(), verbose_name=_("registreringer"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), auto_now_add=True)

    class Meta:
        verbose_name = _("registrering for flere")
        verbose_name_plural = _("registreringer for flere")

    def __str__(self) -> str:
        return str(self.noekkel)
