"""An event for those who work in the municipalities."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from regionalt.kodeverk import Tema
from regionalt.kompetanse.models.valg import Arrangementsslag, Tilstand

# Colour that underlines where an event stands.
_FARGE = {"utkast": "neutral", "aapen": "info", "avlyst": "warning", "holdt": "success"}


class Arrangement(Versjonert):
    """A course, a gathering, a network's meeting, a webinar; the county makes it (integreringsloven § 4)."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(
        _("innsending"), default=uuid.uuid4, unique=True, editable=False,
        help_text=_("Skjemaet arrangementet kom fra: sendt to ganger blir det ett arrangement."),
    )  # fmt: skip
    slag = models.CharField(_("slag"), max_length=10, choices=Arrangementsslag.choices)
    tittel = models.CharField(_("tittel"), max_length=160)
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    formaal = models.TextField(_("formål"), blank=True, default="")
    maalgruppe = models.CharField(_("målgruppe"), max_length=300, blank=True, default="")
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    lenke = models.URLField(_("lenke"), max_length=500, blank=True, default="")
    samarbeid = models.CharField(_("sammen med"), max_length=300, blank=True, default="")
    kapasitet = models.PositiveIntegerField(_("plasser"), null=True, blank=True)
    frist = models.DateField(_("påmeldingsfrist"), null=True, blank=True)
    alle_kommuner = models.BooleanField(_("alle kommuner er invitert"), default=True)
    nettverk = models.ForeignKey(
        "kompetanse.Nettverk", models.PROTECT, null=True, blank=True, related_name="moeter",
        verbose_name=_("nettverk"),
    )  # fmt: skip
    # the first and last instant of the sessions, kept by the action that writes these
    start = models.DateTimeField(_("start"))
    slutt = models.DateTimeField(_("slutt"))
    tilstand = models.CharField(_("status"), max_length=10, choices=Tilstand.choices, default=Tilstand.UTKAST)
    avlyst_grunn = models.CharField(_("hvorfor avlyst"), max_length=300, blank=True, default="")
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opprettet av")
    )

    class Meta:
        verbose_name = _("arrangement")
        verbose_name_plural = _("arrangementer")
        constraints = [
            models.CheckConstraint(condition=Q(slutt__gt=F("start")), name="kompetanse_slutt_etter_start"),
            models.CheckConstraint(
                condition=Q(slag__in=Arrangementsslag.values), name="kompetanse_kjent_slag"
            ),
            models.CheckConstraint(condition=Q(tema__in=Tema.values), name="kompetanse_kjent_tema"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Tilstand.values), name="kompetanse_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(lenke="") | Q(lenke__startswith="https://"), name="kompetanse_lenke_https"
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Tilstand.AVLYST) | ~Q(avlyst_grunn=""),
                name="kompetanse_avlyst_med_grunn",
            ),
            models.CheckConstraint(
                condition=Q(kapasitet__isnull=True) | Q(kapasitet__gt=0), name="kompetanse_minst_en_plass"
            ),
            models.CheckConstraint(
                condition=Q(nettverk__isnull=True) | Q(slag=Arrangementsslag.NETTVERK),
                name="kompetanse_bare_nettverksmoeter_har_nettverk",
            ),
        ]
        indexes = [models.Index(fields=["start", "id"], name="kompetanse_start")]

    def __str__(self) -> str:
        return self.tittel

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return _FARGE[self.tilstand]

    @property
    def aapent(self) -> bool:
        """True while it may be changed."""
        return self.tilstand in (Tilstand.UTKAST, Tilstand.AAPEN)

    @property
    def tar_filer(self) -> bool:
        """True while files may be attached and changed: also after it was held."""
        return self.tilstand in (Tilstand.AAPEN, Tilstand.HOLDT)


class Oekt(models.Model):
    """A session: an event may have several."""

    arrangement = models.ForeignKey(
        Arrangement, models.CASCADE, related_name="oekter", verbose_name=_("arrangement")
    )
    start = models.DateTimeField(_("start"))
    slutt = models.DateTimeField(_("slutt"))

    class Meta:
        verbose_name = _("økt")
        verbose_name_plural = _("økter")
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slutt__gt=F("start")), name="kompetanse_oekt_slutt_etter_start"
            ),
            models.UniqueConstraint(fields=["arrangement", "start"], name="kompetanse_oekt_en_start"),
        ]

    def __str__(self) -> str:
        return f"{self.start:%d.%m.%Y}"


class Programpost(models.Model):
    """A line of the programme."""

    arrangement = models.ForeignKey(
        Arrangement, models.CASCADE, related_name="program", verbose_name=_("arrangement")
    )
    nummer = models.PositiveIntegerField(_("nummer"))
    klokka = models.CharField(_("klokka"), max_length=20, blank=True, default="")
    tittel = models.CharField(_("tittel"), max_length=200)
    innleder = models.CharField(_("innleder"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("programpost")
        verbose_name_plural = _("programposter")
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "nummer"], name="kompetanse_programpost_nummer")
        ]

    def __str__(self) -> str:
        return self.tittel


class Invitert(models.Model):
    """A municipality that is invited, when not all are."""

    arrangement = models.ForeignKey(
        Arrangement, models.CASCADE, related_name="inviterte", verbose_name=_("arrangement")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )

    class Meta:
        verbose_name = _("invitert kommune")
        verbose_name_plural = _("inviterte kommuner")
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "kommune"], name="kompetanse_invitert_en_gang")
        ]

    def __str__(self) -> str:
        return str(self.kommune_id)
