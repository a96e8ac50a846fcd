"""An activity of an organisation, with how many took part."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.kodeverk import Tema
from regionalt.models.felles import Innsendt


class Aktivitet(Innsendt):
    """What was done, when and where. Who took part is a number, never a name."""

    organisasjon = models.ForeignKey(
        "frivillighet.Organisasjon",
        models.PROTECT,
        related_name="aktiviteter",
        verbose_name=_("organisasjon"),
    )
    tittel = models.CharField(_("aktivitet"), max_length=120)
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kommune"),
        help_text=_("Tom: aktiviteten gjelder hele fylket."),
    )
    fra = models.DateField(_("dato"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    deltakere = models.PositiveIntegerField(_("deltakere"), null=True, blank=True)
    frivillige = models.PositiveIntegerField(_("frivillige"), null=True, blank=True)
    avlyst = models.BooleanField(_("avlyst"), default=False)

    class Meta:
        verbose_name = _("aktivitet")
        verbose_name_plural = _("aktiviteter")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")),
                name="frivillighet_aktivitet_til_etter_fra",
            ),
            models.CheckConstraint(
                condition=Q(tema__in=Tema.values), name="frivillighet_aktivitet_kjent_tema"
            ),
            models.CheckConstraint(
                condition=Q(avlyst=False) | Q(deltakere__isnull=True, frivillige__isnull=True),
                name="frivillighet_avlyst_uten_deltakere",
            ),
        ]
        indexes = [models.Index(fields=["fra", "id"], name="frivillighet_aktivitet_fra")]

    def __str__(self) -> str:
        return self.tittel
