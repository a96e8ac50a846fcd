"""A municipality asks the county for guidance. Never about participants."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from regionalt.kodeverk import Tema
from regionalt.oppfoelging.kodeverk import AAPNE, FARGE, Forespoerseltilstand, Kanal
from regionalt.personvern import uten_nummer

_BRUKER = settings.AUTH_USER_MODEL


class Forespoersel(Versjonert):
    """A request for guidance and its answer. `frist`: the day it is to be answered, by our own target."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    spoersmaal = models.TextField(_("spørsmål"), max_length=3000)
    kanal = models.CharField(_("hvordan den kom"), max_length=10, choices=Kanal.choices)
    spurt_av = models.CharField(_("hvem i kommunen"), max_length=200, blank=True, default="")
    skrevet_av = models.ForeignKey(_BRUKER, models.PROTECT, related_name="+", verbose_name=_("skrevet av"))
    mottatt = models.DateField(_("mottatt"))
    frist = models.DateField(_("svarfrist"), help_text=_("Vårt eget mål, regnet i virkedager."))
    tilstand = models.CharField(
        _("status"),
        max_length=15,
        choices=Forespoerseltilstand.choices,
        default=Forespoerseltilstand.MOTTATT,
    )
    behandler = models.ForeignKey(
        _BRUKER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("svarer")
    )
    svar = models.TextField(_("svar"), max_length=5000, blank=True, default="")
    besvart = models.DateField(_("besvart"), null=True, editable=False)

    class Meta:
        verbose_name = _("forespørsel om veiledning")
        verbose_name_plural = _("forespørsler om veiledning")
        constraints = [
            models.CheckConstraint(
                condition=Q(tema__in=Tema.values, kanal__in=Kanal.values) & ~Q(spoersmaal=""),
                name="oppfoelging_forespoersel_kjente_koder",
            ),
            models.CheckConstraint(
                condition=Q(tilstand=Forespoerseltilstand.BESVART, besvart__gte=F("mottatt"))
                & Q(behandler__isnull=False)
                & ~Q(svar="")
                | Q(besvart__isnull=True, svar="") & Q(tilstand__in=[*AAPNE, Forespoerseltilstand.TRUKKET]),
                name="oppfoelging_forespoersel_tilstand",
            ),
            models.CheckConstraint(
                condition=Q(frist__gte=F("mottatt")), name="oppfoelging_forespoersel_frist"
            ),
            uten_nummer("oppfoelging_foresp_uten_nummer", "spoersmaal", "spurt_av", "svar"),
        ]
        indexes = [
            models.Index(fields=["kommune", "-mottatt", "-id"], name="oppfoelging_foresp_kommune"),
            models.Index(fields=["frist"], condition=Q(tilstand__in=AAPNE), name="oppfoelging_foresp_aapne"),
        ]

    def __str__(self) -> str:
        return f"{self.kommune}: {self.get_tema_display()}"

    @property
    def aapen(self) -> bool:
        """True until it is answered or withdrawn."""
        return self.tilstand in AAPNE

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return FARGE[self.tilstand]


class Forespoerselvedlegg(models.Model):
    """A file sent with the question or the answer: seen by all who see the request."""

    forespoersel = models.ForeignKey(
        Forespoersel, models.PROTECT, related_name="vedlegg", verbose_name=_("forespørsel")
    )
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til forespørsel")
        verbose_name_plural = _("vedlegg til forespørsler")

    def __str__(self) -> str:
        return str(self.pk)
