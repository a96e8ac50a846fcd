"""The meeting, who takes part, and whom it concerns."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne, kodenavn
from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.moeter.kodeverk import MOETETYPE, Moetetilstand


class Moete(Versjonert):
    """A meeting. Its owner changes it; those who are invited see it (held by policies)."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(
        _("innsending"),
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text=_("Skjemaet møtet kom fra: sendt to ganger blir det ett møte."),
    )
    eier = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("innkalt av")
    )
    type = Kodekolonne(_("type møte"), liste=MOETETYPE)
    tittel = models.CharField(_("tittel"), max_length=120)
    start = models.DateTimeField(_("start"))
    slutt = models.DateTimeField(_("slutt"))
    sted = models.CharField(_("sted"), max_length=200, blank=True, default="")
    videolenke = models.URLField(_("videolenke"), max_length=500, blank=True, default="")
    dagsorden = models.TextField(_("dagsorden"), blank=True, default="")
    referat = models.TextField(_("referat"), blank=True, default="")
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Moetetilstand.choices, default=Moetetilstand.PLANLAGT
    )
    avlyst_grunn = models.CharField(_("hvorfor avlyst"), max_length=300, blank=True, default="")
    referat_godkjent = models.DateTimeField(_("referatet godkjent"), null=True, editable=False)
    referat_godkjent_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("referatet godkjent av"),
    )
    forrige = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="neste",
        verbose_name=_("forrige møte"),
    )
    fast_tid = models.ForeignKey(
        "moeter.FastTid",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="moeter",
        verbose_name=_("fast tid"),
    )
    fast_uke = models.DateField(
        _("uke"), null=True, editable=False, help_text=_("Mandagen i uken den faste tiden gjelder.")
    )
    sekvens = models.PositiveIntegerField(
        _("kalenderversjon"), default=0, editable=False, help_text=_("SEQUENCE i kalenderfilen.")
    )
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opprettet av")
    )

    class Meta:
        verbose_name = _("møte")
        verbose_name_plural = _("møter")
        constraints = [
            models.CheckConstraint(condition=Q(slutt__gt=F("start")), name="moeter_moete_slutt_etter_start"),
            models.CheckConstraint(
                condition=Q(tilstand__in=Moetetilstand.values), name="moeter_moete_kjent_tilstand"
            ),
            models.CheckConstraint(
                condition=Q(videolenke="") | Q(videolenke__startswith="https://"),
                name="moeter_moete_videolenke_https",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Moetetilstand.AVLYST) | ~Q(avlyst_grunn=""),
                name="moeter_moete_avlyst_med_grunn",
            ),
            models.CheckConstraint(
                condition=Q(referat_godkjent__isnull=True, referat_godkjent_av__isnull=True)
                | Q(
                    referat_godkjent__isnull=False,
                    referat_godkjent_av__isnull=False,
                    tilstand=Moetetilstand.AVHOLDT,
                ),
                name="moeter_moete_godkjent_av_noen",
            ),
            models.CheckConstraint(
                condition=Q(fast_tid__isnull=True) | Q(fast_uke__isnull=False), name="moeter_moete_fast_uke"
            ),
            models.UniqueConstraint(fields=["fast_tid", "fast_uke"], name="moeter_moete_ett_i_uken"),
        ]
        indexes = [
            models.Index(fields=["start", "id"], name="moeter_moete_start"),
            models.Index(fields=["eier", "start", "id"], name="moeter_moete_eier_start"),
        ]

    def __str__(self) -> str:
        return f"{kodenavn(MOETETYPE, self.type)}: {self.tittel}"

    @property
    def avlyst(self) -> bool:
        """True for a meeting that was called off."""
        return self.tilstand == Moetetilstand.AVLYST

    @property
    def laast(self) -> bool:
        """True when the minutes are approved: from then on they are only corrected, with a reason."""
        return self.referat_godkjent is not None

    @property
    def aapent(self) -> bool:
        """True while it, its points and its files may be changed."""
        return not (self.laast or self.avlyst)

    @property
    def farge(self) -> str:
        """Colour that underlines the state."""
        return {"planlagt": "info", "avholdt": "success"}.get(self.tilstand, "warning")


