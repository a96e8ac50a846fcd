"""What IMDi paid: a file of payments, and its rows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from tilskudd.innbetalinger.kodeverk import TILSKUDDSKODE
from tilskudd.models.felt import KvartalFelt


class Innbetalingsfil(models.Model):
    """An imported file. Taken back it counts no more; nothing is deleted."""

    tid = models.DateTimeField(_("importert"), db_default=Now(), editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("importert av")
    )
    antall = models.PositiveIntegerField(_("rader"))
    sum_oere = models.BigIntegerField(_("sum i øre"))
    trukket_tid = models.DateTimeField(_("tatt tilbake"), null=True)
    trukket_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+",
        verbose_name=_("tatt tilbake av"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("fil med innbetalinger")
        verbose_name_plural = _("filer med innbetalinger")
        ordering = ["-tid", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(trukket_tid__isnull=True, trukket_av__isnull=True)
                | Q(trukket_tid__isnull=False, trukket_av__isnull=False),
                name="innbetalinger_fil_trukket_av_noen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tid:%d.%m.%Y %H.%M}"


class Innbetaling(models.Model):
    """A row of a file: one payment, or one that was taken back (negative). Never changed.

    `person` is found by the DUF number when the payments are matched, also for persons who came later; an
    empty number is a sum for many.
    """

    fil = models.ForeignKey(
        Innbetalingsfil, models.PROTECT, related_name="rader", verbose_name=_("fil"), db_index=False
    )
    linje = models.PositiveIntegerField(_("linje i filen"))
    duf = models.CharField(_("DUF-nummer"), max_length=12, blank=True, default="")
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    kode = Kodekolonne(_("tilskuddskode"), liste=TILSKUDDSKODE)
    gjelder = models.BooleanField(
        _("persontilskudd"), help_text=_("Andre tilskudd tas vare på, men avstemmes ikke.")
    )
    kvartal = KvartalFelt(_("utbetalingsrunde"))
    oppgitt = models.BooleanField(_("kvartalet sto i filen"))
    dato = models.DateField(_("betalt"))
    beloep_oere = models.BigIntegerField(_("beløp i øre"))
    referanse = models.CharField(_("referanse"), max_length=60, blank=True, default="")

    class Meta:
        verbose_name = _("innbetaling")
        verbose_name_plural = _("innbetalinger")
        ordering = ["fil", "linje"]
        constraints = [
            models.UniqueConstraint(fields=["fil", "linje"], name="innbetalinger_innbetaling_linje"),
            models.CheckConstraint(
                condition=Q(duf="") | Q(duf__regex=r"^\d{12}$"), name="innbetalinger_innbetaling_duf"
            ),
            models.CheckConstraint(condition=~Q(beloep_oere=0), name="innbetalinger_innbetaling_noe"),
        ]
        indexes = [models.Index(fields=["kvartal", "kode"], name="innbetalinger_runde")]

    def __str__(self) -> str:
        return f"{self.kode} {self.kvartal}"
