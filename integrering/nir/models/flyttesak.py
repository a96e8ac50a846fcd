"""A move that waits for the county or the other municipality."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FlyttesakTilstand(models.TextChoices):
    """Where the case stands."""

    AAPEN = "aapen", _("Til avklaring")
    BEKREFTET = "bekreftet", _("Bekreftet")
    AVVIST = "avvist", _("Avvist")


class Flyttesak(models.Model):
    """A person moves to another municipality.

    Reported by the one they come to (by the database function `nir_meld_flytting`, which tells it nothing
    about the person) and then decided on; or by the one they leave, and then decided. The receiver confirms.
    """

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, related_name="flyttesaker", verbose_name=_("person")
    )
    til_kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("til kommune")
    )
    fra = models.DateField(_("flyttet"))
    meldt = models.DateTimeField(_("meldt"), auto_now_add=True)
    meldt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("meldt av")
    )
    tilstand = models.CharField(
        _("tilstand"), max_length=12, choices=FlyttesakTilstand.choices, default=FlyttesakTilstand.AAPEN
    )
    avgjort = models.DateTimeField(_("avgjort"), null=True, blank=True)
    avgjort_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("avgjort av"),
    )
    grunn = models.CharField(_("begrunnelse"), max_length=300, blank=True, default="")
    # known when it is decided; until then only those who see the person know where they live
    fra_kommune = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("fra kommune"),
    )
    mottatt = models.DateTimeField(_("mottatt"), null=True, blank=True)
    mottatt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mottatt av"),
    )

    class Meta:
        verbose_name = _("flyttesak")
        verbose_name_plural = _("flyttesaker")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "til_kommune"], condition=Q(tilstand="aapen"), name="nir_flyttesak_en_aapen"
            ),
            models.CheckConstraint(
                condition=Q(tilstand="aapen", avgjort__isnull=True)
                | Q(avgjort__isnull=False, avgjort_av__isnull=False),
                name="nir_flyttesak_avgjort",
            ),
            models.CheckConstraint(
                condition=Q(mottatt__isnull=True, mottatt_av__isnull=True)
                | Q(mottatt__isnull=False, mottatt_av__isnull=False, tilstand="bekreftet"),
                name="nir_flyttesak_mottatt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.til_kommune} {self.fra:%d.%m.%Y}"
