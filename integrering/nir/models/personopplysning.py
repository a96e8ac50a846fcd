"""Details of a person that decide law or money, as a two-clock row."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.kodeverk import Adressebeskyttelse, Kjoenn, Landgruppe, Tillatelsestype

FOERSTE_DAG = date(1900, 1, 1)
SISTE_DAG = date(2100, 12, 31)


def dato_i_tid(felt: str, navn: str) -> models.CheckConstraint:
    """Return a constraint that refuses dates no fact here can have (before 1900, after 2100)."""
    return models.CheckConstraint(
        condition=Q(**{f"{felt}__gte": FOERSTE_DAG, f"{felt}__lte": SISTE_DAG}), name=f"{navn}_{felt}_i_tid"
    )


class Personopplysning(ToKlokker):
    """Name, birth date, permit and country group: one current version per person."""

    person = models.ForeignKey(
        "nir.Person", models.PROTECT, db_index=False, related_name="opplysninger", verbose_name=_("person")
    )
    fornavn = models.CharField(_("fornavn"), max_length=100, help_text=_("Forskriften § 46 a."))
    etternavn = models.CharField(_("etternavn"), max_length=100, help_text=_("Forskriften § 46 a."))
    foedselsdato = models.DateField(_("fødselsdato"), help_text=_("Forskriften § 46 a."))
    kjoenn = models.CharField(
        _("kjønn"), max_length=1, choices=Kjoenn.choices, help_text=_("Forskriften § 46 a.")
    )
    statsborgerskap = models.CharField(
        _("statsborgerskap"),
        max_length=3,
        help_text=_("Forskriften § 46 f. Tre bokstaver, for eksempel SYR."),
    )
    tillatelse = models.CharField(
        _("tillatelse"), max_length=2, choices=Tillatelsestype.choices, help_text=_("Forskriften § 46 i.")
    )
    tillatelse_dato = models.DateField(_("tillatelsen gitt"), help_text=_("Forskriften § 46 i."))
    landgruppe = models.CharField(
        _("landgruppe"), max_length=1, choices=Landgruppe.choices, blank=True, default="",
        help_text=_("Avgjør satsen for det ordinære tilskuddet. Forskriften § 55."),
    )  # fmt: skip
    adressebeskyttelse = models.CharField(
        _("adressebeskyttelse"), max_length=20, choices=Adressebeskyttelse.choices, blank=True, default=""
    )

    class Meta(ToKlokker.Meta):
        verbose_name = _("personopplysninger")
        verbose_name_plural = _("personopplysninger")
        constraints = [
            *ToKlokker.Meta.constraints,
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(erstattet__isnull=True),
                name="nir_personopplysning_en_per_person",
            ),
            models.CheckConstraint(condition=Q(kjoenn__in=Kjoenn.values), name="nir_personopplysning_kjoenn"),
            models.CheckConstraint(
                condition=Q(tillatelse__in=Tillatelsestype.values), name="nir_personopplysning_tillatelse"
            ),
            models.CheckConstraint(
                condition=Q(landgruppe__in=["", *Landgruppe.values]), name="nir_personopplysning_landgruppe"
            ),
            models.CheckConstraint(
                condition=Q(adressebeskyttelse__in=["", *Adressebeskyttelse.values]),
                name="nir_personopplysning_adressebeskyttelse",
            ),
            models.CheckConstraint(
                condition=Q(statsborgerskap__regex=r"^[A-Z]{3}$"), name="nir_personopplysning_statsborgerskap"
            ),
            models.CheckConstraint(
                condition=Q(tillatelse_dato__gte=F("foedselsdato")),
                name="nir_personopplysning_tillatelse_etter_foedsel",
            ),
            dato_i_tid("foedselsdato", "nir_personopplysning"),
            dato_i_tid("tillatelse_dato", "nir_personopplysning"),
        ]
        indexes = [models.Index(fields=["person", "registrert"], name="nir_personopplysning_person")]

    def __str__(self) -> str:
        return f"{self.fornavn} {self.etternavn}"
