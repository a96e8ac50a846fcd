"""What was expected beside what came: one row per payment round, code and person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from tilskudd.innbetalinger.kodeverk import TILSKUDDSKODE
from tilskudd.models.felt import KvartalFelt


class Utfallsvalg(models.TextChoices):
    """What a comparison shows (values as in `rules.utfall.Utfall`)."""

    STEMMER = "stemmer", _("Stemmer")
    MANGLER = "mangler", _("Mangler hos IMDi")
    MER = "mer", _("Mer enn forventet")
    UKJENT_PERSON = "ukjent_person", _("Ukjent person")
    ANNEN_KODE = "annen_kode", _("Annen kode eller annet kvartal")
    ANNET_BELOEP = "annet_beloep", _("Annet beløp")
    TREKK = "trekk", _("Trekk som ikke stemmer")


class Poststatus(models.TextChoices):
    """How far we are with a difference."""

    NY = "ny", _("Ny")
    UNDERSOEKES = "undersoekes", _("Undersøkes")
    MELDT = "meldt", _("Meldt IMDi")
    FORKLART = "forklart", _("Forklart")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Post(models.Model):
    """One comparison. Written by the matching; people only move its status.

    Without a person it is a sum for many (`duf` empty), or a number no person has.
    """

    kvartal = KvartalFelt(_("utbetalingsrunde"))
    kode = Kodekolonne(_("tilskuddskode"), liste=TILSKUDDSKODE)
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    duf = models.CharField(_("DUF-nummer"), max_length=12, blank=True, default="")
    forventet_oere = models.BigIntegerField(_("forventet i øre"))
    mottatt_oere = models.BigIntegerField(_("mottatt i øre"))
    utfall = models.CharField(_("utfall"), max_length=13, choices=Utfallsvalg.choices)
    status = models.CharField(_("status"), max_length=11, choices=Poststatus.choices, default=Poststatus.NY)
    status_tid = models.DateTimeField(_("status satt"), null=True)
    status_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("satt av")
    )
    funnet = models.DateTimeField(_("funnet"), db_default=Now(), editable=False)
    endret = models.DateTimeField(_("beløpene endret"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("avstemt post")
        verbose_name_plural = _("avstemte poster")
        ordering = ["-kvartal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kvartal", "kode", "person", "duf"],
                nulls_distinct=False,
                name="innbetalinger_post_en_per_person",
            ),
            models.CheckConstraint(
                condition=Q(utfall__in=Utfallsvalg.values), name="innbetalinger_post_utfall"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Poststatus.values), name="innbetalinger_post_status"
            ),
            models.CheckConstraint(
                condition=Q(duf="") | Q(person__isnull=True), name="innbetalinger_post_duf_uten_person"
            ),
        ]
        indexes = [
            models.Index(
                fields=["kvartal", "status"], condition=~Q(utfall="stemmer"), name="innbetalinger_post_avvik"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.kvartal}"

    @property
    def differanse_oere(self) -> int:
        """Received minus expected: negative is money that has not come."""
        return self.mottatt_oere - self.forventet_oere


class Posthendelse(models.Model):
    """What was done with a difference, and a short note, never about a person's life. Written once."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="hendelser", verbose_name=_("post"))
    tid = models.DateTimeField(_("tid"), db_default=Now(), editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("av"),
        help_text=_("Tom: avstemmingen selv."),
    )  # fmt: skip
    fra = models.CharField(_("fra"), max_length=11, choices=Poststatus.choices)
    til = models.CharField(_("til"), max_length=11, choices=Poststatus.choices)
    notat = models.CharField(_("notat"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("hendelse i avstemmingen")
        verbose_name_plural = _("hendelser i avstemmingen")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(fra=F("til")) | ~Q(notat=""), name="innbetalinger_hendelse_sier_noe"
            )
        ]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y}: {self.get_til_display()}"


class Avstemmingssum(models.Model):
    """The totals of a payment round and code over all persons. Written by the matching."""

    kvartal = KvartalFelt(_("utbetalingsrunde"))
    kode = Kodekolonne(_("tilskuddskode"), liste=TILSKUDDSKODE)
    forventet_oere = models.BigIntegerField(_("forventet i øre"))
    mottatt_oere = models.BigIntegerField(_("mottatt i øre"))
    poster = models.PositiveIntegerField(_("poster"))
    avvik = models.PositiveIntegerField(_("avvik"))

    class Meta:
        verbose_name = _("sum i avstemmingen")
        verbose_name_plural = _("summer i avstemmingen")
        ordering = ["-kvartal", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["kvartal", "kode"], name="innbetalinger_sum_en_per_kode")
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.kvartal}"


class Avstemmingskjoering(models.Model):
    """When payments were last held against lines: what is posted later is not in it."""

    tid = models.DateTimeField(_("tid"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("avstemming")
        verbose_name_plural = _("avstemminger")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
