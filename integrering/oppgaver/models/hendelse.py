"""What was done with a task."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.kodeverk import Hendelsesslag


class Oppgavehendelse(models.Model):
    """One thing that happened to a task, by whom (nobody: the machine). Written once.

    `runde` ties together what was done in one go, so that it can be undone in one go.
    """

    oppgave = models.ForeignKey(
        "oppgaver.Oppgave",
        models.PROTECT,
        db_index=False,
        related_name="hendelser",
        verbose_name=_("oppgave"),
    )
    slag = models.CharField(_("hva"), max_length=15, choices=Hendelsesslag.choices)
    tid = models.DateTimeField(_("tid"), db_default=Now(), editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("bruker")
    )
    verdier = models.JSONField(_("verdier"), default=dict, help_text=_("Før og etter. Aldri navn."))
    versjon = models.PositiveIntegerField(_("versjon"), default=0)
    runde = models.UUIDField(_("runde"), null=True)

    class Meta:
        verbose_name = _("hendelse")
        verbose_name_plural = _("hendelser")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slag__in=Hendelsesslag.values), name="oppgaver_hendelse_kjent_slag"
            )
        ]
        indexes = [
            models.Index(fields=["oppgave", "id"], name="oppgaver_hendelse_oppgave"),
            models.Index(
                fields=["runde"], condition=models.Q(runde__isnull=False), name="oppgaver_hendelse_runde"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_slag_display())
