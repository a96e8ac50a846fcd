"""What was changed, when, and by whom: the events that triggers write (pghistory)."""

from __future__ import annotations

from typing import Any

import pghistory.models
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.admin.felles import BareLes

_HVA = {"insert": _("lagt til"), "update": _("endret"), "delete": _("slettet")}


class HvaFilter(admin.SimpleListFilter):
    """Added, changed, deleted."""

    title = _("hva")
    parameter_name = "hva"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices."""
        return list(_HVA.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the events of the chosen kind."""
        return queryset.filter(pgh_label=self.value()) if self.value() else queryset


class HendelseAdmin(BareLes):
    """What was changed, when, and by whom (kept by triggers in the database)."""

    list_filter = (HvaFilter, "pgh_created_at")
    ordering = ("-pgh_id",)
    list_select_related = ("pgh_context",)
    exclude = ("pgh_label", "pgh_context")
    readonly_fields = ("pgh_created_at", "hva", "endret_av")

    @admin.display(description=_("hva"), ordering="pgh_label")
    def hva(self, hendelse: Any) -> str:
        """Say whether the row was added or changed."""
        return str(_HVA.get(hendelse.pgh_label, hendelse.pgh_label))

    @admin.display(description=_("endret av"))
    def endret_av(self, hendelse: Any) -> str:
        """Name who did it; what commands and migrations did has nobody."""
        return str(hendelse.pgh_context.metadata.get("navn", "")) if hendelse.pgh_context else "–"


def gi_navn(
    modell: type[Model], entall: str | Promise, flertall: str | Promise, **felter: str | Promise
) -> None:
    """Name a model we did not write, and columns of it, in our languages."""
    meta: Any = modell._meta
    meta.verbose_name, meta.verbose_name_plural = entall, flertall
    for navn, tekst in felter.items():
        meta.get_field(navn).verbose_name = tekst


def vis_hendelser(modell: type[Model], *kolonner: str) -> None:
    """Show the events of a tracked model, with these columns of it."""
    meta: Any = modell._meta
    hendelser = meta.apps.get_model(meta.app_label, f"{modell.__name__}Hendelse")
    gi_navn(
        hendelser,
        format_lazy(_("endring: {hva}"), hva=meta.verbose_name),
        format_lazy(_("endringer: {hva}"), hva=meta.verbose_name_plural),
        pgh_created_at=_("tidspunkt"),
        pgh_obj=_("gjelder"),
    )
    fremmede = [k for k in kolonner if meta.get_field(k).is_relation]
    klasse = type(
        f"{modell.__name__}HendelseAdmin",
        (HendelseAdmin,),
        {
            "list_display": ("pgh_created_at", "hva", *kolonner, "endret_av"),
            "list_select_related": ("pgh_context", *fremmede),
        },
    )
    admin.site.register(hendelser, klasse)


for _ubrukt in (pghistory.models.Events, pghistory.models.MiddlewareEvents):
    if admin.site.is_registered(_ubrukt):
        admin.site.unregister(_ubrukt)
