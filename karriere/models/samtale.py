"""Sessions: one person, a group, or three parts; where, when, with which interpreter, and who came."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from karriere.kodeverk import IKKE_TOLK, Oppmoete, Samtaleform, Samtaleslag, Tolk, Tolkeform
from karriere.models.sak import Sak
from karriere.models.senter import Senter
from regionalt.models.felles import Innsendt
from regionalt.personvern import uten_nummer


class Samtale(Innsendt):
    """A session. A group has seats and languages; the others are about one person."""

    senter = models.ForeignKey(
        Senter, models.PROTECT, related_name="samtaler", verbose_name=_("karrieresenter")
    )
    veileder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("veileder")
    )
    slag = models.CharField(_("slag"), max_length=12, choices=Samtaleslag.choices)
    form = models.CharField(_("form"), max_length=6, choices=Samtaleform.choices, default=Samtaleform.STED)
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    videolenke = models.URLField(_("videolenke"), max_length=500, blank=True, default="")
    start = models.DateTimeField(_("fra"))
    slutt = models.DateTimeField(_("til"))
    plasser = models.PositiveSmallIntegerField(_("plasser"), default=1)
    spraak = ArrayField(models.CharField(max_length=3), verbose_name=_("språk"), default=list, blank=True)
    andre = models.CharField(
        _("andre som deltar"), max_length=300, blank=True, default="",
        help_text=_("Rollen, for eksempel programrådgiver."),
    )  # fmt: skip
    tolk = models.CharField(_("tolk"), max_length=16, choices=Tolk.choices)
    tolkespraak = models.CharField(_("tolkespråk"), max_length=3, blank=True, default="")
    tolkeform = models.CharField(
        _("hvor tolken er"), max_length=10, choices=Tolkeform.choices, blank=True, default=""
    )
    ikke_tolk_grunn = Kodekolonne(_("hvorfor ikke kvalifisert tolk"), liste=IKKE_TOLK, blank=True, default="")
    tolk_avlyst = models.BooleanField(_("tolken avlyste eller møtte ikke"), default=False)
    avlyst = models.DateTimeField(_("avlyst"), null=True, editable=False)
    flyttet_til = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name=_("flyttet til"), editable=False
    )
    holdt = models.DateTimeField(_("oppmøtet ført"), null=True, editable=False)
    sekvens = models.PositiveIntegerField(_("utgave i kalenderen"), default=0, editable=False)

    class Meta:
        verbose_name = _("samtale")
        verbose_name_plural = _("samtaler")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    slag__in=Samtaleslag.values,
                    form__in=Samtaleform.values,
                    tolk__in=Tolk.values,
                    tolkeform__in=["", *Tolkeform.values],
                ),
                name="karriere_samtale_kjente_koder",
            ),
            models.CheckConstraint(condition=Q(slutt__gt=F("start")), name="karriere_samtale_slutt"),
            models.CheckConstraint(
                condition=Q(slag=Samtaleslag.GRUPPE, plasser__range=(1, 50)) | Q(plasser=1),
                name="karriere_samtale_plasser",
            ),
            models.CheckConstraint(
                condition=Q(videolenke="") | Q(videolenke__startswith="https://"),
                name="karriere_samtale_videolenke",
            ),
            models.CheckConstraint(
                # who has an interpreter, says which language and where; who goes without a qualified one, why
                condition=(
                    Q(tolk__in=[Tolk.KVALIFISERT, Tolk.IKKE_KVALIFISERT])
                    & ~Q(tolkespraak="")
                    & ~Q(tolkeform="")
                )
                | Q(tolk__in=[Tolk.IKKE_BEHOV, Tolk.UTEN], tolkeform=""),
                name="karriere_samtale_tolk",
            ),
            models.CheckConstraint(
                condition=Q(tolk__in=[Tolk.IKKE_BEHOV, Tolk.KVALIFISERT], ikke_tolk_grunn="")
                | (Q(tolk__in=[Tolk.IKKE_KVALIFISERT, Tolk.UTEN]) & ~Q(ikke_tolk_grunn="")),
                name="karriere_samtale_hvorfor_ikke_tolk",
            ),
            uten_nummer("karriere_samtale_uten_nummer", "sted", "andre"),
        ]
        indexes = [
            models.Index(fields=["senter", "start"], name="karriere_samtale_senter"),
            models.Index(fields=["veileder", "start"], name="karriere_samtale_veileder"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.start:%d.%m.%Y}"


class Deltakelse(models.Model):
    """A person's place in a session, and what became of it."""

    samtale = models.ForeignKey(
        Samtale, models.PROTECT, related_name="deltakelser", verbose_name=_("samtale")
    )
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="deltakelser", verbose_name=_("sak"))
    oppmoete = models.CharField(_("oppmøte"), max_length=10, choices=Oppmoete.choices, blank=True, default="")
    foert = models.DateTimeField(_("ført"), null=True)
    foert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ført av")
    )
    lagt_til = models.DateTimeField(_("lagt til"), auto_now_add=True)

    class Meta:
        verbose_name = _("deltakelse")
        verbose_name_plural = _("deltakelser")
        constraints = [
            models.CheckConstraint(
                condition=Q(oppmoete__in=["", *Oppmoete.values]), name="karriere_deltakelse_oppmoete"
            ),
            models.UniqueConstraint(
                fields=["samtale", "sak"],
                condition=~Q(oppmoete__in=[Oppmoete.AVLYST, Oppmoete.FLYTTET]),
                name="karriere_deltakelse_en_plass",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
