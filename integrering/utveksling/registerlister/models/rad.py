"""The rows of a list, and what became of each field of each."""

from __future__ import annotations

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.utveksling.registerlister.rules.felt import Felt, Utfall


class OmPerson(models.Model):
    """Whom a row is about; copied to all that hangs on it, so that the wall need not look elsewhere.

    Attributes:
        person: the one whoever uploaded the list could see by that number.
        gjelder: whose number it is, seen or not: only the wall reads it, to hide protected persons.
    """

    liste = models.ForeignKey("registerlister.Registerliste", models.CASCADE, db_index=False)
    virksomhet = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, db_index=False, related_name="+")
    bruker = models.ForeignKey("tilgang.Bruker", models.PROTECT, db_index=False, related_name="+")
    person = models.ForeignKey("nir.Person", models.PROTECT, null=True, related_name="+")
    gjelder = models.BigIntegerField(null=True, editable=False)

    class Meta:
        abstract = True


class Registerrad(OmPerson):
    """A row of the file, or (without a line) a person who stands with us and not in it."""

    noekkel = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    linje = models.PositiveIntegerField(_("linje"), null=True)
    duf = models.CharField(
        _("DUF-nummer"), max_length=12, blank=True, default="", help_text=_("Forskriften § 46 b.")
    )
    raa = models.JSONField(
        _("raden slik den sto"), default=dict,
        help_text=_("Bare cellene i kolonnene som sammenlignes. Forskriften §§ 46, 52 og 53."),
    )  # fmt: skip
    feil = models.CharField(_("feil i raden"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("rad i registerliste")
        verbose_name_plural = _("rader i registerlister")
        constraints = [
            models.UniqueConstraint(fields=["liste", "linje"], name="registerrad_en_per_linje"),
            models.UniqueConstraint(
                fields=["liste", "person"], condition=Q(linje__isnull=True), name="registerrad_en_hos_oss"
            ),
            models.CheckConstraint(
                condition=Q(linje__isnull=False) | Q(person__isnull=False), name="registerrad_av_noe"
            ),
        ]
        indexes = [models.Index(fields=["liste", "duf"], name="registerrad_duf")]

    def __str__(self) -> str:
        return str(self.linje or "")


class Feltsammenligning(OmPerson):
    """One field of a row: what the register says, what is registered here, and how they compare."""

    noekkel = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    rad = models.ForeignKey("registerlister.Registerrad", models.CASCADE, related_name="felt")
    felt = models.CharField(_("felt"), max_length=20)
    register = models.TextField(_("i registeret"), blank=True, default="", help_text=_("Slik den sto."))
    lest = models.TextField(
        blank=True, default="", help_text=_("Dato på ISO-form, kode uten skilletegn, ellers teksten.")
    )
    vaar = models.TextField(
        _("hos oss"), blank=True, default="", help_text=_("Dato på ISO-form, kode, tekst.")
    )
    utfall = models.CharField(_("resultat"), max_length=20, default=Utfall.IKKE_SAMMENLIGNET.value)
    gjenaapnet = models.BooleanField(
        _("gjenåpnet"), default=False, help_text=_("Var merket i en tidligere liste, og er ulikt igjen.")
    )

    class Meta:
        verbose_name = _("sammenlignet felt")
        verbose_name_plural = _("sammenlignede felt")
        constraints = [
            models.UniqueConstraint(fields=["rad", "felt"], name="registerfelt_ett_per_rad"),
            models.CheckConstraint(
                condition=Q(felt__in=[f.value for f in Felt]), name="registerfelt_lukket_liste"
            ),
            models.CheckConstraint(
                condition=Q(utfall__in=[u.value for u in Utfall]), name="registerfelt_utfall"
            ),
        ]
        indexes = [models.Index(fields=["liste", "utfall", "id"], name="registerfelt_utfall_i_listen")]

    def __str__(self) -> str:
        return self.felt
