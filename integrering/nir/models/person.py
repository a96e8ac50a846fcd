"""The person: an identity that facts hang on."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Person(models.Model):
    """Someone with a DUF number. All else is facts; what stands here beside it is caches kept by triggers."""

    noekkel = models.UUIDField(
        _("nøkkel"),
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text=_("Navnet på personen i adresser."),
    )
    duf = models.CharField(
        _("DUF-nummer"), max_length=12, unique=True, help_text=_("Forskriften § 46 b. Tolv siffer.")
    )
    kommune = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        null=True,
        editable=False,
        db_index=False,  # the list's own index begins with it
        related_name="+",
        verbose_name=_("kommune"),
    )
    fornavn = models.CharField(_("fornavn"), max_length=100, default="", editable=False)
    etternavn = models.CharField(_("etternavn"), max_length=100, default="", editable=False)
    foedselsdato = models.DateField(_("fødselsdato"), null=True, editable=False)
    skjermet = models.BooleanField(_("skjermet"), default=False, editable=False)
    tillatelse = models.CharField(_("tillatelse"), max_length=2, db_default="", editable=False)
    tillatelse_dato = models.DateField(_("tillatelsen gitt"), null=True, editable=False)
    foerste_bosted = models.DateField(_("først bosatt"), null=True, editable=False)
    foerste_vedtak = models.DateField(_("første vedtak gjelder fra"), null=True, editable=False)
    har_periode = models.BooleanField(_("har periode"), db_default=False, editable=False)
    sortering = models.GeneratedField(
        expression=models.Func("etternavn", "fornavn", function="nir_sortering"),
        output_field=models.TextField(),
        db_persist=True,
    )
    opprettet = models.DateTimeField(_("opprettet"), auto_now_add=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")
        constraints = [
            models.CheckConstraint(condition=Q(duf__regex=r"^\d{12}$"), name="nir_person_duf_tolv_siffer")
        ]
        indexes = [
            models.Index(fields=["foedselsdato"], name="nir_person_foedselsdato"),
            models.Index(fields=["sortering", "id"], name="nir_person_sortering"),
            models.Index(fields=["kommune", "sortering", "id"], name="nir_person_i_kommunen"),
            models.Index(fields=["id"], condition=Q(skjermet=True), name="nir_person_skjermet"),
        ]

    def __str__(self) -> str:
        return f"{self.fornavn} {self.etternavn}".strip() or str(_("Uten navn"))

    @property
    def navn(self) -> str:
        """Full name, or a word that says there is none."""
        return str(self)

    @property
    def navn_etternavn_foerst(self) -> str:
        """«Etternavn, Fornavn», for lists in that order."""
        return ", ".join(del_ for del_ in (self.etternavn, self.fornavn) if del_) or self.navn

    @property
    def duf_skrevet(self) -> str:
        """The DUF number as printed: «2099 123456 78»."""
        return f"{self.duf[:4]} {self.duf[4:10]} {self.duf[10:]}"


class TidligerePerson(models.Model):
    """A person who moved away, as the municipality last knew them (a view: nothing newer is in it)."""

    id = models.BigIntegerField(primary_key=True)
    noekkel = models.UUIDField()
    duf = models.CharField(max_length=12)
    fornavn = models.CharField(max_length=100)
    etternavn = models.CharField(max_length=100)
    sist = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "nir_tidligere_person"
        verbose_name = _("tidligere deltaker")
        verbose_name_plural = _("tidligere deltakere")

    def __str__(self) -> str:
        return f"{self.fornavn} {self.etternavn}"
