"""An agreement on cooperation, and its files."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from regionalt.models.felles import Innsendt


class Avtale(Innsendt):
    """What the county and an organisation have agreed on, and when it is to be gone through again."""

    organisasjon = models.ForeignKey(
        "frivillighet.Organisasjon", models.PROTECT, related_name="avtaler", verbose_name=_("organisasjon")
    )
    tittel = models.CharField(_("avtale"), max_length=120)
    innhold = models.CharField(_("hva avtalen gjelder"), max_length=1000, blank=True, default="")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ansvarlig")
    )
    gjennomgang = models.DateField(_("neste gjennomgang"), null=True, blank=True)
    sist_gjennomgaatt = models.DateField(_("sist gjennomgått"), null=True, editable=False)
    merknad = models.CharField(_("merknad fra gjennomgangen"), max_length=500, blank=True, default="")

    class Meta:
        verbose_name = _("samarbeidsavtale")
        verbose_name_plural = _("samarbeidsavtaler")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="frivillighet_avtale_til_etter_fra"
            ),
        ]

    def __str__(self) -> str:
        return self.tittel


class Avtalevedlegg(models.Model):
    """A file of the agreement: the county and the organisation itself read it."""

    avtale = models.ForeignKey(Avtale, models.PROTECT, related_name="vedlegg", verbose_name=_("avtale"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til avtale")
        verbose_name_plural = _("vedlegg til avtaler")

    def __str__(self) -> str:
        return str(self.pk)
