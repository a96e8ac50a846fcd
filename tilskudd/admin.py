"""Rates in the administration: to look at. They are entered and adopted on their own page, by two."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.admin import ForAdministrator
from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.doerer import aktoer_i
from tilskudd import actions
from tilskudd.models import Sats, Satsstatus
from tilskudd.queries.satser import er_brukt


@admin.register(Sats)
class SatsAdmin(ForAdministrator):
    """Rates by year. Only one that is not adopted and that no run has used is deleted."""

    list_display = ("kode", "budsjettaar", "beloep", "status", "kilde")
    list_filter = ("budsjettaar", "status", "ordning")
    ordering = ("-budsjettaar", "ordning", "aar_nr", "landgruppe")

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rates are entered on the page of rates."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rates are changed on the page of rates."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Allow deletion of one rate that is not adopted and that no run has used."""
        return (
            er_administrator(request)
            and isinstance(obj, Sats)
            and obj.status != Satsstatus.VEDTATT
            and not er_brukt(obj)
        )

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete by the action."""
        assert isinstance(obj, Sats)  # noqa: S101 - tells the type
        try:
            actions.slett_sats(sats=obj, av=aktoer_i(request))
        except Regelbrudd as brudd:
            self.message_user(request, str(brudd), level="ERROR")
