"""Who is registered for an event: staff in their job, never participants in the introduction programme."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.kompetanse.models.arrangement import Arrangement, Oekt
from regionalt.kompetanse.models.valg import Plass

_FARGE = {"plass": "success", "venter": "warning", "avmeldt": "neutral"}


class Paamelding(models.Model):
    """One who is registered. Two years after the event the name is taken out; the row is counted on."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    arrangement = models.ForeignKey(
        Arrangement, models.PROTECT, related_name="paameldte", verbose_name=_("arrangement")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet")
    )
    organisasjon = models.CharField(_("organisasjon"), max_length=120, blank=True, default="")
    navn = models.CharField(_("navn"), max_length=120, blank=True, default="")
    stilling = models.CharField(_("stilling"), max_length=120, blank=True, default="")
    epost = models.EmailField(_("e-post i jobben"), blank=True, default="")
    plass = models.CharField(_("plass"), max_length=10, choices=Plass.choices)
    opprettet = models.DateTimeField(_("påmeldt"), auto_now_add=True)
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    rykket_opp = models.DateTimeField(_("fikk plass fra ventelisten"), null=True, editable=False)
    bekreftet = models.DateTimeField(_("plassen bekreftet"), null=True, editable=False)
    navnet_slettet = models.DateTimeField(_("navnet slettet"), null=True, editable=False)

    class Meta:
        verbose_name = _("påmelding")
        verbose_name_plural = _("påmeldinger")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(plass__in=Plass.values), name="kompetanse_kjent_plass"),
            models.CheckConstraint(
                condition=Q(virksomhet__isnull=False, organisasjon="")
                | Q(virksomhet__isnull=True) & ~Q(organisasjon=""),
                name="kompetanse_paamelding_hvorfra",
            ),
            models.CheckConstraint(
                condition=~Q(navn="") & ~Q(epost="") | Q(navnet_slettet__isnull=False),
                name="kompetanse_paamelding_navn",
            ),
            models.UniqueConstraint(
                fields=["arrangement", "epost"], name="kompetanse_paameldt_en_gang",
                condition=~Q(plass=Plass.AVMELDT) & Q(navnet_slettet__isnull=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.navn or str(self.noekkel)

    @property
    def hvorfra(self) -> str:
        """The organisation, from the register or as written."""
        return str(self.virksomhet) if self.virksomhet is not None else self.organisasjon

    @property
    def farge(self) -> str:
        """Colour that underlines the place."""
        return _FARGE[self.plass]

    @property
    def skal_bekreftes(self) -> bool:
        """True for a place that was given from the waiting list and is not confirmed."""
        return self.plass == Plass.PLASS and self.rykket_opp is not None and self.bekreftet is None


class Oppmoete(models.Model):
    """One who is registered came to a session."""

    paamelding = models.ForeignKey(
        Paamelding, models.PROTECT, related_name="oppmoete", verbose_name=_("påmelding")
    )
    oekt = models.ForeignKey(Oekt, models.PROTECT, related_name="oppmoete", verbose_name=_("økt"))

    class Meta:
        verbose_name = _("oppmøte")
        verbose_name_plural = _("oppmøter")
        constraints = [
            models.UniqueConstraint(fields=["paamelding", "oekt"], name="kompetanse_oppmoete_en_gang")
        ]

    def __str__(self) -> str:
        return f"{self.paamelding_id}/{self.oekt_id}"
