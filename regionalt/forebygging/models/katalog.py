"""The directory: who helps with what, and the mangfoldsrådgivere of the schools."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.forebygging.models.felles import Gjennomgaatt, Kildebelagt, med_kilde, til_etter_fra
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Situasjon(models.TextChoices):
    """When one needs help from somebody else, the most urgent first."""

    AKUTT = "akutt", _("Fare for liv og helse")
    BEKYMRING = "bekymring", _("Du er bekymret for en elev eller deltaker")
    SAK = "sak", _("Du trenger råd i en konkret sak")
    UTLAND = "utland", _("Noen er eller kan bli holdt tilbake i utlandet")
    VEILEDNING = "veiledning", _("Ansatte trenger kompetanse eller veiledning")
    UNG = "ung", _("En ung person vil vite mer selv")


class Hjelpetjeneste(Innsendt, Kildebelagt, Gjennomgaatt):
    """A service: what it does, for whom, and when to contact it. Phone only where a source gives it."""

    navn = models.CharField(_("navn"), max_length=120, unique=True)
    hva = models.TextField(_("hva de gjør"), max_length=1000)
    for_hvem = models.CharField(_("hvem de er for"), max_length=300)
    naar = models.TextField(_("når du kontakter dem"), max_length=1000)
    situasjoner = ArrayField(
        models.CharField(max_length=12, choices=Situasjon.choices), verbose_name=_("situasjoner"),
        default=list, blank=True,
    )  # fmt: skip
    telefon = models.CharField(_("telefon"), max_length=30, blank=True, default="")
    aapent = models.CharField(_("når de svarer"), max_length=120, blank=True, default="")
    nettside = models.URLField(_("nettside"), max_length=500, blank=True, default="")
    rekkefoelge = models.PositiveSmallIntegerField(_("rekkefølge"), default=50)

    class Meta:
        verbose_name = _("hjelpetjeneste")
        verbose_name_plural = _("hjelpetjenester")
        constraints = [
            med_kilde("forebygging_tjeneste_kilde"),
            uten_nummer("forebygging_tjeneste_uten_nummer", "navn", "hva", "for_hvem", "naar", "aapent"),
            # who can be called, was read somewhere
            models.CheckConstraint(
                condition=Q(telefon="") | ~Q(kilde="") | Q(sikkerhet="eksempel"),
                name="forebygging_tjeneste_telefon_med_kilde",
            ),
        ]

    def __str__(self) -> str:
        return self.navn


class Mangfoldsraadgiver(Innsendt, Kildebelagt, Gjennomgaatt):
    """A mangfoldsrådgiver in the job: name, school, region, how to reach them, from and to."""

    navn = models.CharField(_("navn"), max_length=100)
    skole = models.CharField(_("skole"), max_length=120)
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    region = models.CharField(_("region"), max_length=80, blank=True, default="")
    telefon = models.CharField(_("telefon"), max_length=30, blank=True, default="")
    epost = models.EmailField(_("e-post"), blank=True, default="")
    fra = models.DateField(_("fra"))

    class Meta:
        verbose_name = _("mangfoldsrådgiver")
        verbose_name_plural = _("mangfoldsrådgivere")
        constraints = [
            med_kilde("forebygging_raadgiver_kilde"),
            til_etter_fra("forebygging_raadgiver_til_etter_fra"),
            uten_nummer("forebygging_raadgiver_uten_nummer", "navn", "skole", "region", "telefon"),
        ]

    def __str__(self) -> str:
        return f"{self.navn}, {self.skole}"
