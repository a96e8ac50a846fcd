"""Materials of an event."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from regionalt.kompetanse.models.arrangement import Arrangement


class Arrangementsvedlegg(models.Model):
    """A file of an event: seen by all who see the event."""

    arrangement = models.ForeignKey(
        Arrangement, models.PROTECT, related_name="filer", verbose_name=_("arrangement")
    )
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("fil til arrangement")
        verbose_name_plural = _("filer til arrangementer")

    def __str__(self) -> str:
        return str(self.pk)
