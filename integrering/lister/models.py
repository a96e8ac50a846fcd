"""Saved filters, the log of exports, and large exports that wait to be fetched."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.tilgang.models import ROLLENAVN

HOLDBARHET = timedelta(days=7)


def _utloeper() -> datetime:
    return timezone.now() + HOLDBARHET


class Filformat(models.TextChoices):
    """What a list is taken out as."""

    XLSX = "xlsx", _("Excel")
    CSV = "csv", _("CSV")


class Mine(models.Model):
    """A row that belongs to a user in an organisation (held by row-level security)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("bruker"),
        db_index=False,
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("virksomhet"),
        db_index=False,
    )

    class Meta:
        abstract = True


class LagretFilter(Versjonert, Mine):
    """A named query string of a list: the user's own, or shared with the organisation."""

    navn = models.CharField(_("navn"), max_length=80, help_text=_("Ikke skriv navn på personer."))
    liste = models.CharField(_("liste"), max_length=60, editable=False)
    sporring = models.CharField(_("filter"), max_length=1000, blank=True, editable=False)
    delt = models.BooleanField(_("delt med kollegene"), default=False)

    class Meta:
        verbose_name = _("lagret filter")
        verbose_name_plural = _("lagrede filtre")
        constraints = [
            models.UniqueConstraint(
                fields=["virksomhet", "liste", "bruker", "navn"], name="lister_lagretfilter_ett_per_navn"
            )
        ]

    def __str__(self) -> str:
        return self.navn


class Filterrydding(models.Model):
    """An administrator stopped sharing a colleague's filter, or deleted it. Only the database writes it."""

    tid = models.DateTimeField(_("tid"))
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet"), db_index=False
    )
    eier = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("laget av"), db_index=False
    )
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker"), db_index=False
    )
    liste = models.CharField(_("liste"), max_length=60)
    navn = models.CharField(_("navn"), max_length=80)
    slettet = models.BooleanField(_("slettet"))

    class Meta:
        verbose_name = _("rydding av delt filter")
        verbose_name_plural = _("rydding av delte filtre")
        indexes = [models.Index(fields=["virksomhet", "-tid"], name="lister_filterrydding_siste")]

    def __str__(self) -> str:
        return f"{self.navn} {self.tid:%d.%m.%Y %H.%M}"


class Eksport(Mine):
    """Someone took a list out. Written once, never changed, before a byte leaves (forskriften § 45)."""

    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    rolle = models.CharField(_("rolle"), max_length=40, choices=ROLLENAVN)
    liste = models.CharField(_("liste"), max_length=60)
    sti = models.CharField(_("side"), max_length=200)
    sporring = models.CharField(_("filter"), max_length=1000, blank=True)
    format = models.CharField(_("format"), max_length=4, choices=Filformat.choices)
    rader = models.PositiveIntegerField(_("rader"))
    personer = models.PositiveIntegerField(_("personer"))
    stoerrelse = models.PositiveBigIntegerField(_("størrelse"), help_text=_("Byte."))
    sha256 = models.CharField(_("kontrollsum"), max_length=64)

    class Meta:
        verbose_name = _("eksport")
        verbose_name_plural = _("eksportlogg")
        indexes = [models.Index(fields=["bruker", "-tid"], name="lister_eksport_mine")]

    def __str__(self) -> str:
        return f"{self.liste} {self.tid:%d.%m.%Y %H.%M}"


class Bestilling(Mine):
    """A large export: made by a job, fetched by the one who ordered it, deleted after a week."""

    # the form's own: a second click gives the same order
    noekkel = models.UUIDField(_("nøkkel"), unique=True, editable=False)
    rolle = models.CharField(_("rolle"), max_length=40, choices=ROLLENAVN)
    liste = models.CharField(_("liste"), max_length=60)
    sti = models.CharField(_("side"), max_length=200)
    sporring = models.CharField(_("filter"), max_length=1000, blank=True)
    format = models.CharField(_("format"), max_length=4, choices=Filformat.choices)
    jobb = models.ForeignKey(
        "grunnmur.Jobb", models.PROTECT, null=True, related_name="+", verbose_name=_("jobb")
    )
    eksport = models.ForeignKey(
        Eksport, models.PROTECT, null=True, related_name="+", verbose_name=_("eksport")
    )
    opprettet = models.DateTimeField(_("bestilt"), default=timezone.now)
    utloeper = models.DateTimeField(_("utløper"), default=_utloeper, db_index=True)
    filnavn = models.CharField(_("filnavn"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("bestilt eksport")
        verbose_name_plural = _("bestilte eksporter")
        indexes = [models.Index(fields=["bruker", "-opprettet"], name="lister_bestilling_mine")]

    def __str__(self) -> str:
        return self.liste

    @property
    def kan_hentes(self) -> bool:
        """True when the file is there."""
        return self.eksport_id is not None and self.utloeper > timezone.now()


class Bestillingsdel(models.Model):
    """A piece of the file of an order: streamed piece by piece, never whole in memory."""

    bestilling = models.ForeignKey(Bestilling, models.CASCADE, related_name="deler", db_index=False)
    nr = models.PositiveIntegerField()
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False, db_index=False
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", editable=False, db_index=False
    )
    innhold = models.BinaryField()

    class Meta:
        verbose_name = _("del av eksport")
        verbose_name_plural = _("deler av eksport")
        constraints = [
            models.UniqueConstraint(fields=["bestilling", "nr"], name="lister_bestillingsdel_en_per_nr")
        ]

    def __str__(self) -> str:
        return str(self.nr)
