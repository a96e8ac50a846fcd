"""Persons and registrations in Django's administration: to look at only, and every look is logged.

No search and no names in addresses: what is looked for would stand in logs.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse

from integrering.nir import admin_planvurdering, admin_regelverk  # noqa: F401 - have files of their own
from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.innsynssteder import adminsted
from integrering.nir.models import Flyttesak, Person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.paginering import TakPaginator
from integrering.tilgang.roller import Rolle


class KunSe(admin.ModelAdmin):  # type: ignore[type-arg]
    """Read only, for administrators."""

    actions = None
    list_per_page = 50
    show_full_result_count = False
    paginator = TakPaginator

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Administrators see it."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Administrators see it."""
        aktoer = getattr(request, "aktoer", None)
        return isinstance(aktoer, Aktoer) and aktoer.har(Rolle.ADMINISTRATOR)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody registers here: the actions check what is registered."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody corrects here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """A registration is never deleted."""
        return False

    def person_id(self, objekt: Any) -> int:
        """Whom the row is about."""
        return int(objekt.person_id)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show one row, and log whom it was about."""
        objekt = self.get_object(request, object_id) if object_id else None
        if objekt is not None and self.has_view_permission(request, objekt):
            registrer_innsyn(
                person_id=self.person_id(objekt), av=aktoer_i(request), hvor=adminsted(self.model)
            )
        return super().changeform_view(request, object_id, form_url, extra_context)


@admin.register(Person)
class PersonAdmin(KunSe):
    """Persons by number, without names in the list."""

    list_display = ("noekkel", "kommune", "skjermet", "opprettet")
    list_filter = ("skjermet",)
    list_select_related = ("kommune",)
    ordering = ("-id",)

    def person_id(self, objekt: Any) -> int:
        """The person itself."""
        return int(objekt.pk)


class FaktaAdmin(KunSe):
    """Versions of facts, newest first."""

    list_display = ("registrering_id", "registrert", "erstattet", "annullert", "virksomhet")
    list_filter = ("annullert",)
    list_select_related = ("virksomhet",)
    ordering = ("-id",)


for _modell in dict.fromkeys(slag.modell for slag in FAKTATYPER.values()):
    admin.site.register(_modell, FaktaAdmin)


@admin.register(Flyttesak)
class FlyttesakAdmin(KunSe):
    """Moves that were reported."""

    list_display = ("til_kommune", "fra", "meldt", "tilstand", "avgjort")
    list_filter = ("tilstand",)
    list_select_related = ("til_kommune",)
    ordering = ("-id",)
