"""Something a municipality did that worked, for others to learn from."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from regionalt.kodeverk import Tema
from regionalt.kompetanse.models.valg import Eksempeltilstand
from regionalt.personvern import uten_nummer


class Eksempel(Versjonert):
    """A good example. A municipality sends it in, or the county writes it; the county publishes it."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(
        _("innsending"), default=uuid.uuid4, unique=True, editable=False,
        help_text=_("Skjemaet eksempelet kom fra: sendt to ganger blir det ett eksempel."),
    )  # fmt: skip
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    tittel = models.CharField(_("tittel"), max_length=160)
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    aar = models.PositiveSmallIntegerField(_("år"))
    gjort = models.TextField(_("hva som ble gjort"))
    resultat = models.TextField(_("resultat"), blank=True, default="")
    kontakt = models.CharField(_("kontakt i kommunen"), max_length=120, blank=True, default="")
    epost = models.EmailField(_("e-post i jobben"), blank=True, default="")
    kilde = models.CharField(_("kilde"), max_length=200, blank=True, default="")
    lenke = models.URLField(_("lenke"), max_length=500, blank=True, default="")
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Eksempeltilstand.choices, default=Eksempeltilstand.INNSENDT
    )
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opprettet av")
    )

    class Meta:
        verbose_name = _("eksempel")
        verbose_name_plural = _("eksempler")
        constraints = [
            models.CheckConstraint(condition=Q(tema__in=Tema.values), name="kompetanse_eksempel_kjent_tema"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Eksempeltilstand.values), name="kompetanse_eksempel_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(lenke="") | Q(lenke__startswith="https://"),
                name="kompetanse_eksempel_lenke_https",
            ),
            models.CheckConstraint(condition=Q(aar__range=(2000, 2100)), name="kompetanse_eksempel_aar"),
            uten_nummer("kompetanse_eksempel_uten_nummer", "tittel", "gjort", "resultat", "kontakt"),
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def publisert(self) -> bool:
        """True when all municipalities may read it."""
        return self.tilstand == Eksempeltilstand.PUBLISERT

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return "success" if self.publisert else "warning"
