"""What people have chosen to be told, and the digests made."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.samtidighet import Versjonert
from integrering.utveksling.varsler.rules import Hyppighet

HYPPIGHETER = [
    (Hyppighet.VIRKEDAG.value, _("Hver virkedag klokken 07.00, når noe er nytt")),
    (Hyppighet.UKENTLIG.value, _("Mandag klokken 07.00, når noe er nytt")),
    (Hyppighet.ALDRI.value, _("Aldri")),
]


class Varselvalg(Versjonert):
    """What a user wants to be told in one role. Without a row: every weekday, all there is."""

    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker")
    )
    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("virksomhet")
    )
    rolle = models.CharField(_("rolle"), max_length=40)
    hyppighet = models.CharField(
        _("hvor ofte"), max_length=10, choices=HYPPIGHETER, default=Hyppighet.VIRKEDAG.value
    )
    # what is switched off, so that kinds to come are on
    avslaatt = ArrayField(models.CharField(max_length=40), default=list, verbose_name=_("avslått"))

    class Meta:
        verbose_name = _("varselvalg")
        verbose_name_plural = _("varselvalg")
        constraints = [
            models.UniqueConstraint(
                fields=["bruker", "virksomhet", "rolle"], name="varsler_valg_ett_per_rolle"
            ),
            models.CheckConstraint(
                condition=Q(hyppighet__in=[h.value for h in Hyppighet]), name="varsler_valg_kjent_hyppighet"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_hyppighet_display())


class Varsel(models.Model):
    """The digest of one user and day: counts by role and kind. At most one (held by the constraint)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bruker")
    )
    dato = models.DateField(_("dato"))
    opprettet = models.DateTimeField(_("opprettet"))
    roller = ArrayField(models.BigIntegerField(), verbose_name=_("roller"))
    innhold = models.JSONField(_("innhold"), help_text=_("Bare antall. Aldri personopplysninger."))

    class Meta:
        verbose_name = _("varsel")
        verbose_name_plural = _("varsler")
        constraints = [models.UniqueConstraint(fields=["bruker", "dato"], name="varsler_varsel_ett_om_dagen")]

    def __str__(self) -> str:
        return f"{self.dato:%d.%m.%Y}"
