"""What all pages of the administration share: who may, and that nothing is deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.paginering import TakPaginator


class ForAdministrator(admin.ModelAdmin):  # type: ignore[type-arg]
    """What an administrator may do is said here, not by Django's own permissions. Nothing is deleted."""

    actions: Any = None
    list_per_page = 50
    show_full_result_count = False
    paginator = TakPaginator

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to administrators."""
        return er_administrator(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators read."""
        return er_administrator(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators add."""
        return er_administrator(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators change."""
        return er_administrator(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Delete nothing: users are deactivated, roles get an end date."""
        return False


class BareLes(ForAdministrator):
    """Read-only."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Add nothing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Change nothing."""
        return False
