"""Administration: the threshold of small numbers, and who fetched evidence packs."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from integrering.rapporter import actions
from integrering.rapporter.models import Pakkehenting, Smaatall
from integrering.tilgang.admin import BareLes, ForAdministrator, vis_hendelser
from integrering.tilgang.doerer import aktoer_i


@admin.register(Smaatall)
class SmaatallAdmin(ForAdministrator):
    """The threshold: one row, made by the migration."""

    list_display = ("grense",)
    fields = ("grense",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """There is one."""
        return False

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action."""
        assert isinstance(obj, Smaatall)  # noqa: S101 - tells the type
        actions.endre_grense(smaatall=obj, av=aktoer_i(request))


@admin.register(Pakkehenting)
class PakkehentingAdmin(BareLes):
    """Who fetched evidence packs."""

    list_display = ("tid", "bruker", "virksomhet", "antall")
    list_select_related = ("bruker", "virksomhet")
    ordering = ("-tid",)


vis_hendelser(Smaatall, "grense")
