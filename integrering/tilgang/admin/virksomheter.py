"""Organisations, and who looked at whom."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.admin.felles import BareLes, ForAdministrator
from integrering.tilgang.admin.hendelser import vis_hendelser
from integrering.tilgang.innsynssteder import stedsnavn
from integrering.tilgang.models import Innsyn, Virksomhet
from integrering.tilgang.personlenker import person_med_noekkel, personlenker

_NOEKKEL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@admin.register(Virksomhet)
class VirksomhetAdmin(ForAdministrator):
    """Organisations. Type and number are who they are, so they stand."""

    list_display = (
        "nummer", "navn", "type", "overordnet", "maalform", "innbyggere", "aktiv",
    )  # fmt: skip
    list_editable = ("maalform",)
    list_filter = ("type", "aktiv", "maalform")
    list_select_related = ("overordnet",)
    search_fields = ("navn", "nummer", "navn_andre")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> tuple[str, ...]:
        """Keep what identifies."""
        return ("type", "nummer", "overordnet") if obj else ()


class InnsynListe(ChangeList):
    """A page of the look-up log, with the persons' addresses read once."""

    def get_results(self, request: HttpRequest) -> None:
        """Read the page and the addresses."""
        super().get_results(request)
        rader = list(self.result_list)
        lenker = personlenker({rad.person_id for rad in rader})
        for rad in rader:
            rad.personside = lenker.get(rad.person_id)
        self.result_list = rader


@admin.register(Innsyn)
class InnsynAdmin(BareLes):
    """Who looked at whom. The person is shown by a link, never by name."""

    list_display = ("tid", "bruker", "virksomhet", "person", "sted", "grunn")
    list_filter = ("tid", "virksomhet__type")
    list_select_related = ("bruker", "virksomhet")
    search_fields = ("bruker__username", "bruker__first_name", "bruker__last_name")
    search_help_text = _("Søk på brukeren som så, eller lim inn adressen til siden til en person.")
    ordering = ("-tid",)
    list_display_links = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Use the list that knows addresses."""
        return InnsynListe

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Innsyn], search_term: str
    ) -> tuple[QuerySet[Innsyn], bool]:
        """Search by user, or by the address of a person's page."""
        treff = _NOEKKEL.search(search_term)
        if treff is None:
            return super().get_search_results(request, queryset, search_term)
        person_id = person_med_noekkel(UUID(treff[0]))
        return (queryset.none() if person_id is None else queryset.filter(person_id=person_id)), False

    @admin.display(description=_("hvor"), ordering="hvor")
    def sted(self, innsyn: Innsyn) -> str:
        """Say where in the reader's language."""
        return stedsnavn(innsyn.hvor)

    @admin.display(description=_("person"))
    def person(self, innsyn: Innsyn) -> SafeString | str:
        """Link to the person's page."""
        adresse = getattr(innsyn, "personside", None)
        if adresse is None:
            return str(innsyn.person_id)
        return format_html('<a href="{}">{}</a>', adresse, innsyn.person_id)


vis_hendelser(Virksomhet, "nummer", "navn", "type", "aktiv", "maalform", "innbyggere")
