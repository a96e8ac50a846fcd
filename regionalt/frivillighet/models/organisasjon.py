"""A voluntary organisation, as the county knows it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from regionalt.kodeverk import Tema


class Organisasjonsslag(models.TextChoices):
    """An umbrella gathers others; a local one may belong to an umbrella."""

    PARAPLY = "paraply", _("Paraplyorganisasjon")
    LOKAL = "lokal", _("Lokal organisasjon")


class Organisasjon(Versjonert):
    """What the county knows beside name and number, which are the `Virksomhet`'s."""

    virksomhet = models.OneToOneField(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    slag = models.CharField(_("slag"), max_length=10, choices=Organisasjonsslag.choices)
    paraply = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="medlemmer", verbose_name=_("hører til")
    )
    hele_fylket = models.BooleanField(_("arbeider i hele fylket"), default=False)
    kommuner = models.ManyToManyField(
        "tilgang.Virksomhet", through="Dekning", related_name="+", verbose_name=_("kommuner")
    )
    temaer = ArrayField(
        models.CharField(max_length=20, choices=Tema.choices), verbose_name=_("temaer"), default=list
    )
    beskrivelse = models.CharField(_("beskrivelse"), max_length=500, blank=True, default="")
    nettside = models.URLField(_("nettside"), blank=True, default="")
    kontaktperson = models.CharField(_("kontaktperson"), max_length=100, blank=True, default="")
    epost = models.EmailField(_("e-post"), blank=True, default="")
    telefon = models.CharField(_("telefon"), max_length=20, blank=True, default="")
    aktiv_fra = models.DateField(_("aktiv fra"), null=True, blank=True)
    aktiv_til = models.DateField(_("aktiv til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("frivillig organisasjon")
        verbose_name_plural = _("frivillige organisasjoner")
        constraints = [
            models.CheckConstraint(
                condition=Q(slag__in=Organisasjonsslag.values), name="frivillighet_kjent_slag"
            ),
            # an umbrella belongs to none: then no chain can end where it began
            models.CheckConstraint(
                condition=Q(slag="lokal") | Q(paraply__isnull=True), name="frivillighet_paraply_staar_oeverst"
            ),
            models.CheckConstraint(
                condition=Q(temaer__contained_by=Tema.values), name="frivillighet_kjente_temaer"
            ),
            models.CheckConstraint(
                condition=Q(aktiv_til__isnull=True)
                | Q(aktiv_fra__isnull=True)
                | Q(aktiv_til__gte=F("aktiv_fra")),
                name="frivillighet_aktiv_til_etter_fra",
            ),
        ]

    def __str__(self) -> str:
        return str(self.virksomhet)

    @property
    def temanavn(self) -> list[str]:
        """The themes in words."""
        return [str(Tema(t).label) for t in self.temaer]


class Dekning(models.Model):
    """A municipality the organisation works in."""

    organisasjon = models.ForeignKey(
        Organisasjon, models.PROTECT, related_name="dekning", verbose_name=_("organisasjon")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )

    class Meta:
        verbose_name = _("kommune organisasjonen arbeider i")
        verbose_name_plural = _("kommuner organisasjonene arbeider i")
        constraints = [
            models.UniqueConstraint(fields=["organisasjon", "kommune"], name="frivillighet_dekning_en_gang"),
        ]

    def __str__(self) -> str:
        return str(self.kommune)
