"""The setting of small numbers, and the evidence packs that wait to be fetched."""

from __future__ import annotations

from datetime import datetime, timedelta

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.lister.models import Mine

MINST, MEST = 3, 50
STANDARD_GRENSE = 5
HOLDBARHET = timedelta(days=7)


def _utloeper() -> datetime:
    return timezone.now() + HOLDBARHET


@pghistory.track(model_name="SmaatallHendelse")
class Smaatall(models.Model):
    """The threshold below which counts are hidden; one row for the installation."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    grense = models.PositiveSmallIntegerField(
        _("grense"),
        default=STANDARD_GRENSE,
        validators=[MinValueValidator(MINST), MaxValueValidator(MEST)],
        help_text=_("Antall under grensen, men over 0, er skjult i alt som tas ut. IMDi bruker 5."),
    )

    class Meta:
        verbose_name = _("grense for små tall")
        verbose_name_plural = _("grense for små tall")
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="rapporter_smaatall_en_rad"),
            models.CheckConstraint(
                condition=Q(grense__gte=MINST, grense__lte=MEST), name="rapporter_smaatall_grense"
            ),
        ]

    def __str__(self) -> str:
        return str(self.grense)


class Utvalgsmaate(models.TextChoices):
    """How the persons of an evidence pack were chosen."""

    EN = "en", _("Én person")
    VALGTE = "valgte", _("Valgte personer")
    TILFELDIG = "tilfeldig", _("Tilfeldig utvalg")


class Dokumentasjonspakke(Mine):
    """An evidence pack: who is in it, how they were chosen, and the file. Deleted after a week."""

    # the form's own: a second click gives the same pack
    innsending = models.UUIDField(_("nøkkel"), unique=True, editable=False)
    rolle = models.CharField(_("rolle"), max_length=40)
    maate = models.CharField(_("utvalg"), max_length=10, choices=Utvalgsmaate.choices)
    utvalg = ArrayField(models.UUIDField(), verbose_name=_("personenes nøkler"))
    antall = models.PositiveIntegerField(_("antall personer"))
    froe = models.PositiveIntegerField(_("frø"), null=True)
    ramme_antall = models.PositiveIntegerField(_("personer i rammen"), null=True)
    ramme_sha256 = models.CharField(_("rammens kontrollsum"), max_length=64, blank=True, default="")
    ramme_filter = models.CharField(_("rammens filter"), max_length=1000, blank=True, default="")
    ramme_i_ord = models.CharField(_("ramme"), max_length=400, blank=True, default="")
    jobb = models.ForeignKey(
        "grunnmur.Jobb", models.PROTECT, null=True, related_name="+", verbose_name=_("jobb")
    )
    opprettet = models.DateTimeField(_("bestilt"), default=timezone.now)
    utloeper = models.DateTimeField(_("utløper"), default=_utloeper, db_index=True)
    ferdig = models.DateTimeField(_("ferdig"), null=True)
    stoerrelse = models.PositiveBigIntegerField(_("størrelse"), null=True, help_text=_("Byte."))
    sha256 = models.CharField(_("kontrollsum"), max_length=64, blank=True, default="")

    class Meta:
        verbose_name = _("dokumentasjonspakke")
        verbose_name_plural = _("dokumentasjonspakker")
        constraints = [
            models.CheckConstraint(
                condition=Q(maate__in=Utvalgsmaate.values), name="rapporter_dokumentasjonspakke_maate"
            ),
            models.CheckConstraint(
                condition=Q(
                    maate=Utvalgsmaate.TILFELDIG, froe__isnull=False, ramme_antall__gte=models.F("antall")
                )
                | (~Q(maate=Utvalgsmaate.TILFELDIG) & Q(froe__isnull=True, ramme_antall__isnull=True)),
                name="rapporter_dokumentasjonspakke_ramme",
            ),
            models.CheckConstraint(
                condition=Q(ferdig__isnull=True, stoerrelse__isnull=True, sha256="")
                | (Q(ferdig__isnull=False, stoerrelse__isnull=False) & ~Q(sha256="")),
                name="rapporter_dokumentasjonspakke_ferdig",
            ),
        ]
        indexes = [models.Index(fields=["bruker", "-opprettet"], name="rapporter_pakke_mine")]

    def __str__(self) -> str:
        return self.filnavn

    @property
    def filnavn(self) -> str:
        """Name of the file: nothing of anybody."""
        return f"dokumentasjonspakke-{timezone.localtime(self.opprettet):%Y-%m-%d}-{str(self.pk)[:8]}.zip"

    @property
    def kan_hentes(self) -> bool:
        """True when the file is there."""
        return self.ferdig is not None and self.utloeper > timezone.now()


class Pakkedel(models.Model):
    """A piece of the file of a pack: streamed piece by piece, never whole in memory."""

    pakke = models.ForeignKey(Dokumentasjonspakke, models.CASCADE, related_name="deler", db_index=False)
    nr = models.PositiveIntegerField()
    bruker = models.ForeignKey(
        "tilgang.Bruker", models.PROTECT, related_name="+", editable=False, db_index=False
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", editable=False, db_index=False
    )
    innhold = models.BinaryField()

    class Meta:
        verbose_name = _("del av dokumentasjonspakke")
        verbose_name_plural = _("deler av dokumentasjonspakke")
        constraints = [models.UniqueConstraint(fields=["pakke", "nr"], name="rapporter_pakkedel_en_per_nr")]

    def __str__(self) -> str:
        return str(self.nr)


class Pakkehenting(models.Model):
    """Somebody fetched a pack. Written once, before a byte leaves (forskriften § 45); outlives the pack."""

    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    pakke_id = models.UUIDField(_("pakke"))
    bruker = models.ForeignKey(
        "tilgang.Bruker", models.PROTECT, related_name="+", verbose_name=_("bruker"), db_index=False
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet"), db_index=False
    )
    antall = models.PositiveIntegerField(_("personer"))
    sha256 = models.CharField(_("kontrollsum"), max_length=64)

    class Meta:
        verbose_name = _("henting av dokumentasjonspakke")
        verbose_name_plural = _("hentinger av dokumentasjonspakker")
        indexes = [models.Index(fields=["pakke_id"], name="rapporter_henting_pakke")]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
