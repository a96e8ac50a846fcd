"""Files that hang on something: what they are called, their versions, and, apart, what is in them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Vedlegg(models.Model):
    """A file someone has attached. Seen by its organisation, and by whoever sees what it hangs on.

    `laast` is set when it has been sent: from then it gets no new version and is never deleted.
    """

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    tittel = models.CharField(_("filnavn"), max_length=120)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    person = models.ForeignKey(
        "nir.Person",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("person"),
        help_text=_("Hvem vedlegget handler om. Får personen adressebeskyttelse, skjules vedlegget."),
    )
    lastet_opp_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lastet opp av")
    )
    lastet_opp = models.DateTimeField(_("lastet opp"), auto_now_add=True)
    laast = models.DateTimeField(_("låst"), null=True, editable=False)

    class Meta:
        verbose_name = _("vedlegg")
        verbose_name_plural = _("vedlegg")
        ordering = ["id"]
        constraints = [
            # what other tables point to, so that nobody hangs another organisation's file on their own thing
            models.UniqueConstraint(fields=["id", "virksomhet"], name="vedlegg_vedlegg_eier")
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def siste(self) -> Vedleggversjon:
        """The newest version (from the prefetched `versjoner` where there are any)."""
        return max(self.versjoner.all(), key=lambda v: v.nummer)


class Vedleggversjon(models.Model):
    """One version of a file: its name, type and size, and the fingerprint of the content. Never changed."""

    vedlegg = models.ForeignKey(Vedlegg, models.PROTECT, related_name="versjoner", verbose_name=_("vedlegg"))
    nummer = models.PositiveIntegerField(_("versjon"))
    filnavn = models.CharField(_("filnavn"), max_length=120)
    medietype = models.CharField(_("filtype"), max_length=100)
    stoerrelse = models.PositiveIntegerField(_("størrelse"), help_text=_("Byte."))
    sha256 = models.CharField(_("sjekksum"), max_length=64)
    lastet_opp = models.DateTimeField(_("lastet opp"), auto_now_add=True)
    lastet_opp_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lastet opp av")
    )

    class Meta:
        verbose_name = _("versjon av vedlegg")
        verbose_name_plural = _("versjoner av vedlegg")
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["vedlegg", "nummer"], name="vedlegg_versjon_ett_nummer"),
            models.CheckConstraint(condition=models.Q(stoerrelse__gt=0), name="vedlegg_versjon_ikke_tom"),
        ]

    def __str__(self) -> str:
        return f"{self.filnavn} ({self.nummer})"


class Vedlegginnhold(models.Model):
    """What is in the file. A table of its own: no list ever reads it."""

    versjon = models.OneToOneField(
        Vedleggversjon,
        models.PROTECT,
        primary_key=True,
        related_name="innhold",
        verbose_name=_("versjon"),
    )
    data = models.BinaryField(_("innhold"))

    class Meta:
        verbose_name = _("innhold i vedlegg")
        verbose_name_plural = _("innhold i vedlegg")

    def __str__(self) -> str:
        return str(self.versjon_id)


class Vedleggaapning(models.Model):
    """Someone fetched a version of a file. Written once, without reference to the file, which it outlives."""

    tid = models.DateTimeField(_("tid"), auto_now_add=True)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    vedlegg_noekkel = models.UUIDField(_("vedlegg"), db_index=True)
    versjon = models.PositiveIntegerField(_("versjon"))
    sha256 = models.CharField(_("sjekksum"), max_length=64)

    class Meta:
        verbose_name = _("åpning av vedlegg")
        verbose_name_plural = _("åpninger av vedlegg")

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"
