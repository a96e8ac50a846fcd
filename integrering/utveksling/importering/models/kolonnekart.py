"""Which of our columns stands under which heading of a sender's file: data, so that it is asked only once."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert


class Kolonnekart(Versjonert):
    """A mapping for files with exactly these headings, kept by the organisation."""

    noekkel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    slag = models.CharField(_("slag"), max_length=30)
    navn = models.CharField(_("navn"), max_length=100)
    avtrykk = models.CharField(_("overskriftenes avtrykk"), max_length=64)
    overskrifter = models.JSONField(_("overskrifter"))
    plasser = models.JSONField(_("plasser"), help_text=_("Kolonnen vår og hvilken av filens som er den."))
    laget = models.DateTimeField(_("laget"), auto_now_add=True)

    class Meta:
        verbose_name = _("kolonneoppsett")
        verbose_name_plural = _("kolonneoppsett")
        ordering = ["slag", "navn"]
        constraints = [
            models.UniqueConstraint(
                fields=["virksomhet", "slag", "avtrykk"], name="utveksling_kolonnekart_ett_per_overskrift"
            ),
            models.UniqueConstraint(
                fields=["virksomhet", "slag", "navn"], name="utveksling_kolonnekart_ett_per_navn"
            ),
        ]

    def __str__(self) -> str:
        return self.navn
