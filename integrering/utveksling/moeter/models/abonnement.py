"""A calendar that asks by itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Kalenderabonnement(models.Model):
    """A secret address for one user in one organisation. Only its hash is kept; it is shown once."""

    merke = models.CharField(
        _("kontrollsum"), max_length=64, unique=True, help_text=_("SHA-256 av adressen.")
    )
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)
    tilbakekalt = models.DateTimeField(_("tilbakekalt"), null=True, editable=False)

    class Meta:
        verbose_name = _("kalenderabonnement")
        verbose_name_plural = _("kalenderabonnementer")
        constraints = [
            models.UniqueConstraint(
                fields=["bruker", "virksomhet"],
                condition=Q(tilbakekalt__isnull=True),
                name="moeter_abonnement_ett",
            )
        ]

    def __str__(self) -> str:
        return f"{self.opprettet:%d.%m.%Y}"
