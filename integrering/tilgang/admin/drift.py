"""Messages about the service, and e-mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from integrering.tilgang import driftsmelding
from integrering.tilgang.admin.felles import BareLes, ForAdministrator
from integrering.tilgang.admin.hendelser import vis_hendelser
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import Driftsmelding, Utsending


class MeldingSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """A message, and the version it was read in: two administrators do not overwrite each other unseen."""

    class Meta:
        model = Driftsmelding
        fields = ("tekst", "tekst_nn", "alvor", "fra", "til")
        widgets = {"tekst": forms.Textarea({"rows": 2}), "tekst_nn": forms.Textarea({"rows": 2})}


@admin.register(Driftsmelding)
class DriftsmeldingAdmin(ForAdministrator):
    """Messages on top of every page. Ended, not deleted."""

    form = MeldingSkjema
    list_display = ("tekst", "alvor", "fra", "til", "endret_av")
    list_filter = ("alvor",)
    list_select_related = ("endret_av",)

    def save_model(self, request: HttpRequest, obj: Driftsmelding, form: Any, change: bool) -> None:
        """Write who, count the version, and show it at once."""
        obj.endret, obj.endret_av_id = timezone.now(), aktoer_i(request).bruker_id
        obj.versjon += 1 if change else 0
        super().save_model(request, obj, form, change)
        transaction.on_commit(driftsmelding.glem)


@admin.register(Utsending)
class UtsendingAdmin(BareLes):
    """E-mail: to whom, of which kind, how it went. Its text is not kept."""

    list_display = ("opprettet", "bruker", "slag", "tilstand", "forsoek", "ferdig", "feil")
    list_filter = ("tilstand", "slag")
    list_select_related = ("bruker",)
    ordering = ("-opprettet",)


vis_hendelser(Driftsmelding, "tekst", "alvor", "fra", "til")
