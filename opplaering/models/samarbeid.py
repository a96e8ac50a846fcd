"""Follow-up of a participant by municipality, county and school together."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.nir.models.grunnlag import Personfakta, datoer_i_tid
from opplaering.kodeverk import SAMARBEIDSPART


class Samarbeidskontakt(Personfakta):
    """Who follows the participant up, at the municipality, the school or the county."""

    part = Kodekolonne(_("fra"), liste=SAMARBEIDSPART)
    navn = models.CharField(_("navn"), max_length=120)
    stilling = models.CharField(_("stilling"), max_length=120, blank=True, default="")
    telefon = models.CharField(_("telefon"), max_length=30, blank=True, default="")
    epost = models.EmailField(_("e-post"), blank=True, default="")

    class Meta(Personfakta.Meta):
        verbose_name = _("kontakt i samarbeidet")
        verbose_name_plural = _("kontakter i samarbeidet")
        constraints = [
            *Personfakta.Meta.constraints,
            models.CheckConstraint(condition=~Q(navn=""), name="opplaering_kontakt_har_navn"),
        ]
        indexes = [models.Index(fields=["person"], name="opplaering_kontakt_person")]

    def __str__(self) -> str:
        return self.navn


class Avtale(Personfakta):
    """Something agreed about the participant: what, who does it, until when. Never about health."""

    dato = models.DateField(_("avtalt"))
    hva = models.CharField(_("hva som er avtalt"), max_length=500)
    ansvar = Kodekolonne(_("den som gjør det"), liste=SAMARBEIDSPART)
    frist = models.DateField(_("frist"), null=True, blank=True)
    ferdig = models.DateField(_("gjort"), null=True, blank=True)

    class Meta(Personfakta.Meta):
        verbose_name = _("avtale om oppfølging")
        verbose_name_plural = _("avtaler om oppfølging")
        constraints = [
            *Personfakta.Meta.constraints,
            *datoer_i_tid("dato", "frist", "ferdig"),
            models.CheckConstraint(condition=~Q(hva=""), name="opplaering_avtale_har_innhold"),
            models.CheckConstraint(
                condition=Q(frist__isnull=True) | Q(frist__gte=F("dato")),
                name="opplaering_avtale_frist_etter",
            ),
            models.CheckConstraint(
                condition=Q(ferdig__isnull=True) | Q(ferdig__gte=F("dato")),
                name="opplaering_avtale_ferdig_etter",
            ),
        ]
        indexes = [models.Index(fields=["person"], name="opplaering_avtale_person")]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
