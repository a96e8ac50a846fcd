"""A school tells of a pupil the register does not yet know it has."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.nir.models.felt import Timefelt
from opplaering.models.klasse import Skoleklasse


class Skolemelding(models.Model):
    """A new pupil by DUF number. The school is not told whether it is known; the county takes it in."""

    class Utfall(models.TextChoices):
        """What the county did with it."""

        VENTER = "venter", _("Venter på fylkeskommunen")
        TATT_INN = "tatt_inn", _("Tatt inn")
        AVVIST = "avvist", _("Ikke tatt inn")

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), unique=True, editable=False)
    skole = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("skole"))
    klasse = models.ForeignKey(
        Skoleklasse, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("klasse")
    )
    duf = models.CharField(_("DUF-nummer"), max_length=12)
    navn = models.CharField(_("navn"), max_length=200)
    fra = models.DateField(_("første skoledag"))
    timer_per_uke = Timefelt(_("timer per uke"), mest=60)
    sendt = models.DateTimeField(_("sendt"), auto_now_add=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    utfall = models.CharField(_("utfall"), max_length=10, choices=Utfall.choices, default=Utfall.VENTER)
    svar = models.CharField(_("svar til skolen"), max_length=200, blank=True, default="")
    behandlet = models.DateTimeField(_("behandlet"), null=True)
    behandlet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("behandlet av")
    )

    class Meta:
        verbose_name = _("ny elev meldt av skolen")
        verbose_name_plural = _("nye elever meldt av skolen")
        indexes = [models.Index(fields=["skole", "-sendt", "-id"], name="opplaering_skolemelding_skole")]
        constraints = [
            models.CheckConstraint(condition=Q(duf__regex=r"^\d{12}$"), name="opplaering_skolemelding_duf"),
            models.CheckConstraint(
                condition=Q(utfall="venter", behandlet__isnull=True, behandlet_av__isnull=True)
                | Q(~Q(utfall="venter"), behandlet__isnull=False, behandlet_av__isnull=False),
                name="opplaering_skolemelding_behandlet",
            ),
            models.CheckConstraint(
                condition=~Q(utfall="avvist") | ~Q(svar=""), name="opplaering_skolemelding_svar"
            ),
        ]

    def __str__(self) -> str:
        return str(self.noekkel)
