"""What the database makes of the facts: read only, seen through the policies of the tables behind."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Avstemming(models.Model):
    """A full-time period of ours or only the municipality's, and how it stands (`sql/avstemming.sql`).

    The basis of the money that waits: `tilstand` other than «stemmer», since `mangler_siden`.
    """

    noekkel = models.CharField(max_length=24, primary_key=True)
    person = models.ForeignKey("nir.Person", models.DO_NOTHING, related_name="+")
    kommune = models.ForeignKey("tilgang.Virksomhet", models.DO_NOTHING, null=True, related_name="+")
    skole = models.ForeignKey("tilgang.Virksomhet", models.DO_NOTHING, null=True, related_name="+")
    skolegang = models.UUIDField(null=True)
    fra = models.DateField(null=True)
    til = models.DateField(null=True)
    timer_per_uke = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    registrert = models.UUIDField(null=True)
    registrert_fra = models.DateField(null=True)
    registrert_til = models.DateField(null=True)
    registrert_timer = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    registrert_skole = models.CharField(max_length=200, null=True)
    tilstand = models.CharField(max_length=30)
    avvik = ArrayField(models.CharField(max_length=20))
    mangler_siden = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "opplaering_avstemming"
        verbose_name = _("avstemming med kommunen")
        verbose_name_plural = _("avstemming med kommunene")

    def __str__(self) -> str:
        return self.noekkel


class Umeldt(models.Model):
    """A version of a fact the municipality has not been told (`sql/umeldt.sql`)."""

    noekkel = models.CharField(max_length=60, primary_key=True)
    tabell = models.CharField(max_length=30)
    registrering_id = models.UUIDField()
    versjon = models.BigIntegerField()
    person = models.ForeignKey("nir.Person", models.DO_NOTHING, related_name="+")
    kommune = models.ForeignKey("tilgang.Virksomhet", models.DO_NOTHING, related_name="+")
    skole = models.ForeignKey("tilgang.Virksomhet", models.DO_NOTHING, null=True, related_name="+")
    slag = models.CharField(max_length=20)
    innhold = models.JSONField()
    kjent = models.DateTimeField()
    hendt = models.DateField()
    frist = models.DateField()

    class Meta:
        managed = False
        db_table = "opplaering_umeldt"
        verbose_name = _("ikke meldt til kommunen")
        verbose_name_plural = _("ikke meldt til kommunen")

    def __str__(self) -> str:
        return self.noekkel
