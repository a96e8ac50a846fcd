"""Organisations, users, their roles, and the log of look-ups."""

from __future__ import annotations

import uuid

import pghistory
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.tilgang.api.models import Apiklient, Apisvar  # noqa: F401 - have a file of their own
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
    sesjonsrunde = models.PositiveIntegerField(
        _("sesjonsrunde"), default=0, editable=False,
        help_text=_("Økes for å avslutte alle sesjonene til brukeren."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("bruker")
        verbose_name_plural = _("brukere")
        constraints = [
            models.UniqueConstraint(
                Lower("email"), condition=~Q(email=""), name="tilgang_bruker_en_epost",
                violation_error_message=_("En annen bruker har denne e-postadressen."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie each session to the password and to the round: when either changes, all sessions end."""
        noekkel = "integrering.tilgang.Bruker.sesjon"
        innhold = f"{self.password}:{self.sesjonsrunde}"
        return salted_hmac(noekkel, innhold, secret=secret, algorithm="sha256").hexdigest()


ROLLENAVN = [
    (Rolle.FYLKE_SAKSBEHANDLER.value, _("Saksbehandler i fylkeskommunen")),
    (Rolle.KARRIEREVEILEDER.value, _("Karriereveileder")),
    (Rolle.OPPLAERINGSKOORDINATOR.value, _("Opplæringskoordinator")),
    (Rolle.TILSKUDDSRAADGIVER.value, _("Tilskuddsrådgiver")),
    (Rolle.TILSKUDDSGODKJENNER.value, _("Tilskuddsgodkjenner")),
    (Rolle.BOSETTINGSGODKJENNER.value, _("Bosettingsgodkjenner")),
    (Rolle.LEDER.value, _("Leder i fylkeskommunen")),
    (Rolle.ADMINISTRATOR.value, _("Administrator")),
    (Rolle.INNSYNSREVISOR.value, _("Innsynsrevisor")),
    (Rolle.KOMMUNE_FLYKTNINGTJENESTE.value, _("Flyktningtjenesten i kommunen")),
    (Rolle.KOMMUNE_VOKSENOPPLAERING.value, _("Voksenopplæringen i kommunen")),
    (Rolle.KOMMUNE_ADMINISTRATOR.value, _("Administrator i kommunen")),
    (Rolle.SKOLEKONTAKT.value, _("Kontaktperson på skolen")),
    (Rolle.ORGANISASJON_SOEKER.value, _("Kontaktperson i frivillig organisasjon")),
]


@pghistory.track(model_name="RolletildelingHendelse")
class Rolletildeling(Versjonert):
    """A user has a role for an organisation, for a time. A closed one (`stengt`) counts for nothing."""

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
    stengt = models.DateTimeField(_("stengt"), null=True, blank=True, editable=False)

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
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker"), db_index=False
    )
    virksomhet = models.ForeignKey(
        Virksomhet, models.PROTECT, related_name="+", verbose_name=_("virksomhet"), db_index=False
    )
    # nir lies above this floor: the person is named by number, and the reference is added by nir's migration.
    person_id = models.BigIntegerField(_("person"))
    hvor = models.CharField(_("hvor"), max_length=100)
    grunn = models.CharField(_("grunn"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("innsyn")
        verbose_name_plural = _("innsynslogg")
        # the log is read newest first, by one of these at a time
        indexes = [
            models.Index(fields=["tid", "id"], name="tilgang_innsyn_naar"),
            models.Index(fields=["person_id", "tid", "id"], name="tilgang_innsyn_paa_hvem"),
            models.Index(fields=["bruker", "tid", "id"], name="tilgang_innsyn_av_hvem"),
            models.Index(fields=["virksomhet", "tid", "id"], name="tilgang_innsyn_for_hvem"),
            models.Index(fields=["hvor", "tid", "id"], name="tilgang_innsyn_hvor"),
        ]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"


class Invitasjon(models.Model):
    """An invitation to choose a password. The link's key is not kept, only its fingerprint (SHA-256)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitasjoner", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="+", verbose_name=_("virksomhet"))
    invitert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invitert av")
    )
    opprettet = models.DateTimeField(_("opprettet"), default=timezone.now)
    avtrykk = models.CharField(_("avtrykk av nøkkelen"), max_length=64, blank=True, default="")
    utloeper = models.DateTimeField(_("utløper"), null=True)
    bestilt = models.DateTimeField(_("bestilt"), default=timezone.now)
    sendt_antall = models.PositiveSmallIntegerField(_("antall ganger sendt"), default=0)
    brukt = models.DateTimeField(_("brukt"), null=True)
    trukket = models.DateTimeField(_("trukket tilbake"), null=True)
    bedt_om_ny = models.DateTimeField(_("bedt om ny"), null=True)

    class Meta:
        verbose_name = _("invitasjon")
        verbose_name_plural = _("invitasjoner")
        constraints = [
            models.UniqueConstraint(
                fields=["bruker"], condition=Q(brukt__isnull=True, trukket__isnull=True),
                name="tilgang_invitasjon_en_aapen",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["avtrykk"], name="tilgang_invitasjon_avtrykk")]

    def __str__(self) -> str:
        return f"{self.bruker}, {self.virksomhet}"


class Passordlenke(models.Model):
    """Someone has forgotten the password. A row is written whether or not the user exists: the same work."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opprettet = models.DateTimeField(default=timezone.now)
    hvem = models.CharField(max_length=64)  # keyed fingerprints of what was typed, and of where it came from
    hvorfra = models.CharField(max_length=64)
    avtrykk = models.CharField(max_length=64, blank=True, default="")
    utloeper = models.DateTimeField(null=True)
    brukt = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("passordlenke")
        verbose_name_plural = _("passordlenker")
        indexes = [
            models.Index(fields=["hvem", "opprettet"], name="tilgang_passordlenke_hvem"),
            models.Index(fields=["hvorfra", "opprettet"], name="tilgang_passordlenke_hvorfra"),
            models.Index(fields=["avtrykk"], name="tilgang_passordlenke_avtrykk"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Sending(models.TextChoices):
    """How far an e-mail is. `UVISST`: the worker died while it was being sent; it is not sent again."""

    VENTER = "venter", _("Venter")
    SENDES = "sendes", _("Sendes")
    SENDT = "sendt", _("Sendt")
    FEILET = "feilet", _("Feilet")
    UVISST = "uvisst", _("Uvisst om den kom fram")


class Utsending(models.Model):
    """The outbox of e-mail: to whom, of which kind, about which row. The text is made when it is sent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("til")
    )
    slag = models.CharField(_("slag"), max_length=40)
    gjelder = models.UUIDField(_("gjelder"), null=True)
    noekkel = models.CharField(max_length=100, blank=True, default="")
    opprettet = models.DateTimeField(_("opprettet"), default=timezone.now)
    tilstand = models.CharField(_("tilstand"), max_length=10, choices=Sending.choices, default=Sending.VENTER)
    forsoek = models.PositiveSmallIntegerField(_("forsøk"), default=0)
    neste = models.DateTimeField(_("neste forsøk"), default=timezone.now)
    ferdig = models.DateTimeField(_("ferdig"), null=True)
    feil = models.CharField(_("feil"), max_length=60, blank=True, default="")

    class Meta:
        verbose_name = _("e-post")
        verbose_name_plural = _("e-post")
        constraints = [
            models.UniqueConstraint(
                fields=["noekkel"], condition=~Q(noekkel=""), name="tilgang_utsending_en_per_noekkel"
            ),
        ]
        indexes = [
            models.Index(
                fields=["neste"], condition=Q(tilstand__in=["venter", "sendes"]),
                name="tilgang_utsending_venter",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.slag} {self.pk}"


class Alvor(models.TextChoices):
    """How serious a message about the service is (three steps, as Digdir advises)."""

    INFO = "info", _("Informasjon")
    ADVARSEL = "warning", _("Noe virker ikke som det skal")
    FEIL = "danger", _("Noe virker ikke")


@pghistory.track(model_name="DriftsmeldingHendelse")
class Driftsmelding(Versjonert):
    """A message about the service, on top of every page while it lasts."""

    tekst = models.CharField(_("tekst på bokmål"), max_length=300)
    tekst_nn = models.CharField(_("tekst på nynorsk"), max_length=300)
    alvor = models.CharField(_("alvor"), max_length=10, choices=Alvor.choices, default=Alvor.INFO)
    fra = models.DateTimeField(_("vises fra"), default=timezone.now)
    til = models.DateTimeField(_("vises til"), null=True, blank=True)

    class Meta:
        verbose_name = _("driftsmelding")
        verbose_name_plural = _("driftsmeldinger")
        ordering = ["-fra"]
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gt=models.F("fra")),
                name="tilgang_driftsmelding_til_etter_fra",
                violation_error_message=_("«Vises til» må være etter «vises fra»."),
            ),
            models.CheckConstraint(
                condition=Q(alvor__in=Alvor.values), name="tilgang_driftsmelding_kjent_alvor"
            ),
        ]

    def __str__(self) -> str:
        return self.tekst
