"""The letter: a draft, then locked, then sent."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.brev.models.mal import Mottakerslag
from integrering.utveksling.brev.rules import skriving


class Brevtilstand(models.TextChoices):
    """Where a letter stands."""

    UTKAST = "utkast", _("Utkast")
    FERDIG = "ferdig", _("Ferdig")
    SENDT = "sendt", _("Sendt")
    SLETTET = "slettet", _("Slettet")


class Sendemaate(models.TextChoices):
    """How a letter left the house. The system itself sends only messages, which stay in it."""

    EFORMIDLING = "eformidling", _("eFormidling")
    SVARUT = "svarut", _("SvarUt")
    PAPIR = "papir", _("Papir")
    MELDING = "melding", _("Melding her i systemet")
    EPOST = "epost", _("E-post (bare brev uten personopplysninger)")


class Maalformkilde(models.TextChoices):
    """Why a letter has its language (see `rules.maalform`)."""

    VEDTAK = "vedtak", _("målvedtaket til mottakeren")
    NOEYTRAL = "noeytral", _("mottakeren er nøytral, fylkeskommunens vanlige målform")
    BRUKT = "brukt", _("målformen personen bruker")
    VALGT = "valgt", _("valgt av saksbehandleren")
    OVERSTYRT = "overstyrt", _("valgt mot målvedtaket, med begrunnelse")


def _hvem(ledetekst: Any, **mer: Any) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=ledetekst, **mer
    )


class Brev(Versjonert):
    """One letter to one recipient. Once it is finished its content is locked (a trigger holds it)."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), unique=True, editable=False)
    avsender = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("avsender")
    )
    aar = models.PositiveSmallIntegerField(_("år"), editable=False)
    nummer = models.PositiveIntegerField(_("nummer"), editable=False)
    malversjon = models.ForeignKey("brev.Brevmalversjon", models.PROTECT, verbose_name=_("mal"))
    mottakerslag = models.CharField(_("mottaker"), max_length=10, choices=Mottakerslag.choices)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet")
    )
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person"),
        help_text=_("Personen brevet går til eller handler om."),
    )  # fmt: skip
    maalform = models.CharField(_("målform"), max_length=2, choices=settings.LANGUAGES)
    maalformkilde = models.CharField(_("hvorfor målformen"), max_length=10, choices=Maalformkilde.choices)
    maalformgrunn = models.CharField(_("begrunnelse for målformen"), max_length=300, blank=True, default="")
    dato = models.DateField(_("dato"))
    overskrift = models.CharField(_("overskrift"), max_length=300)
    adresse = models.TextField(_("adresselinjer"), blank=True, default="")
    verdier = models.JSONField(_("flettefelt"), default=dict)
    fritekst = models.TextField(_("egen tekst"), blank=True, default="")
    kontakt_navn = models.CharField(_("kontaktperson"), max_length=100)
    kontakt_epost = models.CharField(_("e-post"), max_length=200, blank=True, default="")
    kontakt_telefon = models.CharField(_("telefon"), max_length=40, blank=True, default="")
    bunke = models.ForeignKey(
        "brev.Brevbunke", models.PROTECT, null=True, related_name="brev", verbose_name=_("bunke")
    )
    tilstand = models.CharField(
        _("status"), max_length=10, choices=Brevtilstand.choices, default=Brevtilstand.UTKAST
    )
    opprettet = models.DateTimeField(_("opprettet"), default=timezone.now)
    opprettet_av = _hvem(_("opprettet av"))
    ferdig = models.DateTimeField(_("ferdig"), null=True)
    ferdig_av = _hvem(_("gjort ferdig av"), null=True)
    sendt = models.DateTimeField(_("merket som sendt"), null=True)
    sendt_av = _hvem(_("sendt av"), null=True)
    sendt_dato = models.DateField(_("sendt"), null=True)
    sendemaate = models.CharField(
        _("sendt som"), max_length=12, choices=Sendemaate.choices, blank=True, default=""
    )
    svar_dato = models.DateField(_("svar mottatt"), null=True)
    svar_notat = models.CharField(_("om svaret"), max_length=300, blank=True, default="")
    svar_av = _hvem(_("svaret registrert av"), null=True)

    class Meta:
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        constraints = [
            models.UniqueConstraint(fields=["avsender", "aar", "nummer"], name="brev_brev_ett_nummer"),
            models.CheckConstraint(
                condition=Q(mottakerslag=Mottakerslag.VIRKSOMHET, virksomhet__isnull=False)
                | Q(mottakerslag=Mottakerslag.PERSON, virksomhet__isnull=True, person__isnull=False)
                | Q(tilstand=Brevtilstand.SLETTET),
                name="brev_brev_en_mottaker",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=Brevtilstand.values), name="brev_brev_kjent_tilstand"
            ),
            models.CheckConstraint(condition=Q(maalform__in=["nb", "nn"]), name="brev_brev_kjent_maalform"),
        ]
        indexes = [
            models.Index(fields=["tilstand", "-id"], name="brev_brev_liste"),
            models.Index(fields=["virksomhet", "-id"], name="brev_brev_til"),
        ]

    def __str__(self) -> str:
        return self.referanse

    @property
    def referanse(self) -> str:
        """«2026/00017»: vår ref."""
        return skriving.referanse(self.aar, self.nummer)

    @property
    def er_utkast(self) -> bool:
        """True while it may be edited."""
        return self.tilstand == Brevtilstand.UTKAST

    @property
    def er_laast(self) -> bool:
        """True when the PDF is final."""
        return self.tilstand in (Brevtilstand.FERDIG, Brevtilstand.SENDT)

    @property
    def til_person(self) -> bool:
        """True for a letter to a private person."""
        return self.mottakerslag == Mottakerslag.PERSON


class Brevfil(models.Model):
    """What was locked: the PDF, and all that is needed to make it again. Written once."""

    brev = models.OneToOneField(Brev, models.PROTECT, primary_key=True, related_name="fil")
    pdf = models.BinaryField(_("PDF"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    inndata = models.TextField(_("inndata"), help_text=_("Det setteren fikk, som JSON."))
    motor = models.CharField(_("motor"), max_length=60, help_text=_("Setteren og skriftene i den."))
    oppsett = models.PositiveSmallIntegerField(_("oppsett"))

    class Meta:
        verbose_name = _("brevfil")
        verbose_name_plural = _("brevfiler")

    def __str__(self) -> str:
        return self.sha256[:12]


class Brevnummer(models.Model):
    """The last reference number used, by sender and year."""

    avsender = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+")
    aar = models.PositiveSmallIntegerField(_("år"))
    siste = models.PositiveIntegerField(_("siste nummer"))

    class Meta:
        verbose_name = _("brevnummer")
        verbose_name_plural = _("brevnumre")
        constraints = [models.UniqueConstraint(fields=["avsender", "aar"], name="brev_brevnummer_en_per_aar")]

    def __str__(self) -> str:
        return skriving.referanse(self.aar, self.siste)


class Brevaapning(models.Model):
    """Someone at the recipient opened a letter. Written once."""

    brev = models.ForeignKey(Brev, models.PROTECT, related_name="aapninger")
    tid = models.DateTimeField(_("åpnet"), default=timezone.now)
    bruker = _hvem(_("bruker"))
    virksomhet = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("åpning av brev")
        verbose_name_plural = _("åpninger av brev")

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
