"""A task: something a rule says somebody should do."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.models.kode import KODE_LENGDE
from integrering.grunnmur.samtidighet import Versjonert
from integrering.oppgaver.kodeverk import VENTEGRUNN

UTEN_FRIST = date(9999, 12, 31)
NOEKKEL = ["emne_id", "kilde", "regel", "virksomhet", "nr"]


class Oppgave(Versjonert):
    """One task on one desk. The machine writes what the rule found; people decide who has it, and when.

    A task the rule no longer finds is closed, and opened again if it comes back: one row for each rule,
    subject and desk. The version counts people's changes only.
    """

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    kilde = models.CharField(_("kilde"), max_length=30)
    regel = models.CharField(_("regel"), max_length=40)
    emne_id = models.BigIntegerField(_("emne"))
    nr = models.CharField(_("nummer"), max_length=80, blank=True, default="")
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    frist = models.DateField(_("frist"), null=True)
    snart_fra = models.DateField(_("forfaller snart fra"), null=True)
    sortering = models.GeneratedField(
        expression=Coalesce(F("frist"), Value(UTEN_FRIST)), output_field=models.DateField(), db_persist=True
    )
    verdier = models.JSONField(_("verdier"), default=dict, help_text=_("Aldri personopplysninger."))
    url = models.CharField(_("adresse"), max_length=300, blank=True, default="")
    tekst = models.CharField(_("emnets tekst"), max_length=200, blank=True, default="")
    emneliste = models.CharField(
        _("emnets kodeliste"), max_length=40, blank=True, default="",
        help_text=_("Listen `emnekode` er fra: navnet på koden leses sammen med teksten."),
    )  # fmt: skip
    emnekode = models.CharField(_("emnets kode"), max_length=KODE_LENGDE, blank=True, default="")
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)
    lukket = models.DateTimeField(_("lukket"), null=True)
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ansvarlig")
    )
    vent_til = models.DateField(_("på vent til"), null=True)
    vent_grunn = Kodekolonne(_("grunn"), liste=VENTEGRUNN, blank=True, default="")
    vent_merknad = models.CharField(_("merknad"), max_length=100, blank=True, default="")

    class Meta:
        verbose_name = _("oppgave")
        verbose_name_plural = _("oppgaver")
        ordering = ["sortering", "id"]
        constraints = [
            models.UniqueConstraint(fields=NOEKKEL, name="oppgaver_oppgave_en_per_emne"),
            models.CheckConstraint(
                condition=Q(vent_til__isnull=True, vent_grunn="", vent_merknad="")
                | Q(vent_til__isnull=False) & ~Q(vent_grunn=""),
                name="oppgaver_oppgave_vent_med_grunn",
            ),
        ]
        indexes = [
            models.Index(
                fields=["virksomhet", "sortering", "id"],
                condition=Q(lukket__isnull=True),
                name="oppgaver_oppgave_koe",
            ),
        ]

    def __str__(self) -> str:
        return self.regel

    def er_paa_vent(self, i_dag: date) -> bool:
        """Return True until the day it comes back."""
        return self.vent_til is not None and self.vent_til > i_dag
