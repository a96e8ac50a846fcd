"""What the county judges about a municipality. A new judgement is a new row; the newest counts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regionalt.kunnskap.kodeverk import Kunnskap, Sikkerhet, Trinn
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Vurdering(Innsendt):
    """A judgement from 1 to 5, a figure, or both, of one of the six kinds; with text, source and day."""

    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    slag = models.CharField(_("slag"), max_length=20, choices=Kunnskap.choices)
    trinn = models.PositiveSmallIntegerField(_("vurdering"), choices=Trinn.choices, null=True, blank=True)
    tall = models.DecimalField(_("tall"), max_digits=12, decimal_places=2, null=True, blank=True)
    tekst = models.TextField(_("begrunnelse"), max_length=2000)
    kilde = models.CharField(_("kilde"), max_length=300)
    kilde_url = models.URLField(_("nettadresse"), max_length=500, blank=True, default="")
    dato = models.DateField(_("dato"), help_text=_("Dagen kunnskapen gjelder fra."))
    sikkerhet = models.CharField(
        _("hvor sikkert"), max_length=10, choices=Sikkerhet.choices, default=Sikkerhet.KILDE
    )
    registrert = models.DateTimeField(_("registrert"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("vurdering")
        verbose_name_plural = _("vurderinger")
        indexes = [models.Index(fields=["kommune", "slag", "-dato", "-id"], name="kunnskap_vurdering_ny")]
        constraints = [
            models.CheckConstraint(
                condition=Q(trinn__range=(1, 5)) | Q(trinn__isnull=True, tall__isnull=False),
                name="kunnskap_vurdering_noe",
            ),
            models.CheckConstraint(
                condition=Q(slag__in=Kunnskap.values, sikkerhet__in=Sikkerhet.values),
                name="kunnskap_vurdering_kjent",
            ),
            uten_nummer("kunnskap_vurdering_uten_nummer", "tekst", "kilde"),
        ]

    def __str__(self) -> str:
        return f"{self.slag} {self.dato}"
