"""Rates in the administration. Runs and lines are never touched there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang.admin import ForAdministrator
from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.doerer import aktoer_i
from tilskudd import actions
from tilskudd.models import Sats, Satsstatus
from tilskudd.queries.satser import er_brukt


class SatsAdminskjema(forms.ModelForm):  # type: ignore[type-arg]
    """What the rate is for stands fast once it is used; adopted rates name their source."""

    def clean(self) -> dict[str, Any]:
        """Refuse to move a used rate to another key."""
        data: dict[str, Any] = super().clean() or {}
        if self.instance.pk and {"ordning", "aar_nr", "landgruppe", "budsjettaar"} & set(self.changed_data):
            raise ValidationError(_("Legg inn en ny sats i stedet for å endre hva denne gjelder."))
        status = data.get("status")
        if status == Satsstatus.EKSEMPEL and not settings.DEMO:
            raise ValidationError({"status": _("Eksempelsatser kan bare legges inn i en demo.")})
        if (
            self.instance.pk
            and "status" in self.changed_data
            and Satsstatus.EKSEMPEL
            in (
                status,
                self.initial.get("status"),
            )
        ):
            raise ValidationError(
                {"status": _("En eksempelsats kan ikke bli en vedtatt sats. Legg inn en ny.")}
            )
        return data


@admin.register(Sats)
class SatsAdmin(ForAdministrator):
    """Rates by year. Every change is kept; only a rate that no run has used is deleted."""

    form = SatsAdminskjema
    list_display = ("kode", "budsjettaar", "beloep", "status", "kilde")
    list_filter = ("budsjettaar", "status", "ordning")
    ordering = ("-budsjettaar", "ordning", "aar_nr", "landgruppe")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action, as every other door does."""
        assert isinstance(obj, Sats)  # noqa: S101 - tells the type
        felt = ("ordning", "aar_nr", "landgruppe", "budsjettaar", "beloep", "status", "kilde")
        lagret = actions.lagre_sats(av=aktoer_i(request), **{f: getattr(obj, f) for f in felt})
        obj.pk = lagret.pk

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Allow deletion of one rate that no run has used."""
        return er_administrator(request) and isinstance(obj, Sats) and not er_brukt(obj)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Delete by the action."""
        assert isinstance(obj, Sats)  # noqa: S101 - tells the type
        try:
            actions.slett_sats(sats=obj, av=aktoer_i(request))
        except Regelbrudd as brudd:
            self.message_user(request, str(brudd), level="ERROR")
