"""What the county tells the municipality about a participant, and what became of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodekolonne
from opplaering.kodeverk import MELDINGSSLAG


class Kommunemelding(models.Model):
    """One version of one fact, told to one municipality (forskriften § 59). The same is never told twice.

    How it was received stands on the message itself (`meldinger.Mottak`). What is told never changes; only
    that the municipality has taken it over into its registrations is added, once.
    """

    noekkel = models.UUIDField(
        _("nøkkel"), default=uuid.uuid4, unique=True, editable=False,
        help_text=_("Også nøkkelen til meldingen den ble sendt med."),
    )  # fmt: skip
    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="+", verbose_name=_("person")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, db_index=False, related_name="+", verbose_name=_("kommune")
    )
    skole = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name=_("skole"),
    )
    melding = models.OneToOneField(
        "meldinger.Melding", models.PROTECT, related_name="+", verbose_name=_("melding")
    )
    slag = Kodekolonne(_("slag"), liste=MELDINGSSLAG)
    tabell = models.CharField(
        _("slags opplysning"), max_length=30, help_text=_("Modellen opplysningen står i.")
    )
    registrering_id = models.UUIDField(_("opplysningen"))
    versjon = models.BigIntegerField(_("versjonen som ble meldt"))
    innhold = models.JSONField(_("innhold"), help_text=_("Opplysningene slik de ble meldt. Aldri helse."))
    hendt = models.DateField(_("hendt"), help_text=_("Dagen det som meldes, skjedde."))
    frist = models.DateField(
        _("frist"), help_text=_("To måneder (forskriften § 59), eller den 10. for fravær.")
    )
    sendt = models.DateTimeField(_("sendt"), auto_now_add=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    tatt_inn = models.DateTimeField(_("tatt inn"), null=True)
    tatt_inn_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("tatt inn av")
    )
    tatt_inn_som = models.UUIDField(_("tatt inn som registrering"), null=True)

    class Meta:
        verbose_name = _("melding til kommunen")
        verbose_name_plural = _("meldinger til kommunen")
        indexes = [
            models.Index(fields=["person", "-sendt"], name="opplaering_melding_person"),
            models.Index(fields=["kommune", "-sendt", "-id"], name="opplaering_melding_kommune"),
            models.Index(fields=["skole", "-sendt", "-id"], name="opplaering_melding_skole"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["tabell", "versjon", "slag", "kommune"], name="opplaering_melding_en_gang"
            ),
            models.CheckConstraint(
                condition=Q(tatt_inn__isnull=True, tatt_inn_av__isnull=True)
                | Q(tatt_inn__isnull=False, tatt_inn_av__isnull=False),
                name="opplaering_melding_tatt_inn_av",
            ),
        ]

    def __str__(self) -> str:
        return str(self.noekkel)
