"""What those who came think of an event. Who has said what, is written nowhere."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regionalt.kompetanse.models.arrangement import Arrangement
from regionalt.kompetanse.models.paamelding import Paamelding
from regionalt.personvern import uten_nummer

POENG = (1, 5)


class Evaluering(models.Model):
    """An answer: no one's, without an instant, by a key that follows no order (`sql/evaluering.sql`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # the database stops a deletion: nobody may look here to see whether there are answers
    arrangement = models.ForeignKey(
        Arrangement, models.DO_NOTHING, related_name="evalueringer", verbose_name=_("arrangement")
    )
    nytte = models.PositiveSmallIntegerField(_("nyttig for arbeidet"))
    innhold = models.PositiveSmallIntegerField(_("innholdet"))
    opplegg = models.PositiveSmallIntegerField(_("opplegget"))
    tekst = models.TextField(_("kommentar"), max_length=2000, blank=True, default="")

    class Meta:
        verbose_name = _("evaluering")
        verbose_name_plural = _("evalueringer")
        constraints = [
            models.CheckConstraint(
                condition=Q(nytte__range=POENG, innhold__range=POENG, opplegg__range=POENG),
                name="kompetanse_evaluering_poeng",
            ),
            uten_nummer("kompetanse_evaluering_uten_nummer", "tekst"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Evaluert(models.Model):
    """That one who came has answered, so that nobody answers twice. Taken out when the answers are closed."""

    paamelding = models.OneToOneField(
        Paamelding, models.PROTECT, primary_key=True, related_name="evaluert", verbose_name=_("påmelding")
    )

    class Meta:
        verbose_name = _("har evaluert")
        verbose_name_plural = _("har evaluert")

    def __str__(self) -> str:
        return str(self.pk)
