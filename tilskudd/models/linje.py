"""A line: what changed for one recipient in one quarter of one grant year of one person."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilskudd.models.felt import KvartalFelt, Strekkfelt, id_liste


class Linjetypevalg(models.TextChoices):
    """Kinds of line (values as in `rules.linjer.Linjetype`)."""

    ORDINAER = "ordinaer", _("Ordinær")
    ETTERBETALING = "etterbetaling", _("Etterbetaling")
    TREKK = "trekk", _("Trekk")


class Linje(models.Model):
    """Amount now minus amount posted before. Never zero, never changed once its run is approved.

    The facts are named by the ids of their versions: a version is never changed, so the id is the fact as it
    was.
    """

    kjoering = models.ForeignKey(
        "tilskudd.Kjoering",
        models.PROTECT,
        related_name="linjer",
        db_index=False,
        verbose_name=_("kjøring"),
    )
    person = models.ForeignKey("nir.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    mottaker = models.ForeignKey(
        # The totals of the run hold the reference; here it would cost the database a look-up per line.
        "tilgang.Virksomhet", models.PROTECT, related_name="+", db_index=False, db_constraint=False,
        verbose_name=_("mottaker"),
    )  # fmt: skip
    ordning = models.CharField(_("tilskudd"), max_length=8, help_text=_("IMDis kode, med landgruppe."))
    aar_nr = models.PositiveSmallIntegerField(_("år nr."))
    kvartal = KvartalFelt(_("opptjent i"))
    type = models.CharField(_("type"), max_length=13, choices=Linjetypevalg.choices)
    dager = models.IntegerField(_("dager"), help_text=_("Endring i dager."))
    dager_foer = models.IntegerField(_("dager før"))
    dager_etter = models.IntegerField(_("dager nå"))
    beloep = models.IntegerField(_("beløp"), help_text=_("Endring i hele kroner."))
    beloep_foer = models.IntegerField(_("beløp før"))
    beloep_etter = models.IntegerField(_("beløp nå"))
    sats = models.IntegerField(_("sats"), help_text=_("Hele kroner for hele tilskuddsåret."))
    aar_fra = models.DateField(_("tilskuddsåret begynner"))
    dager_i_aaret = models.PositiveSmallIntegerField(_("dager i tilskuddsåret"))
    strekk = Strekkfelt(_("dagnummer i tilskuddsåret"))
    personopplysning_id = models.BigIntegerField(_("personopplysning"), null=True)
    vedtak_id = models.BigIntegerField(_("vedtak"), null=True)
    bosted_ider = id_liste(_("bosteder"))
    vgo_ider = id_liste(_("perioder i videregående"))
    stans_id = models.BigIntegerField(_("stans"), null=True)

    class Meta:
        verbose_name = _("linje")
        verbose_name_plural = _("linjer")
        ordering = ["id"]
        indexes = [models.Index(fields=["kjoering", "mottaker", "id"], name="tilskudd_linje_mottaker")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(beloep=0)
                & Q(beloep=F("beloep_etter") - F("beloep_foer"), dager=F("dager_etter") - F("dager_foer")),
                name="tilskudd_linje_endring",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordning} {self.kvartal}"

    @property
    def perioder(self) -> list[tuple[date, date]]:
        """The stretches as first and last dates."""
        return [
            (self.aar_fra + timedelta(days=a), self.aar_fra + timedelta(days=b - 1)) for a, b in self.strekk
        ]
