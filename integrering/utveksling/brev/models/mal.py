"""Templates: who they are for, and their text in versions that are never changed."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Mottakerslag(models.TextChoices):
    """Who a letter goes to."""

    VIRKSOMHET = "virksomhet", _("Kommune eller annen virksomhet")
    PERSON = "person", _("Privatperson")


# The texts of a version, each in both languages (`overskrift_nb`, `overskrift_nn` …).
TEKSTFELT = ("overskrift", "konklusjon", "tekst", "hjemmel")


class Brevmal(models.Model):
    """A template: what it is for. What it says stands in its versions."""

    kode = models.CharField(
        _("kode"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z0-9_]*$", _("Bare små bokstaver a–z, tall og understrek."))],
        help_text=_("Navnet malen har i systemet. Kan ikke endres."),
    )
    formaal = models.CharField(
        _("formål"), max_length=120, help_text=_("Hva brevet er, uten personopplysninger. Brukes i arkivet.")
    )
    mottakerslag = models.CharField(_("mottaker"), max_length=10, choices=Mottakerslag.choices)
    aktiv = models.BooleanField(_("aktiv"), default=True)

    class Meta:
        verbose_name = _("brevmal")
        verbose_name_plural = _("brevmaler")
        ordering = ["formaal"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mottakerslag__in=Mottakerslag.values), name="brev_brevmal_kjent_mottaker"
            )
        ]

    def __str__(self) -> str:
        return self.formaal


class Brevmalversjon(models.Model):
    """What a template says from a day on, in both languages. Written once (held by privileges)."""

    mal = models.ForeignKey(Brevmal, models.PROTECT, related_name="versjoner", verbose_name=_("mal"))
    nummer = models.PositiveIntegerField(_("versjon"))
    gyldig_fra = models.DateField(_("gyldig fra"))
    overskrift_nb = models.CharField(_("overskrift, bokmål"), max_length=200)
    konklusjon_nb = models.TextField(_("konklusjon, bokmål"))
    tekst_nb = models.TextField(_("tekst, bokmål"))
    hjemmel_nb = models.TextField(_("hjemmel, bokmål"))
    overskrift_nn = models.CharField(_("overskrift, nynorsk"), max_length=200)
    konklusjon_nn = models.TextField(_("konklusjon, nynorsk"))
    tekst_nn = models.TextField(_("tekst, nynorsk"))
    hjemmel_nn = models.TextField(_("hjemmel, nynorsk"))
    laget = models.DateTimeField(_("laget"), default=timezone.now)
    laget_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("laget av"),
        help_text=_("Tomt for teksten som fulgte med systemet."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("malversjon")
        verbose_name_plural = _("malversjoner")
        constraints = [
            models.UniqueConstraint(fields=["mal", "nummer"], name="brev_brevmalversjon_ett_nummer")
        ]

    def __str__(self) -> str:
        return f"{self.mal}, {self.nummer}"

    def tekst(self, felt: str, maalform: str) -> str:
        """Return one of the texts, in the language."""
        return str(getattr(self, f"{felt}_{maalform}"))

    @property
    def alle_tekster(self) -> list[str]:
        """All texts in both languages: what fields do they use."""
        return [self.tekst(felt, spraak) for felt in TEKSTFELT for spraak in ("nb", "nn")]
