"""Administration: the rules' settings are kept here; tasks are read."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver import actions
from integrering.oppgaver.models import Oppgave, Regelinnstilling, Vikariat
from integrering.oppgaver.regelverk import regel_med_kode
from integrering.tilgang.admin import BareLes, ForAdministrator, vis_hendelser
from integrering.tilgang.doerer import aktoer_i


@admin.register(Regelinnstilling)
class RegelinnstillingAdmin(ForAdministrator):
    """The rules. They come with the code; here they are switched off and their days changed."""

    list_display = ("regel", "kode", "hjemmel", "aktiv", "snart_dager", "frist_dager")
    list_filter = ("aktiv",)
    search_fields = ("kode",)
    fields = ("kode", "hvorfor", "hjemmel", "aktiv", "snart_dager", "frist_dager")
    readonly_fields = ("kode", "hvorfor", "hjemmel")
    ordering = ("kode",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Rules are code."""
        return False

    @admin.display(description=_("regel"))
    def regel(self, innstilling: Regelinnstilling) -> str:
        """Name the rule."""
        return str(innstilling)

    @admin.display(description=_("hjemmel"))
    def hjemmel(self, innstilling: Regelinnstilling) -> str:
        """Name the paragraph."""
        funnet = regel_med_kode(innstilling.kode)
        return str(funnet.hjemmel) if funnet else ""

    @admin.display(description=_("forklaring"))
    def hvorfor(self, innstilling: Regelinnstilling) -> str:
        """Show the sentence of the tasks."""
        funnet = regel_med_kode(innstilling.kode)
        return str(funnet.hvorfor) if funnet else gettext("Regelen finnes ikke lenger.")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Save by the action, which computes the tasks anew."""
        assert isinstance(obj, Regelinnstilling)  # noqa: S101 - tells the type
        actions.endre_innstilling(innstilling=obj, av=aktoer_i(request))
        messages.info(request, gettext("Oppgavene regnes ut på nytt i bakgrunnen."))


@admin.register(Oppgave)
class OppgaveAdmin(BareLes):
    """Tasks, without whom they are about."""

    list_display = ("opprettet", "regel", "virksomhet", "frist", "ansvarlig", "vent_til", "lukket")
    list_filter = ("regel", ("lukket", admin.EmptyFieldListFilter), "virksomhet__type")
    list_select_related = ("virksomhet", "ansvarlig")
    search_fields = ("=noekkel", "regel")
    ordering = ("-id",)
    fields = (
        "noekkel", "kilde", "regel", "virksomhet", "frist", "ansvarlig", "vent_til", "vent_grunn",
        "opprettet", "lukket", "versjon", "endret", "endret_av",
    )  # fmt: skip


@admin.register(Vikariat)
class VikariatAdmin(BareLes):
    """Stand-ins of the county; the municipalities keep their own."""

    list_display = ("virksomhet", "borte", "vikar", "fra", "til", "avsluttet")
    list_select_related = ("virksomhet", "borte", "vikar")
    ordering = ("-fra",)


vis_hendelser(Regelinnstilling, "kode", "aktiv", "snart_dager", "frist_dager")
