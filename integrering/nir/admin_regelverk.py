"""The dated rule values in the administration: new versions are added, and no row is ever deleted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from integrering.nir.actions.regelverk import lagre_regelverdi
from integrering.nir.models.regelverdi import Regelverdi
from integrering.nir.regeltekster import regelkode
from integrering.nir.rules.regelkoder import Regelkode
from integrering.tilgang.admin import ForAdministrator, vis_hendelser
from integrering.tilgang.doerer import aktoer_i


class RegelverdiSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """What a row is about stands fast; shut fields are checked with the rest, unlike those only shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in ("kode", "enhet", "styres_av"):
            self.fields[felt].disabled = self.instance.pk is not None


@admin.register(Regelverdi)
class RegelverdiAdmin(ForAdministrator):
    """Values by rule and day. What replaces a value is a new row; which rule a row is about stands fast."""

    form = RegelverdiSkjema

    list_display = ("kode", "navn", "verdi", "enhet", "gjelder_fra", "sammenligning", "status", "hjemmel")
    list_filter = ("status", "styres_av", "enhet")
    search_fields = ("kode", "hjemmel", "merknad")
    ordering = ("kode", "gjelder_fra")
    list_per_page = 50

    @admin.display(description=_("navn"))
    def navn(self, verdi: Regelverdi) -> str:
        """Name the rule in words."""
        return regelkode(Regelkode(verdi.kode))

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action."""
        assert isinstance(obj, Regelverdi)  # noqa: S101 - tells the type
        lagre_regelverdi(verdi=obj, av=aktoer_i(request))


vis_hendelser(Regelverdi, "kode", "verdi", "gjelder_fra", "status")
