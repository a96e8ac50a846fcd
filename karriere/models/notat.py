"""Karriereveileders notat: the draft, the finished versions, who read them, and whether they were used."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from karriere.kodeverk import Notatbruk, Spraak
from karriere.models.sak import Sak
from regionalt.personvern import uten_nummer

TEKSTFELT = (
    "utfyllende",
    "oensker",
    "muligheter",
    "behov_tekst",
    "hindringer",
    "anbefaling",
    "begrunnelse",
    "veien_videre",
)
LENGDE = 4_000


def _tekst(navn: object, hjelp: object = "") -> models.CharField[str, str]:
    return models.CharField(navn, max_length=LENGDE, blank=True, default="", help_text=hjelp)  # type: ignore[arg-type]


class Notatfelter(models.Model):
    """The sections: forskriften § 47 second paragraph, and the recommendation of integreringsloven § 11."""

    spraak = models.CharField(_("målform"), max_length=2, choices=Spraak.choices, default=Spraak.NB)
    utfyllende = _tekst(_("utfyllende kompetanseopplysninger"), _("Forskriften § 47 andre ledd."))
    oensker = _tekst(_("ønsker innen utdanning og arbeid"), _("Forskriften § 47 andre ledd."))
    muligheter = _tekst(_("muligheter innen utdanning og arbeid"), _("Forskriften § 47 andre ledd."))
    behov = ArrayField(
        models.CharField(max_length=40), verbose_name=_("behov for å søke"), default=list, blank=True,
        help_text=_("Forskriften § 47 andre ledd."),
    )  # fmt: skip
    behov_tekst = _tekst(_("mer om behovene"))
    hindringer = _tekst(_("eventuelle hindringer"), _("Forskriften § 47 andre ledd."))
    sluttmaal = models.CharField(
        _("anbefalt sluttmål"), max_length=20, blank=True, default="",
        help_text=_("Integreringsloven §§ 11, 13 og 14. Ikke ved kollektiv beskyttelse (§ 37 b)."),
    )  # fmt: skip
    anbefaling = _tekst(_("anbefaling"), _("Integreringsloven § 11 fjerde ledd."))
    begrunnelse = _tekst(_("begrunnelse"))
    veien_videre = _tekst(_("veien videre"))

    class Meta:
        abstract = True

    @property
    def har_anbefaling(self) -> bool:
        """True when it recommends something."""
        return bool(self.sluttmaal or self.anbefaling)


class Notatutkast(Notatfelter, Versjonert):
    """What is being written. One a case; gone when it is finished."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    sak = models.OneToOneField(Sak, models.PROTECT, related_name="notatutkast", verbose_name=_("sak"))

    class Meta:
        verbose_name = _("utkast til notat")
        verbose_name_plural = _("utkast til notater")
        constraints = [uten_nummer("karriere_notatutkast_uten_nummer", *TEKSTFELT)]

    def __str__(self) -> str:
        return str(self.noekkel)


class Notat(Notatfelter):
    """A finished version. It never changes; what is written after is the next version."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="notater", verbose_name=_("sak"))
    nr = models.PositiveSmallIntegerField(_("versjon"))
    ferdig = models.DateTimeField(_("ferdig"))
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("skrevet av")
    )
    overlevert = models.DateTimeField(_("overlevert kommunen"), null=True)
    overlevert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("overlevert av")
    )
    overlevert_til = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("overlevert til")
    )
    registrert_imdinett = models.DateField(_("registrert i IMDinett"), null=True)

    class Meta:
        verbose_name = _("karriereveileders notat")
        verbose_name_plural = _("karriereveileders notater")
        ordering = ["sak", "nr"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "nr"], name="karriere_notat_en_av_hver_versjon"),
            models.CheckConstraint(
                condition=Q(overlevert__isnull=True, overlevert_av__isnull=True, overlevert_til__isnull=True)
                | Q(
                    overlevert__isnull=False, overlevert_av__isnull=False, overlevert_til__isnull=False,
                ),
                name="karriere_notat_overlevert_helt",
            ),
            uten_nummer("karriere_notat_uten_nummer", *TEKSTFELT),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.nr}"


class Notatlesning(models.Model):
    """Somebody read a finished note: the receipt, when it is the municipality."""

    notat = models.ForeignKey(Notat, models.PROTECT, related_name="lesninger", verbose_name=_("notat"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    tid = models.DateTimeField(_("lest"), auto_now_add=True)

    class Meta:
        verbose_name = _("lesning av notat")
        verbose_name_plural = _("lesninger av notater")
        constraints = [
            # the log of look-ups has every reading; here stands the first of each
            models.UniqueConstraint(fields=["notat", "bruker", "virksomhet"], name="karriere_lest_en_gang")
        ]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y}"


class Notatsvar(models.Model):
    """The municipality's answer in the decision: was the note used, and if not, why."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="notatsvar", verbose_name=_("sak"))
    notat = models.ForeignKey(Notat, models.PROTECT, related_name="svar", verbose_name=_("notat"))
    vedtak = models.UUIDField(_("registreringen av vedtaket"), unique=True)
    svar = models.CharField(_("brukt i vedtaket"), max_length=10, choices=Notatbruk.choices)
    grunn = models.CharField(_("hvorfor ikke"), max_length=500, blank=True, default="")
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), auto_now_add=True)

    class Meta:
        verbose_name = _("svar om bruken av notatet")
        verbose_name_plural = _("svar om bruken av notater")
        constraints = [
            models.CheckConstraint(condition=Q(svar__in=Notatbruk.values), name="karriere_notatsvar_kjent"),
            uten_nummer("karriere_notatsvar_uten_nummer", "grunn"),
        ]

    def __str__(self) -> str:
        return self.svar
