"""An import that is not done yet: the file lies beside it until it is, or for a day."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Utkasttilstand(models.TextChoices):
    """Where a draft stands. The way is down the list; choosing columns again leads back up."""

    KOLONNER = "kolonner", _("Velg kolonner")
    PROEVES = "proeves", _("Kontrolleres")
    PROEVD = "proevd", _("Klar til import")
    IMPORTERES = "importeres", _("Importeres")
    FERDIG = "ferdig", _("Importert")
    LUKKET = "lukket", _("Lukket")


AAPNE = (
    Utkasttilstand.KOLONNER,
    Utkasttilstand.PROEVES,
    Utkasttilstand.PROEVD,
    Utkasttilstand.IMPORTERES,
)


class Importutkast(models.Model):
    """A file someone has uploaded and is about to import. Only that one sees it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # From the form that was sent: sent twice, it is still one draft.
    noekkel = models.UUIDField(unique=True)
    slag = models.CharField(_("slag"), max_length=30)
    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    virksomhet = models.ForeignKey("tilgang.Virksomhet", models.PROTECT, related_name="+")
    rolle = models.CharField(_("rolle"), max_length=40)
    historisk = models.BooleanField(_("historisk"), default=False)
    tilstand = models.CharField(
        _("tilstand"), max_length=10, choices=Utkasttilstand.choices, default=Utkasttilstand.KOLONNER
    )
    opprettet = models.DateTimeField(_("opprettet"), db_default=Now(), editable=False)
    utloeper = models.DateTimeField(_("slettes"))
    stoerrelse = models.PositiveBigIntegerField(_("størrelse i byte"))
    plasser = models.JSONField(_("plasser"), default=dict, blank=True)
    resultat = models.JSONField(
        _("resultat av kontrollen"), default=dict, blank=True, help_text=_("Bare antall.")
    )
    jobb = models.ForeignKey("grunnmur.Jobb", models.SET_NULL, null=True, related_name="+")
    kvittering = models.OneToOneField(
        "utveksling.Import", models.PROTECT, null=True, related_name="utkast", verbose_name=_("kvittering")
    )

    class Meta:
        verbose_name = _("importutkast")
        verbose_name_plural = _("importutkast")
        ordering = ["-opprettet"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tilstand="ferdig", kvittering__isnull=False)
                | ~Q(tilstand="ferdig") & Q(kvittering__isnull=True),
                name="utveksling_importutkast_ferdig",
            )
        ]
        indexes = [
            models.Index(fields=["bruker", "-opprettet"], name="utveksling_utkast_bruker"),
            models.Index(fields=["utloeper"], name="utveksling_utkast_utloeper"),
        ]

    def __str__(self) -> str:
        return f"{self.slag} {self.opprettet:%d.%m.%Y %H.%M}"

    @property
    def er_aapent(self) -> bool:
        """True until it is imported or closed."""
        return self.tilstand in AAPNE


class Utkastinnhold(models.Model):
    """The file of a draft, and what its columns look like. Deleted when the draft is done or closed."""

    utkast = models.OneToOneField(
        "utveksling.Importutkast", models.CASCADE, primary_key=True, related_name="innhold"
    )
    fil = models.BinaryField(_("fil"))
    endelse = models.CharField(_("filtype"), max_length=4)
    ark = models.CharField(_("ark"), max_length=200, blank=True, default="")
    arknavn = models.JSONField(_("arkene"), default=list, blank=True)
    overskrifter = models.JSONField(_("overskrifter"), default=list)
    eksempler = models.JSONField(_("de første verdiene i hver kolonne"), default=list)
    feilfil = models.BinaryField(_("feilfil"), null=True)

    class Meta:
        verbose_name = _("innhold i importutkast")
        verbose_name_plural = _("innhold i importutkast")

    def __str__(self) -> str:
        return self.endelse


class Utkastavvik(models.Model):
    """Something wrong with a row of a draft, as found by the preview."""

    utkast = models.ForeignKey(
        "utveksling.Importutkast", models.CASCADE, related_name="avvik", db_index=False
    )
    linje = models.PositiveIntegerField(_("linje"))
    felt = models.CharField(_("felt"), max_length=60, blank=True, default="")
    verdi = models.TextField(_("verdi"), blank=True, default="")
    kode = models.CharField(max_length=40)
    mer = models.TextField(blank=True, default="")
    merk = models.BooleanField(_("bare en merknad"), default=False)

    class Meta:
        verbose_name = _("avvik")
        verbose_name_plural = _("avvik")
        indexes = [
            models.Index(fields=["utkast", "linje", "id"], name="utveksling_avvik_linje"),
            models.Index(fields=["utkast", "felt", "linje", "id"], name="utveksling_avvik_felt"),
        ]

    def __str__(self) -> str:
        return f"{self.linje} {self.kode}"
