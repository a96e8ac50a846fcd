"""The criteria of a year: what the ministry says counts, and the weight the county gives it."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Indikator, Sikkerhet, prosent
from regionalt.models.felles import Innsendt


class Kriterium(Innsendt):
    """One criterion. Without a weight it does not move anything; no source gives the weights."""

    runde = models.ForeignKey(
        "bosetting.Runde", models.PROTECT, related_name="kriterier", verbose_name=_("runde")
    )
    nr = models.PositiveSmallIntegerField(_("nummer"))
    navn = models.CharField(_("kort navn"), max_length=60)
    tekst = models.CharField(_("kriteriet"), max_length=1000)
    stoerst_vekt = models.BooleanField(_("skal ha størst vekt"), default=False)
    vekt = models.DecimalField(
        _("vekt"), max_digits=3, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(1))],
    )  # fmt: skip
    indikatorer = ArrayField(
        models.CharField(max_length=20, choices=Indikator.choices),
        default=list,
        blank=True,
        verbose_name=_("tall og vurderinger som viser det"),
    )
    motsatt = models.BooleanField(
        _("høyt tall taler for færre"), default=False,
        help_text=_("For eksempel områder som alt har høy andel innvandrere."),
    )  # fmt: skip
    kilde = models.CharField(_("kilde"), max_length=300)
    kilde_url = models.URLField(_("adressen til kilden"), max_length=300, blank=True, default="")
    hentet = models.DateField(_("hentet"))
    sikkerhet = models.CharField(
        _("hvor sikkert"), max_length=10, choices=Sikkerhet.choices, default=Sikkerhet.KILDE
    )

    class Meta:
        verbose_name = _("kriterium")
        verbose_name_plural = _("kriterier")
        constraints = [
            models.UniqueConstraint(fields=["runde", "nr"], name="bosetting_kriterium_ett_nummer"),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="bosetting_kriterium_kjent_sikkerhet"
            ),
            models.CheckConstraint(
                condition=Q(vekt__isnull=True) | Q(vekt__gte=0, vekt__lte=1),
                name="bosetting_kriterium_vekt_er_en_andel",
            ),
            models.CheckConstraint(
                condition=Q(indikatorer__contained_by=list(Indikator.values)),
                name="bosetting_kriterium_kjente_indikatorer",
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def kode(self) -> str:
        """Its name in a calculation."""
        return f"k{self.nr}"

    @property
    def vekt_prosent(self) -> int | None:
        """The weight in per cent."""
        return prosent(self.vekt)

    @property
    def indikatornavn(self) -> list[str]:
        """What serves it, in words."""
        return [str(Indikator(i).label) for i in self.indikatorer]
