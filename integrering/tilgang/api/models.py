"""The clients of the API, and the answers they have got."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@pghistory.track(model_name="ApiklientHendelse", exclude=["avtrykk", "sist_brukt", "vindu", "antall"])
class Apiklient(models.Model):
    """A municipality's professional system. The token is not kept, only its fingerprint (SHA-256).

    `bruker` is who registers: a user that nobody can log in as. A municipality has one open client at a time.
    """

    virksomhet = models.ForeignKey(
        "tilgang.Virksomhet", models.PROTECT, related_name="apiklienter", verbose_name=_("virksomhet")
    )
    bruker = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="apiklient", verbose_name=_("registrerer som")
    )
    navn = models.CharField(_("navn"), max_length=100, help_text=_("Hva fagsystemet heter."))
    begynner = models.CharField(_("tokenet begynner med"), max_length=8)
    avtrykk = models.CharField(_("avtrykk av tokenet"), max_length=64, unique=True, editable=False)
    siste_dag = models.DateField(_("siste dag"), help_text=_("Tokenet virker til og med denne dagen."))
    opprettet = models.DateTimeField(_("opprettet"), default=timezone.now, editable=False)
    trukket = models.DateTimeField(_("trukket tilbake"), null=True, blank=True)
    sist_brukt = models.DateTimeField(_("sist brukt"), null=True, editable=False)
    # how many requests since the minute `vindu`: what all processes count together
    vindu = models.DateTimeField(_("telles fra"), null=True, editable=False)
    antall = models.PositiveIntegerField(_("forespørsler"), default=0, editable=False)

    class Meta:
        verbose_name = _("fagsystem")
        verbose_name_plural = _("fagsystemer")
        constraints = [
            models.UniqueConstraint(
                fields=["virksomhet"], condition=Q(trukket__isnull=True), name="tilgang_apiklient_en_aapen"
            ),
        ]

    def __str__(self) -> str:
        return self.navn


class Apisvar(models.Model):
    """What was answered to a request with this key: asked again, the same is answered and nothing is done.

    Written in the transaction of what was done: without an effect there is no row, and the other way round.
    """

    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+")
    noekkel = models.CharField(max_length=100)
    avtrykk = models.CharField(max_length=64)  # keyed: what was asked cannot be guessed from it
    opprettet = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    hoder = models.JSONField(default=dict)
    innhold = models.TextField(default="")

    class Meta:
        verbose_name = _("svar til fagsystem")
        verbose_name_plural = _("svar til fagsystemer")
        constraints = [
            models.UniqueConstraint(fields=["bruker", "noekkel"], name="tilgang_apisvar_en_per_noekkel")
        ]
        indexes = [models.Index(fields=["opprettet"], name="tilgang_apisvar_opprettet")]

    def __str__(self) -> str:
        return str(self.pk)
