"""A list from a register, as it was uploaded."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.registerlister.kodeverk import Listeslag, Tilstand


class Registerliste(models.Model):
    """Someone uploaded a register's list. No personal data, nor the file's name: it may be a person's."""

    noekkel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # from the form that was sent: sent twice, it is still one list
    innsending = models.UUIDField(unique=True)
    slag = models.CharField(_("liste"), max_length=12, choices=Listeslag.choices)
    dato = models.DateField(_("listen er fra"), help_text=_("Dagen listen ble hentet fra registeret."))
    avsluttet_fra = models.DateField(
        _("avsluttet fra og med"), null=True, blank=True,
        help_text=_("Den første avslutningen oversikten tar med."),
    )  # fmt: skip
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kommune"), help_text=_("Kommunen listen gjelder. Tomt: hele fylket."),
    )  # fmt: skip
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("lastet opp for")
    )
    fylkets = models.BooleanField(default=False, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("lastet opp av")
    )
    lastet_opp = models.DateTimeField(_("lastet opp"), db_default=Now(), editable=False)
    slettes = models.DateField(_("slettes"), help_text=_("Listen slettes av seg selv denne dagen."))
    sha256 = models.CharField(_("filens avtrykk"), max_length=64)
    stoerrelse = models.PositiveBigIntegerField(_("størrelse i byte"))
    overskrifter = models.JSONField(_("overskrifter"), default=list)
    plasser = models.JSONField(_("plasser"), default=dict)
    tilstand = models.CharField(
        _("tilstand"), max_length=10, choices=Tilstand.choices, default=Tilstand.KOLONNER
    )
    sammenlignet = models.DateTimeField(_("sammenlignet"), null=True, blank=True)
    jobb = models.ForeignKey("grunnmur.Jobb", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("registerliste")
        verbose_name_plural = _("registerlister")
        ordering = ["-dato", "-lastet_opp"]
        constraints = [
            models.CheckConstraint(condition=Q(slag__in=Listeslag.values), name="registerliste_slag"),
            models.CheckConstraint(condition=Q(tilstand__in=Tilstand.values), name="registerliste_tilstand"),
        ]
        indexes = [
            models.Index(fields=["virksomhet", "-dato"], name="registerliste_virksomhet"),
            models.Index(fields=["slettes"], name="registerliste_slettes"),
        ]

    def __str__(self) -> str:
        return f"{self.get_slag_display()} {self.dato:%d.%m.%Y}"


class Registerfil(models.Model):
    """The file of a list until it is read: then its rows are kept, and not the file."""

    liste = models.OneToOneField(
        "registerlister.Registerliste", models.CASCADE, primary_key=True, related_name="fil"
    )
    innhold = models.BinaryField(_("innhold"))
    eksempler = models.JSONField(_("de første verdiene i hver kolonne"), default=list)

    class Meta:
        verbose_name = _("fil i registerliste")
        verbose_name_plural = _("filer i registerlister")

    def __str__(self) -> str:
        return str(self.liste_id)