class Deltakelse(models.Model):
    """Who takes part: an organisation, a user of it, or someone from outside by name."""

    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet")
    )
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("bruker")
    )
    navn = models.CharField(_("navn"), max_length=100, blank=True, default="")
    organisasjon = models.CharField(_("organisasjon"), max_length=100, blank=True, default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        if self.bruker_id:
            return f"{self.bruker}, {self.virksomhet}"
        return str(self.virksomhet) if self.virksomhet_id else ", ".join(filter(None, self.ekstern))

    @property
    def ekstern(self) -> tuple[str, str]:
        """Name and organisation of someone from outside."""
        return self.navn, self.organisasjon

    @property
    def felter(self) -> dict[str, Any]:
        """What is copied to another meeting."""
        return {
            "virksomhet_id": self.virksomhet_id,
            "bruker_id": self.bruker_id,
            "navn": self.navn,
            "organisasjon": self.organisasjon,
        }


def deltakelse_constraints(eier: str) -> list[models.BaseConstraint]:
    """Return what holds for the participants of a meeting or a slot; `eier` is its column."""
    prefiks = "moeter_%(class)s_"
    return [
        models.CheckConstraint(
            condition=Q(virksomhet__isnull=False, navn="")
            | Q(virksomhet__isnull=True, bruker__isnull=True) & ~Q(navn=""),
            name=f"{prefiks}noen",
        ),
        models.UniqueConstraint(
            fields=[eier, "virksomhet", "bruker", "navn", "organisasjon"],
            nulls_distinct=False,
            name=f"{prefiks}en_gang",
        ),
    ]


class Deltaker(Deltakelse):
    """Takes part in a meeting. The organisation of one who does, sees the meeting."""

    moete = models.ForeignKey(Moete, models.CASCADE, related_name="deltakere", verbose_name=_("møte"))

    class Meta:
        verbose_name = _("deltaker")
        verbose_name_plural = _("deltakere")
        constraints = deltakelse_constraints("moete")
        indexes = [models.Index(fields=["virksomhet", "moete"], name="moeter_deltaker_virksomhet")]


class Moetekommune(models.Model):
    """A municipality the meeting concerns."""

    moete = models.ForeignKey(Moete, models.CASCADE, related_name="kommuner", verbose_name=_("møte"))
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("kommune")
    )

    class Meta:
        verbose_name = _("kommune møtet gjelder")
        verbose_name_plural = _("kommuner møtet gjelder")
        constraints = [models.UniqueConstraint(fields=["moete", "kommune"], name="moeter_kommune_en_gang")]

    def __str__(self) -> str:
        return str(self.kommune)


class Moeteperson(models.Model):
    """A person the meeting concerns; participants see those they may see anyway. Taken out, never deleted."""

    moete = models.ForeignKey(Moete, models.PROTECT, related_name="personer", verbose_name=_("møte"))
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    tatt_ut = models.DateTimeField(_("tatt ut"), null=True, editable=False)

    class Meta:
        verbose_name = _("person møtet gjelder")
        verbose_name_plural = _("personer møtet gjelder")
        constraints = [
            models.UniqueConstraint(
                fields=["moete", "person"],
                condition=Q(tatt_ut__isnull=True),
                name="moeter_moeteperson_en_gang",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Referatrettelse(models.Model):
    """A correction of approved minutes: what stood, what stands now, why. Written once."""

    moete = models.ForeignKey(Moete, models.PROTECT, related_name="rettelser", verbose_name=_("møte"))
    foer = models.TextField(_("før"), blank=True)
    etter = models.TextField(_("etter"), blank=True)
    aarsak = models.CharField(_("begrunnelse"), max_length=300)
    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("rettet av")
    )

    class Meta:
        verbose_name = _("rettelse av referat")
        verbose_name_plural = _("rettelser av referat")
        constraints = [
            models.CheckConstraint(condition=~Q(aarsak=""), name="moeter_rettelse_med_begrunnelse")
        ]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y}"


class Moetevedlegg(models.Model):
    """A file that belongs to a meeting: seen by all who see the meeting."""

    moete = models.ForeignKey(Moete, models.PROTECT, related_name="vedlegg", verbose_name=_("møte"))
    vedlegg = models.OneToOneField(
        "vedlegg.Vedlegg", models.PROTECT, related_name="+", verbose_name=_("vedlegg")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )

    class Meta:
        verbose_name = _("vedlegg til møte")
        verbose_name_plural = _("vedlegg til møter")

    def __str__(self) -> str:
        return str(self.pk)
