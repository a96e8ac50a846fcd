"""The contact log: who spoke with whom about what, and what was agreed. Never about participants."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.oppgaver.models.punkt import Punkt, tilstand_i_orden
from regionalt.kodeverk import Tema
from regionalt.oppfoelging.kodeverk import FARGE, Kontaktslag, Kontakttilstand
from regionalt.personvern import uten_nummer


class Kontakt(Versjonert):
    """One contact with one or more municipalities. A visit may be planned; the rest has happened.

    The municipalities read it (held by policies).
    """

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    slag = models.CharField(_("type"), max_length=10, choices=Kontaktslag.choices)
    tilstand = models.CharField(
        _("status"), max_length=15, choices=Kontakttilstand.choices, default=Kontakttilstand.GJENNOMFOERT
    )
    dato = models.DateField(_("dato"))
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    hos_oss = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("hvem i fylkeskommunen")
    )
    hos_kommunen = models.CharField(_("hvem i kommunen"), max_length=200, blank=True, default="")
    notat = models.TextField(_("notat"), max_length=2000, blank=True, default="")
    avlyst_grunn = models.CharField(_("hvorfor avlyst"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("kontakt med kommuner")
        verbose_name_plural = _("kontakt med kommuner")
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Kontaktslag.values, tema__in=Tema.values),
                name="oppfoelging_kontakt_kjente_koder",
            ),
            models.CheckConstraint(
                condition=Q(tilstand=Kontakttilstand.GJENNOMFOERT, avlyst_grunn="")
                | Q(tilstand=Kontakttilstand.PLANLAGT, slag=Kontaktslag.BESOEK, avlyst_grunn="")
                | Q(tilstand=Kontakttilstand.AVLYST, slag=Kontaktslag.BESOEK) & ~Q(avlyst_grunn=""),
                name="oppfoelging_kontakt_tilstand",
            ),
            uten_nummer("oppfoelging_kontakt_uten_nummer", "notat", "hos_kommunen", "avlyst_grunn"),
        ]
        indexes = [models.Index(fields=["-dato", "-id"], name="oppfoelging_kontakt_dato")]

    def __str__(self) -> str:
        return f"{self.get_slag_display()}: {self.get_tema_display()}"

    @property
    def planlagt(self) -> bool:
        """True for a visit that has not been held or called off."""
        return self.tilstand == Kontakttilstand.PLANLAGT

    @property
    def avlyst(self) -> bool:
        """True for a visit that was called off."""
        return self.tilstand == Kontakttilstand.AVLYST

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return FARGE[self.tilstand]


class Kontaktkommune(models.Model):
    """A municipality a contact was with."""

    kontakt = models.ForeignKey(Kontakt, models.PROTECT, related_name="kommuner", verbose_name=_("kontakt"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )

    class Meta:
        verbose_name = _("kommune kontakten var med")
        verbose_name_plural = _("kommuner kontakten var med")
        constraints = [
            models.UniqueConstraint(fields=["kontakt", "kommune"], name="oppfoelging_kontaktkommune_en_gang")
        ]

    def __str__(self) -> str:
        return str(self.kommune)


class Kontaktpunkt(Punkt):
    """Something agreed: the county does it (perhaps a user by name), or one of the municipalities."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    kontakt = models.ForeignKey(Kontakt, models.PROTECT, related_name="punkter", verbose_name=_("kontakt"))
    tekst = models.CharField(_("avtalt"), max_length=500)
    eier_virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("hvem gjør det")
    )
    eier_bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarlig"),
    )

    class Meta:
        verbose_name = _("avtalt punkt")
        verbose_name_plural = _("avtalte punkter")
        constraints = [
            tilstand_i_orden("oppfoelging_punkt_tilstand"),
            uten_nummer("oppfoelging_punkt_uten_nummer", "tekst", "grunn"),
        ]
        indexes = [
            models.Index(
                fields=["eier_virksomhet", "frist", "id"],
                condition=Q(tilstand="aapen"),
                name="oppfoelging_punkt_aapne",
            )
        ]

    def __str__(self) -> str:
        return str(self.noekkel)
