"""Professional systems: which there are, and what was changed. Tokens are made on their own page."""

from __future__ import annotations

from django.contrib import admin

from integrering.tilgang.admin.felles import BareLes
from integrering.tilgang.admin.hendelser import vis_hendelser
from integrering.tilgang.api.models import Apiklient


@admin.register(Apiklient)
class ApiklientAdmin(BareLes):
    """The clients of the API."""

    list_display = ("navn", "virksomhet", "begynner", "opprettet", "siste_dag", "sist_brukt", "trukket")
    list_filter = ("trukket",)
    list_select_related = ("virksomhet",)
    ordering = ("-id",)


vis_hendelser(Apiklient, "navn", "virksomhet", "begynner", "siste_dag", "trukket")
