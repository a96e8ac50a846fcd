"""Administration of jobs: read, and start again what failed."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import kjoer_paa_nytt
from integrering.grunnmur.models import Jobb


@admin.register(Jobb)
class JobbAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Jobs, newest first. Whoever gets into the administration may read them; nobody changes them by hand."""

    list_display = ("opprettet", "tittel", "slag", "tilstand", "steg", "forsoek", "bruker", "ferdig")
    list_filter = ("tilstand", "slag", "opprettet")
    list_select_related = ("bruker",)
    search_fields = ("=id", "tittel")
    ordering = ("-opprettet",)
    list_per_page = 50
    actions = ("start_paa_nytt",)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The administration's own door has asked already."""
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Jobb | None = None) -> bool:
        """Let administrators read."""
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Jobs are started where their work belongs."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Jobb | None = None) -> bool:
        """The worker alone writes."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Jobb | None = None) -> bool:
        """A job is part of the trail."""
        return False

    @admin.action(description=_("Start valgte jobber på nytt"), permissions=["view"])
    def start_paa_nytt(self, request: HttpRequest, queryset: QuerySet[Jobb]) -> None:
        """Start failed and cancelled jobs again; say which could not be."""
        startet = 0
        for jobb in queryset:
            try:
                startet += kjoer_paa_nytt(jobb=jobb)
            except Regelbrudd as brudd:
                self.message_user(request, f"{jobb}: {brudd}", messages.WARNING)
        if startet:
            tekst = ngettext("%(n)s jobb er startet på nytt.", "%(n)s jobber er startet på nytt.", startet)
            self.message_user(request, tekst % {"n": startet}, messages.SUCCESS)
        else:
            melding = gettext("Bare jobber som har feilet eller er avbrutt, kan startes på nytt.")
            self.message_user(request, melding, messages.WARNING)
