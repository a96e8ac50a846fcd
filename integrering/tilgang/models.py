"""Organisations, users, their roles, and the log of look-ups."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.roller import Rolle


class Virksomhetstype(models.TextChoices):
    """Kinds of organisation."""

    KOMMUNE = "kommune", _("Kommune")
    FYLKESKOMMUNE = "fylkeskommune", _("Fylkeskommune")
    SKOLE = "skole", _("Skole")
    FRIVILLIG = "frivillig", _("Frivillig organisasjon")


class Maalform(models.TextChoices):
    """The written standard an organisation has decided, or a user reads."""

    BOKMAAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")
    NOEYTRAL = "noeytral", _("Nøytral")


@pghistory.track(model_name="VirksomhetHendelse")
class Virksomhet(models.Model):
    """A municipality, county, school or voluntary organisation."""

    id = models.AutoField(primary_key=True)
    type = models.CharField(_("type"), max_length=20, choices=Virksomhetstype.choices)
    nummer = models.CharField(
        _("nummer"),
        max_length=9,
        help_text=_("Kommunenummer, fylkesnummer eller organisasjonsnummer, med ledende nuller."),
    )
    navn = models.CharField(_("navn"), max_length=200)
    navn_andre = models.CharField(
        _("andre navn"), max_length=300, blank=True, default="", help_text=_("Samiske og kvenske navn.")
    )
    overordnet = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("overordnet"),
        related_name="underordnede",
    )
    maalform = models.CharField(
        _("målform"), max_length=10, choices=Maalform.choices, blank=True, default="",
        help_text=_("Målvedtaket; brev til kommunen skrives på dette språket (språklova § 15)."),
    )  # fmt: skip
    maalform_status = models.CharField(_("kilde for målform"), max_length=20, blank=True, default="")
    innbyggere = models.PositiveIntegerField(_("innbyggere"), null=True, blank=True)
    innbyggere_per = models.DateField(_("innbyggertall per"), null=True, blank=True)
    aktiv = models.BooleanField(_("aktiv"), default=True)

    class Meta:
        verbose_name = _("virksomhet")
        verbose_name_plural = _("virksomheter")
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["type", "nummer"], name="tilgang_virksomhet_en_per_nummer"),
            models.CheckConstraint(
                condition=~Q(type="kommune") | Q(nummer__regex=r"^\d{4}$", overordnet__isnull=False),
                name="tilgang_virksomhet_kommunenummer",
            ),
            models.CheckConstraint(
                condition=~Q(type="fylkeskommune") | Q(nummer__regex=r"^\d{2}$"),
                name="tilgang_virksomhet_fylkesnummer",
            ),
            models.CheckConstraint(
                condition=Q(type__in=Virksomhetstype.values), name="tilgang_virksomhet_kjent_type"
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def kode(self) -> str:
        """Short code used in payouts: «K5001» for a municipality, «F50» for a county."""
        return f"{'K' if self.type == Virksomhetstype.KOMMUNE else 'F'}{self.nummer}"


@pghistory.track(model_name="BrukerHendelse", exclude=["password", "last_login"])
class Bruker(AbstractUser):
    """Someone who logs in. What they may do stands in their roles."""

    maalform = models.CharField(_("språk"), max_length=2, choices=settings.LANGUAGES, default="nb")

    class Meta:
        verbose_name = _("bruker")
        verbose_name_plural = _("brukere")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


ROLLENAVN = [
    (Rolle.FYLKE_SAKSBEHANDLER.value, _("Saksbehandler i fylkeskommunen")),
    (Rolle.TILSKUDDSRAADGIVER.value, _("Tilskuddsrådgiver")),
    (Rolle.TILSKUDDSGODKJENNER.value, _("Tilskuddsgodkjenner")),
    (Rolle.ADMINISTRATOR.value, _("Administrator")),
    (Rolle.INNSYNSREVISOR.value, _("Innsynsrevisor")),
    (Rolle.KOMMUNE_FLYKTNINGTJENESTE.value, _("Flyktningtjenesten i kommunen")),
    (Rolle.KOMMUNE_ADMINISTRATOR.value, _("Administrator i kommunen")),
    (Rolle.SKOLEKONTAKT.value, _("Kontaktperson på skolen")),
    (Rolle.ORGANISASJON_SOEKER.value, _("Kontaktperson i frivillig organisasjon")),
]


@pghistory.track(model_name="RolletildelingHendelse")
class Rolletildeling(models.Model):
    """A user has a role for an organisation, for a time."""

    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("bruker"), related_name="rolletildelinger"
    )
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, verbose_name=_("virksomhet"))
    rolle = models.CharField(_("rolle"), max_length=40, choices=ROLLENAVN)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til og med"), null=True, blank=True)
    kan_se_skjermede = models.BooleanField(
        _("kan se personer med adressebeskyttelse"), default=False,
        help_text=_("Gis bare til navngitte personer som trenger det i arbeidet."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("rolletildeling")
        verbose_name_plural = _("rolletildelinger")
        constraints = [
            models.UniqueConstraint(
                fields=["bruker", "virksomhet", "rolle", "fra"], name="tilgang_rolletildeling_en_fra"
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=models.F("fra")),
                name="tilgang_rolletildeling_til_etter_fra",
            ),
            models.CheckConstraint(
                condition=Q(rolle__in=[r.value for r in Rolle]), name="tilgang_rolletildeling_kjent_rolle"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rolle_display()}, {self.virksomhet}"


class Innsyn(models.Model):
    """Someone looked at a person. Written once, never changed (held by privileges and a policy)."""

    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="+", verbose_name=_("virksomhet"))
    # nir lies above this floor: the person is named by number, and the reference is added by nir's migration.
    person_id = models.BigIntegerField(_("person"), db_index=True)
    hvor = models.CharField(_("hvor"), max_length=100)
    grunn = models.CharField(_("grunn"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("innsyn")
        verbose_name_plural = _("innsynslogg")
        indexes = [models.Index(fields=["tid"], name="tilgang_innsyn_tid")]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
