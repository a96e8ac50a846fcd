"""A claim to IMDi for grants that are not paid: the letter as it was, and its lines as they were."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from tilskudd.innbetalinger.kodeverk import TILSKUDDSKODE
from tilskudd.innbetalinger.models.post import Post
from tilskudd.models.felt import KvartalFelt


class Krav(models.Model):
    """A claim. Never changed, so that its letter and list can be made again as they were."""

    noekkel = models.UUIDField(_("nøkkel"), db_default=RandomUUID(), unique=True, editable=False)
    tid = models.DateTimeField(_("laget"), db_default=Now(), editable=False)
    dato = models.DateField(_("dato i brevet"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("laget av")
    )
    avsender = models.CharField(_("avsender"), max_length=200)
    saksbehandler = models.CharField(_("saksbehandler"), max_length=200)
    antall = models.PositiveIntegerField(_("linjer"))
    sum_oere = models.BigIntegerField(_("krav i øre"))

    class Meta:
        verbose_name = _("krav til IMDi")
        verbose_name_plural = _("krav til IMDi")
        ordering = ["-tid", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(antall__gt=0, sum_oere__gt=0), name="innbetalinger_krav_om_noe"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"


class Kravlinje(models.Model):
    """A difference as it was when it was claimed."""

    krav = models.ForeignKey(Krav, models.PROTECT, related_name="linjer", verbose_name=_("krav"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="krav", verbose_name=_("post"))
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    duf = models.CharField(_("DUF-nummer"), max_length=12, blank=True, default="")
    kode = Kodekolonne(_("tilskuddskode"), liste=TILSKUDDSKODE)
    kvartal = KvartalFelt(_("utbetalingsrunde"))
    forventet_oere = models.BigIntegerField(_("forventet i øre"))
    mottatt_oere = models.BigIntegerField(_("mottatt i øre"))

    class Meta:
        verbose_name = _("linje i krav")
        verbose_name_plural = _("linjer i krav")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["krav", "post"], name="innbetalinger_kravlinje_en_per_post"),
            models.CheckConstraint(
                condition=Q(forventet_oere__gt=models.F("mottatt_oere")),
                name="innbetalinger_kravlinje_mangler",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.kvartal}"

    @property
    def krevd_oere(self) -> int:
        """What is claimed."""
        return self.forventet_oere - self.mottatt_oere
