"""Points: what was agreed, who does it, and when."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.models.punkt import Punkt, tilstand_i_orden


class Moetepunkt(Punkt):
    """Something to follow up: one row for its whole life, shown in each meeting it is carried over to."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    moete = models.ForeignKey(
        "moeter.Moete", models.PROTECT, related_name="egne_punkter", verbose_name=_("møtet det kom fra")
    )
    innkaller = models.ForeignKey(
        "tilgang.Virksomhet",
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("innkalt av"),
        help_text=_("Den som kalte inn til møtet: de som bare ser et senere møte, ser ikke det første."),
    )
    tekst = models.CharField(_("punkt"), max_length=500)
    eier_virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="+", verbose_name=_("ansvarlig virksomhet")
    )
    eier_bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarlig"),
    )

    class Meta:
        verbose_name = _("møtepunkt")
        verbose_name_plural = _("møtepunkter")
        constraints = [tilstand_i_orden("moeter_punkt_tilstand")]
        indexes = [
            models.Index(
                fields=["eier_virksomhet", "frist", "id"],
                condition=Q(tilstand="aapen"),
                name="moeter_punkt_aapne",
            )
        ]

    def __str__(self) -> str:
        return str(self.noekkel)


class Punktplass(models.Model):
    """A meeting in which a point stands: the one it came from, and those it is carried over to."""

    moete = models.ForeignKey("moeter.Moete", models.CASCADE, related_name="plasser", verbose_name=_("møte"))
    punkt = models.ForeignKey(Moetepunkt, models.CASCADE, related_name="plasser", verbose_name=_("punkt"))

    class Meta:
        verbose_name = _("punkt i møte")
        verbose_name_plural = _("punkter i møter")
        constraints = [models.UniqueConstraint(fields=["moete", "punkt"], name="moeter_plass_en_gang")]

    def __str__(self) -> str:
        return str(self.pk)
