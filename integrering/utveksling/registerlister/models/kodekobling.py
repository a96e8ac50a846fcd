"""What a register's words mean in our code lists: data, so that it is asked only once."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.registerlister.rules.felt import KODER


class Kodekobling(Versjonert):
    """A value met in a list. Until it is settled it stands in the queue; those that came along are for all.

    An organisation's own value may be a person's name (a column was chosen wrongly), so others do not see it.
    """

    noekkel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, null=True, related_name="+", verbose_name=_("virksomhet"),
        help_text=_("Tomt: fulgte med systemet og gjelder alle."),
    )  # fmt: skip
    felt = models.CharField(_("felt"), max_length=20)
    verdi = models.TextField(_("verdi i registeret"), help_text=_("Slik den sto første gang."))
    lest = models.TextField(_("verdien uten skilletegn"))
    avklart = models.BooleanField(_("avklart"), default=False)
    tom = models.BooleanField(_("betyr at ingenting er registrert"), default=False)
    koder = ArrayField(models.CharField(max_length=40), verbose_name=_("våre koder"), default=list)
    kilde = models.CharField(_("kilde"), max_length=200, blank=True, default="")
    laget = models.DateTimeField(_("første gang sett"), auto_now_add=True)

    class Meta:
        verbose_name = _("kode i registeret")
        verbose_name_plural = _("koder i registeret")
        ordering = ["felt", "verdi"]
        constraints = [
            models.UniqueConstraint(
                fields=["virksomhet", "felt", "lest"], name="registerkode_en_per_verdi", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(felt__in=sorted(f.value for f in KODER)), name="registerkode_felt"
            ),
            models.CheckConstraint(
                condition=Q(avklart=True) | Q(tom=False, koder=[]), name="registerkode_uavklart_er_tom"
            ),
            models.CheckConstraint(condition=Q(tom=False) | Q(koder=[]), name="registerkode_tom_uten_koder"),
        ]

    def __str__(self) -> str:
        return self.verdi
