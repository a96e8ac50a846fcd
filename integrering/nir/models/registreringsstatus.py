"""What each person has registered of the checklist, as last computed."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from integrering.nir.rules.registreringer import Lovkolonne, Registrering
from integrering.nir.rules.status import Celle, Personstatus, Tilstand


def _med(tilstand: Tilstand) -> Func:
    return Func(F("celler"), Value(tilstand.value), function="nir_med_tilstand")


class Registreringsstatus(models.Model):
    """One row a person: derived from the registrations, kept true by `actions.registreringsstatus`.

    `celler` is the whole truth; what lists filter by is generated from it.
    """

    person = models.OneToOneField(
        "nir.Person",
        models.CASCADE,
        primary_key=True,
        related_name="registreringsstatus",
        verbose_name=_("person"),
    )
    kolonne = models.CharField(
        _("lov"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("Kolonnen i sjekklisten. Tomt: det er ikke kjent hvilken lov som gjelder."),
    )
    celler = models.JSONField(
        _("registreringer"),
        help_text=_(
            "For hver registrering: t tilstand, f frist, s regnet fra, g grunn, d dato, r den som rettes."
        ),
    )
    mangler = models.GeneratedField(
        expression=_med(Tilstand.MANGLER),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
        verbose_name=_("mangler"),
    )
    delvise = models.GeneratedField(
        expression=_med(Tilstand.DELVIS),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
        verbose_name=_("delvis registrert"),
    )
    neste_frist = models.GeneratedField(
        expression=Func(F("celler"), function="nir_neste_frist"),
        output_field=models.DateField(null=True),
        db_persist=True,
        verbose_name=_("neste frist"),
        help_text=_("Tidligste frist for det som mangler eller er delvis registrert."),
    )
    norsk_slutt = models.DateField(
        _("siste dag i retten til norsk"),
        null=True,
        help_text=_("Integreringsloven § 32. Tomt: uten rett, eller det er ikke kjent."),
    )
    regnet = models.DateField(_("regnet ut for"), help_text=_("Dagen statusen er sett fra."))

    class Meta:
        verbose_name = _("registreringsstatus")
        verbose_name_plural = _("registreringsstatus")
        constraints = [
            models.CheckConstraint(
                condition=Q(kolonne__in=["", *(kolonne.value for kolonne in Lovkolonne)]),
                name="nir_registreringsstatus_kolonne",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regnet:%d.%m.%Y}"

    @property
    def status(self) -> Personstatus:
        """The same as a value. An item that came with a newer release is not in it until it is computed."""
        return Personstatus(
            kolonne=Lovkolonne(self.kolonne) if self.kolonne else None,
            celler={hva: Celle.fra_json(self.celler[hva]) for hva in Registrering if hva in self.celler},
            norsk_slutt=self.norsk_slutt,
        )
