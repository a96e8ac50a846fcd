"""Schemes in the administration."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from integrering.tilgang.admin import ForAdministrator, vis_hendelser
from integrering.tilgang.doerer import aktoer_i
from tilskudd.ordninger import actions
from tilskudd.ordninger.actions import Ordningsdata
from tilskudd.ordninger.forms import FELTER
from tilskudd.ordninger.models import Ordning


@admin.register(Ordning)
class OrdningAdmin(ForAdministrator):
    """The catalogue. The code of a scheme stands; nothing is deleted: what is no longer used is marked so."""

    list_display = ("navn", "slag", "sikkerhet", "ansvarlig", "aktiv")
    list_filter = ("slag", "sikkerhet", "aktiv")
    list_select_related = ("ansvarlig",)
    ordering = ("navn",)
    raw_id_fields = ("ansvarlig",)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Hold the code of a scheme that exists."""
        return ("kode",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action, as every other door does."""
        assert isinstance(obj, Ordning)  # noqa: S101 - tells the type
        data = Ordningsdata(**{f: getattr(obj, f) for f in FELTER}, ansvarlig_id=obj.ansvarlig_id)
        if change:
            foer = Ordning.objects.get(pk=obj.pk)
            actions.endre_ordning(ordning=foer, versjon=foer.versjon, data=data, av=aktoer_i(request))
        else:
            obj.pk = actions.lag_ordning(kode=obj.kode, data=data, av=aktoer_i(request)).pk


vis_hendelser(Ordning, "navn", "slag", "sikkerhet", "aktiv")
