"""The answer to an import, kept for a week: the sender's rows with what became of each."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Svarart(models.TextChoices):
    """Which answer."""

    SVAR = "svar", _("Alle rader med status")
    FEIL = "feil", _("Bare radene som ble avvist")


class Svarfil(models.Model):
    """A file with personal data, beside a receipt that has none. Deleted after seven days."""

    kvittering = models.ForeignKey(
        "utveksling.Import", models.CASCADE, related_name="svarfiler", verbose_name=_("import")
    )
    # Copied from the receipt, so that the wall need not look there.
    virksomhet = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+")
    bruker = models.ForeignKey("tilgang.Bruker", models.PROTECT, related_name="+")
    skjermede = models.BooleanField(
        default=False, help_text=_("Den som importerte, kan se personer med adressebeskyttelse.")
    )
    art = models.CharField(_("hva"), max_length=4, choices=Svarart.choices)
    endelse = models.CharField(_("filtype"), max_length=4)
    innhold = models.BinaryField(_("innhold"))
    slettes = models.DateTimeField(_("slettes"))

    class Meta:
        verbose_name = _("svarfil")
        verbose_name_plural = _("svarfiler")
        constraints = [
            models.UniqueConstraint(fields=["kvittering", "art"], name="utveksling_svarfil_en_per_art")
        ]
        indexes = [models.Index(fields=["slettes"], name="utveksling_svarfil_slettes")]

    def __str__(self) -> str:
        return str(self.get_art_display())
