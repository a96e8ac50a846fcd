"""What a forum decided, and what is to be done about it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.models.punkt import Punkt, tilstand_i_orden
from regionalt.kodeverk import Tema


class Forumvedtak(Punkt):
    """A decision; with something to follow up it is a task until that is done."""

    noekkel = models.UUIDField(_("nøkkel"), default=uuid.uuid4, unique=True, editable=False)
    innsending = models.UUIDField(_("innsending"), default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(
        "samarbeid.Forum", models.PROTECT, related_name="vedtak", verbose_name=_("forum")
    )
    dato = models.DateField(_("dato"))
    tema = models.CharField(_("tema"), max_length=20, choices=Tema.choices)
    tekst = models.CharField(_("vedtak"), max_length=1000)
    oppfoelging = models.CharField(_("oppfølging"), max_length=500, blank=True, default="")
    utfoerer = models.CharField(_("hvem gjør det"), max_length=120, blank=True, default="")
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarlig"),
    )

    class Meta:
        verbose_name = _("vedtak i forum")
        verbose_name_plural = _("vedtak i fora")
        constraints = [
            tilstand_i_orden("samarbeid_vedtak_tilstand"),
            models.CheckConstraint(condition=Q(tema__in=Tema.values), name="samarbeid_vedtak_kjent_tema"),
            # a deadline without anything to do would be nobody's
            models.CheckConstraint(
                condition=Q(frist__isnull=True) | ~Q(oppfoelging=""), name="samarbeid_vedtak_frist_for_noe"
            ),
        ]
        indexes = [models.Index(fields=["dato", "id"], name="samarbeid_vedtak_dato")]

    def __str__(self) -> str:
        return str(self.noekkel)

    @property
    def skal_foelges_opp(self) -> bool:
        """True while somebody has to do something about it."""
        return bool(self.oppfoelging) and self.aapen
