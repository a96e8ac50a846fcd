"""Files that go with a letter."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Brevvedlegg(models.Model):
    """A file that goes with a letter, in the order of the rows. Fixed with the letter (triggers)."""

    brev = models.ForeignKey("brev.Brev", models.PROTECT, related_name="vedlegg", verbose_name=_("brev"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til brev")
        verbose_name_plural = _("vedlegg til brev")

    def __str__(self) -> str:
        return str(self.vedlegg_id)
