"""An import with its file, and the figures that came from it. A new import supersedes; nothing is deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regionalt.kunnskap.kodeverk import Format, Importtilstand, Indikator, Merke, Utgave
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Tallimport(Innsendt):
    """A file of public figures: where it came from, how it is read, and what became of it."""

    format = models.CharField(_("format"), max_length=10, choices=Format.choices)
    filnavn = models.CharField(_("filnavn"), max_length=120)
    sha256 = models.CharField(_("sjekksum"), max_length=64)
    kilde = models.CharField(_("kilde"), max_length=200)
    kilde_url = models.URLField(_("nettadresse"), max_length=500, blank=True, default="")
    hentet = models.DateField(_("hentet"))
    aar = models.PositiveSmallIntegerField(
        _("år"), null=True, blank=True, help_text=_("Når filen ikke sier hvilket år tallene gjelder.")
    )
    utgave = models.CharField(_("utgave"), max_length=12, choices=Utgave.choices, blank=True, default="")
    indikator = models.CharField(
        _("tall om"), max_length=20, choices=Indikator.choices, blank=True, default=""
    )
    aar_bekreftet = models.BooleanField(_("året er bekreftet"), default=False)
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Importtilstand.choices, default=Importtilstand.UTKAST
    )
    opprettet = models.DateTimeField(_("lastet opp"), default=timezone.now, editable=False)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lastet opp av")
    )
    innlest = models.DateTimeField(_("lest inn"), null=True, editable=False)
    nye = models.PositiveIntegerField(_("nye"), default=0)
    endrede = models.PositiveIntegerField(_("endrede"), default=0)
    like = models.PositiveIntegerField(_("uendrede"), default=0)
    uten = models.PositiveIntegerField(_("rader uten kommune i fylket"), default=0)

    class Meta:
        verbose_name = _("import av tall")
        verbose_name_plural = _("importer av tall")
        constraints = [
            models.CheckConstraint(
                condition=Q(tilstand__in=Importtilstand.values, format__in=Format.values),
                name="kunnskap_tallimport_kjent",
            ),
            models.CheckConstraint(
                condition=Q(tilstand=Importtilstand.INNLEST, innlest__isnull=False)
                | (~Q(tilstand=Importtilstand.INNLEST) & Q(innlest__isnull=True)),
                name="kunnskap_tallimport_innlest",
            ),
            uten_nummer("kunnskap_tallimport_uten_nummer", "kilde", "filnavn"),
        ]

    def __str__(self) -> str:
        return self.filnavn

    @property
    def farge(self) -> str:
        """Colour that underlines where it stands."""
        return {"innlest": "success", "utkast": "warning"}.get(self.tilstand, "neutral")


class Tallfil(models.Model):
    """The file as it came. A table of its own: no list ever reads it."""

    tallimport = models.OneToOneField(
        Tallimport, models.PROTECT, primary_key=True, related_name="fil", verbose_name=_("import")
    )
    data = models.BinaryField(_("innhold"))

    class Meta:
        verbose_name = _("fil med tall")
        verbose_name_plural = _("filer med tall")

    def __str__(self) -> str:
        return str(self.tallimport_id)


class Tall(models.Model):
    """A figure of a municipality: a number exactly when the mark says so. The one that counts has no end."""

    tallimport = models.ForeignKey(Tallimport, models.PROTECT, related_name="tall", verbose_name=_("import"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    indikator = models.CharField(_("tall om"), max_length=20, choices=Indikator.choices)
    aar = models.PositiveSmallIntegerField(_("år"))
    utgave = models.CharField(_("utgave"), max_length=12, choices=Utgave.choices, blank=True, default="")
    verdi = models.DecimalField(_("verdi"), max_digits=16, decimal_places=4, null=True)
    merke = models.CharField(_("merke"), max_length=10, choices=Merke.choices)
    merknad = models.CharField(_("merknad"), max_length=80, blank=True, default="")
    registrert = models.DateTimeField(_("registrert"), default=timezone.now, editable=False)
    erstattet = models.DateTimeField(_("erstattet"), null=True, editable=False)

    class Meta:
        verbose_name = _("tall")
        verbose_name_plural = _("tall")
        constraints = [
            models.UniqueConstraint(
                fields=["kommune", "indikator", "aar", "utgave"],
                condition=Q(erstattet__isnull=True),
                name="kunnskap_tall_ett_gjeldende",
            ),
            models.CheckConstraint(
                condition=Q(merke=Merke.VERDI, verdi__isnull=False)
                | (Q(merke__in=[m for m in Merke.values if m != Merke.VERDI]) & Q(verdi__isnull=True)),
                name="kunnskap_tall_verdi_og_merke",
            ),
            models.CheckConstraint(
                condition=Q(aar__range=(1990, 2100), indikator__in=Indikator.values),
                name="kunnskap_tall_kjent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} {self.aar}"
