"""A code of a code list: what facts store; its label is looked up, never stored with the fact."""

from __future__ import annotations

import pghistory
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LISTE_MOENSTER = r"^[a-z][a-z0-9_]*$"
KODE_MOENSTER = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
# Of every column that holds a code.
KODE_LENGDE = 40


class Sikkerhet(models.TextChoices):
    """How sure we are that a code is what others use."""

    BEKREFTET = "bekreftet", _("Bekreftet")
    OBSERVERT = "observert", _("Observert")
    EGEN = "egen", _("Vår egen")
    UBEKREFTET = "ubekreftet", _("Ubekreftet")


@pghistory.track(model_name="KodeHendelse", exclude=["levert"])
class Kode(models.Model):
    """One code, with its labels and the days it may be chosen. Closed, never deleted (held by a trigger).

    `fast`: the program itself names it; labels and order may be changed, its days not. `levert` is what the
    program's data file last said: a label that still is what was delivered, follows the file.
    """

    liste = models.CharField(_("kodeliste"), max_length=40)
    kode = models.CharField(
        _("kode"), max_length=KODE_LENGDE,
        validators=[
            RegexValidator(KODE_MOENSTER, _("Bruk bare bokstavene a–z, tall, bindestrek og understrek."))
        ],
        help_text=_("Lagres i registreringene og kan aldri endres. Bokstavene a–z, tall, - og _."),
    )  # fmt: skip
    navn_nb = models.CharField(_("navn på bokmål"), max_length=200)
    navn_nn = models.CharField(_("navn på nynorsk"), max_length=200)
    rekkefolge = models.PositiveSmallIntegerField(
        _("rekkefølge"), default=0, help_text=_("Laveste tall står først i listen.")
    )
    gyldig_fra = models.DateField(_("gyldig fra"))
    gyldig_til = models.DateField(
        _("gyldig til og med"), null=True, blank=True,
        help_text=_("Tom: gjelder fortsatt. Det som alt er registrert med koden, blir stående."),
    )  # fmt: skip
    kilde = models.CharField(
        _("kilde"), max_length=300, default="egen",
        help_text=_("Paragraf, side eller dokument koden er lest i; «egen» når den er vår."),
    )  # fmt: skip
    sikkerhet = models.CharField(
        _("sikkerhet"), max_length=12, choices=Sikkerhet.choices, default=Sikkerhet.EGEN
    )
    fast = models.BooleanField(
        _("fast"), default=False, editable=False,
        help_text=_("Programmet bruker koden. Navn og rekkefølge kan endres, men den kan ikke stenges."),
    )  # fmt: skip
    levert = models.JSONField(_("levert"), default=dict, editable=False)

    class Meta:
        verbose_name = _("kode")
        verbose_name_plural = _("kodelister")
        ordering = ["liste", "rekkefolge", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["liste", "kode"], name="grunnmur_kode_en_i_listen",
                violation_error_message=_("Listen har alt denne koden. Velg en annen kode."),
            ),
            models.CheckConstraint(condition=Q(liste__regex=LISTE_MOENSTER), name="grunnmur_kode_liste"),
            models.CheckConstraint(condition=Q(kode__regex=KODE_MOENSTER), name="grunnmur_kode_kode"),
            models.CheckConstraint(
                condition=~Q(navn_nb="") & ~Q(navn_nn=""), name="grunnmur_kode_begge_maalformer"
            ),
            models.CheckConstraint(condition=~Q(kilde=""), name="grunnmur_kode_har_kilde"),
            models.CheckConstraint(
                condition=Q(sikkerhet__in=Sikkerhet.values), name="grunnmur_kode_kjent_sikkerhet"
            ),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="grunnmur_kode_til_etter_fra",
                violation_error_message=_("Siste dag må være samme dag som den første, eller senere."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.liste}: {self.kode}"
