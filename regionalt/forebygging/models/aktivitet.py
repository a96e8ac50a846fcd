"""What is done to prevent, in numbers only, and the national plans it is part of."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from regionalt.forebygging.models.felles import Kildebelagt, med_kilde, til_etter_fra
from regionalt.forebygging.models.nettverk import Nettverk
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Aktivitetsslag(models.TextChoices):
    """Our own list: what is done."""

    KURS = "kurs", _("Kurs eller fagdag")
    SAMTALE = "samtale", _("Dialog eller samtalegruppe")
    INFORMASJON = "informasjon", _("Informasjonstiltak")
    VEILEDNING = "veiledning", _("Veiledning av ansatte")
    ANNET = "annet", _("Annet")


class Forebyggingstema(models.TextChoices):
    """What forskriften § 65 names."""

    KONTROLL = "kontroll", _("Negativ sosial kontroll")
    VOLD = "vold", _("Æresrelatert vold")
    EKTESKAP = "ekteskap", _("Tvangsekteskap")
    LEMLESTELSE = "lemlestelse", _("Kjønnslemlestelse")
    FLERE = "flere", _("Flere av dem")


class NasjonalPlan(Innsendt, Kildebelagt):
    """A plan of the state that activities may be part of."""

    tittel = models.CharField(_("tittel"), max_length=200, unique=True)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)

    class Meta:
        verbose_name = _("nasjonal plan")
        verbose_name_plural = _("nasjonale planer")
        constraints = [
            med_kilde("forebygging_plan_kilde"),
            til_etter_fra("forebygging_plan_til_etter_fra"),
            uten_nummer("forebygging_plan_uten_nummer", "tittel"),
        ]

    def __str__(self) -> str:
        return self.tittel


class Aktivitet(Innsendt):
    """An activity: how many took part, never who."""

    dato = models.DateField(_("dato"))
    slag = models.CharField(_("slag"), max_length=12, choices=Aktivitetsslag.choices)
    tema = models.CharField(_("tema"), max_length=12, choices=Forebyggingstema.choices)
    tittel = models.CharField(_("tittel"), max_length=120)
    maalgruppe = models.CharField(_("målgruppe"), max_length=200)
    deltakere = models.PositiveIntegerField(_("deltakere"), null=True, blank=True)
    kommuner = ArrayField(
        models.CharField(max_length=4), verbose_name=_("kommuner"), default=list, blank=True,
        help_text=_("Kommunenumre. Tom: hele fylket."),
    )  # fmt: skip
    plan = models.ForeignKey(
        NasjonalPlan, models.PROTECT, null=True, blank=True, related_name="aktiviteter",
        verbose_name=_("nasjonal plan"),
    )  # fmt: skip
    nettverk = models.ForeignKey(
        Nettverk, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("nettverk")
    )
    beskrivelse = models.TextField(_("beskrivelse"), max_length=2000, blank=True, default="")

    class Meta:
        verbose_name = _("forebyggende aktivitet")
        verbose_name_plural = _("forebyggende aktiviteter")
        constraints = [
            uten_nummer("forebygging_aktivitet_uten_nummer", "tittel", "maalgruppe", "beskrivelse")
        ]
        indexes = [models.Index(fields=["dato"], name="forebygging_aktivitet_dato")]

    def __str__(self) -> str:
        return self.tittel
