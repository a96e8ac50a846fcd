"""What sets off a review of the plan, in the administration: rows are added and ended, never deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext

from integrering.nir.actions.planvurdering import lagre_planvurdering
from integrering.nir.models import Planvurdering
from integrering.tilgang.admin import ForAdministrator, vis_hendelser
from integrering.tilgang.doerer import aktoer_i


@admin.register(Planvurdering)
class PlanvurderingAdmin(ForAdministrator):
    """The fixed days and the events."""

    list_display = ("__str__", "utloeser", "gjelder_fra", "gjelder_til", "kilde")
    list_filter = ("utloeser",)
    ordering = ("utloeser", "maaned", "dag", "gjelder_fra")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action."""
        assert isinstance(obj, Planvurdering)  # noqa: S101 - tells the type
        lagre_planvurdering(utloeser=obj, av=aktoer_i(request))
        messages.info(request, gettext("Oppgavene regnes ut på nytt i bakgrunnen."))


vis_hendelser(Planvurdering, "utloeser", "maaned", "dag", "gjelder_fra", "gjelder_til")
