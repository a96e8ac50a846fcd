"""A run: the payout of one quarter."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tilskudd.models.felt import KvartalFelt


class Slag(models.TextChoices):
    """Kinds of run."""

    ORDINAER = "ordinaer", _("Ordinær kjøring")
    AAPNING = "aapning", _("Åpningskjøring")


class Kjoeringstilstand(models.TextChoices):
    """Where a run stands. Only an approved or paid one counts as posted."""

    BEREGNES = "beregnes", _("Beregnes")
    BEREGNET = "beregnet", _("Beregnet")
    TIL_GODKJENNING = "til_godkjenning", _("Til godkjenning")
    GODKJENT = "godkjent", _("Godkjent")
    UTBETALT = "utbetalt", _("Utbetalt")
    FORKASTET = "forkastet", _("Forkastet")


BOKFOERT = (Kjoeringstilstand.GODKJENT, Kjoeringstilstand.UTBETALT)
_BRUKER = {"to": settings.AUTH_USER_MODEL, "on_delete": models.PROTECT, "related_name": "+"}


def _hvem(navn: object) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(**_BRUKER, null=True, verbose_name=navn)  # type: ignore[arg-type]


class Kjoering(models.Model):
    """A run sees what was registered at its cut-off, and covers days up to the last of its quarter.

    Who may move it where is held by triggers (`sql/vern.sql`): order, four eyes, rates, what it builds on.
    """

    id = models.AutoField(primary_key=True)
    kvartal = KvartalFelt(_("kvartal"))
    slag = models.CharField(_("slag"), max_length=10, choices=Slag.choices, default=Slag.ORDINAER)
    tilstand = models.CharField(
        _("tilstand"), max_length=16, choices=Kjoeringstilstand.choices, default=Kjoeringstilstand.BEREGNES
    )
    skjaeringstidspunkt = models.DateTimeField(
        _("skjæringstidspunkt"), help_text=_("Registreringer etter dette kommer med i neste kjøring.")
    )
    utbetalingsdato = models.DateField(_("utbetalingsdato"))
    demo = models.BooleanField(_("demo"), default=False, help_text=_("Eksempelsatser kan brukes."))
    forrige = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", verbose_name=_("bygger på"),
        help_text=_("Siste godkjente kjøring da denne ble beregnet."),
    )  # fmt: skip
    jobb = models.ForeignKey("grunnmur.Jobb", models.SET_NULL, null=True, related_name="+")
    antall_linjer = models.PositiveIntegerField(_("antall linjer"), default=0)
    antall_mangler = models.PositiveIntegerField(_("tilskuddsår uten sats"), default=0)
    kontrollsum = models.CharField(_("kontrollsum"), max_length=64, blank=True, default="")

    # empty: the system drafted it after the cut-off, so that the one who sends it answers for it
    beregnet_av = _hvem(_("beregnet av"))
    beregnet_tid = models.DateTimeField(_("beregnet"), null=True)
    sendt_av = _hvem(_("sendt til godkjenning av"))
    sendt_tid = models.DateTimeField(_("sendt til godkjenning"), null=True)
    godkjent_av = _hvem(_("godkjent av"))
    godkjent_tid = models.DateTimeField(_("godkjent"), null=True)
    utbetalt_av = _hvem(_("merket utbetalt av"))
    utbetalt_tid = models.DateTimeField(_("merket utbetalt"), null=True)
    forkastet_av = _hvem(_("forkastet av"))
    forkastet_tid = models.DateTimeField(_("forkastet"), null=True)
    forkastet_grunn = models.CharField(_("hvorfor forkastet"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("kjøring")
        verbose_name_plural = _("kjøringer")
        ordering = ["-kvartal", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kvartal"],
                condition=~Q(tilstand="forkastet"),
                name="tilskudd_kjoering_en_per_kvartal",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True) | ~Q(godkjent_av=F("beregnet_av")),
                name="tilskudd_kjoering_fire_oeyne",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True)
                | Q(beregnet_av__isnull=False)
                | (Q(sendt_av__isnull=False) & ~Q(godkjent_av=F("sendt_av"))),
                name="tilskudd_kjoering_fire_oeyne_utkast",
            ),
            models.CheckConstraint(
                condition=~Q(tilstand__in=["godkjent", "utbetalt"])
                | Q(godkjent_av__isnull=False, godkjent_tid__isnull=False, beregnet_tid__isnull=False),
                name="tilskudd_kjoering_godkjent_av_noen",
            ),
            models.CheckConstraint(
                condition=Q(tilstand__in=Kjoeringstilstand.values), name="tilskudd_kjoering_kjent_tilstand"
            ),
            models.CheckConstraint(condition=Q(slag__in=Slag.values), name="tilskudd_kjoering_kjent_slag"),
        ]

    def __str__(self) -> str:
        return str(self.kvartal)

    @property
    def er_bokfoert(self) -> bool:
        """True when its lines count as posted."""
        return self.tilstand in BOKFOERT

    @property
    def foerste_oeyne(self) -> int | None:
        """The user who answers for the numbers, and so does not approve: who calculated, else who sent."""
        svarer: int | None = self.beregnet_av_id or self.sendt_av_id
        return svarer

    @property
    def kontrollsum_vist(self) -> str:
        """The checksum as people and files have it: no sign that a spreadsheet takes for a formula."""
        return "-".join(f"{int(del_) % (1 << 96):x}" for del_ in self.kontrollsum.split("/") if del_)

    @property
    def beregnet_av_navn(self) -> str:
        """Who calculated, in words."""
        return str(self.beregnet_av or _("Systemet"))
