"""Administration: users and their roles, organisations, who looked at whom, what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pghistory.models
from axes.models import AccessAttempt
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import actions as handlinger
from integrering.tilgang import driftsmelding, epost, queries
from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.innsynssteder import stedsnavn
from integrering.tilgang.models import (
    Bruker,
    Driftsmelding,
    Innsyn,
    Rolletildeling,
    Utsending,
    Virksomhet,
)
from integrering.tilgang.paginering import TakPaginator
from integrering.tilgang.personlenker import person_med_noekkel, personlenker
from integrering.tilgang.roller import Rolle, virksomhetstype_for
from integrering.tilgang.views.mange import masseinvitasjon

_NOEKKEL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class ForAdministrator(admin.ModelAdmin):  # type: ignore[type-arg]
    """What an administrator may do is said here, not by Django's own permissions. Nothing is deleted."""

    actions: Any = None
    list_per_page = 50
    show_full_result_count = False
    paginator = TakPaginator

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to administrators."""
        return er_administrator(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators read."""
        return er_administrator(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators add."""
        return er_administrator(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators change."""
        return er_administrator(request)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Delete nothing: users are deactivated, roles get an end date."""
        return False


class BareLes(ForAdministrator):
    """Read-only."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Add nothing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Change nothing."""
        return False


_VELG = {
    "kommune": _("Rollen hører til en kommune. Velg en kommune."),
    "skole": _("Rollen hører til en skole. Velg en skole."),
    "frivillig": _("Rollen hører til en frivillig organisasjon. Velg en organisasjon."),
}


class RolleSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """A role at an organisation of the kind it is made for."""

    def clean(self) -> dict[str, Any]:
        """Refuse a county role at a municipality and the other way round."""
        data: dict[str, Any] = super().clean() or {}
        rolle, virksomhet = data.get("rolle"), data.get("virksomhet")
        if not rolle or virksomhet is None:
            return data
        type_ = virksomhetstype_for(Rolle(rolle))
        if type_ == "fylkeskommune" and virksomhet != queries.vaart_fylke():
            melding = gettext("Rollen hører til fylkeskommunen. Velg %(fylke)s.")
            raise ValidationError({"virksomhet": melding % {"fylke": queries.vaart_fylke()}})
        if virksomhet.type != type_:
            raise ValidationError({"virksomhet": _VELG[type_]})
        return data


def _husk(request: HttpRequest, les: Callable[[], list[Any]]) -> list[Any]:
    """Return the choices of organisations, read at most once in a request."""
    if not hasattr(request, "virksomhetsvalg"):
        request.virksomhetsvalg = les()  # type: ignore[attr-defined]
    return list(request.virksomhetsvalg)  # type: ignore[attr-defined]


class RolleLinje(admin.TabularInline):  # type: ignore[type-arg]
    """The roles of a user, on the user's page."""

    model = Rolletildeling
    fk_name = "bruker"
    form = RolleSkjema
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators read."""
        return er_administrator(request)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators give roles."""
        return er_administrator(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators end roles."""
        return er_administrator(request)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer the own county, its municipalities, schools and organisations; read once for all rows."""
        if db_field.name == "virksomhet":
            kwargs["queryset"] = queries.forvaltes_av_fylket()
            felt: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
            felt.choices = _husk(request, lambda: list(felt.choices))
            return felt
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Bruker)
class BrukerAdmin(ForAdministrator, UserAdmin):  # type: ignore[type-arg]
    """Users. What they may do stands in their roles; Django's groups and permissions are not used."""

    form = UserChangeForm
    add_form = AdminUserCreationForm
    inlines = (RolleLinje,)
    list_display = ("username", "first_name", "last_name", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "rolletildelinger__rolle")
    search_fields = ("username", "first_name", "last_name", "=email")
    filter_horizontal = ()
    actions = ("inviter_paa_nytt", "deaktiver")
    change_list_template = "admin/tilgang/bruker/liste.html"
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Hvem"), {"fields": ("first_name", "last_name", "email", "maalform")}),
        (
            _("Tilgang"),
            {
                "fields": ("is_active", "is_staff"),
                "description": _(
                    "Administrasjonssidene krever både «Administrasjonsstatus» her og rollen administrator."
                ),
            },
        ),
        (_("Tider"), {"fields": ("last_login", "date_joined")}),
    )

    def get_inlines(self, request: HttpRequest, obj: Model | None) -> Any:
        """Give roles when the user exists."""
        return self.inlines if obj else ()

    def get_urls(self) -> list[Any]:
        """Add the page of many users at once."""
        mange = self.admin_site.admin_view(masseinvitasjon)
        return [path("mange/", mange, name="tilgang_bruker_mange"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Say when e-mail is not set up."""
        return super().changelist_view(
            request, {"epost_virker": epost.er_satt_opp(), **(extra_context or {})}
        )

    def save_model(self, request: HttpRequest, obj: Bruker, form: Any, change: bool) -> None:
        """Log a user who is deactivated here out everywhere."""
        super().save_model(request, obj, form, change)
        if change and "is_active" in form.changed_data and not obj.is_active:
            handlinger.avslutt_sesjoner(bruker_id=obj.pk)

    @admin.action(description=_("Send invitasjonen på nytt"))
    def inviter_paa_nytt(self, request: HttpRequest, queryset: QuerySet[Bruker]) -> None:
        """Send to those who have no password yet, by their first living role; say how many could not be."""
        av, sendt, ikke = aktoer_i(request), 0, 0
        for bruker in queryset.prefetch_related("rolletildelinger__virksomhet"):
            tildeling = next((t for t in bruker.rolletildelinger.all() if not t.stengt), None)
            try:
                if tildeling is None or not bruker.email:
                    raise Regelbrudd("")
                handlinger.send_paa_nytt(tildeling=tildeling, av=av)
                sendt += 1
            except Regelbrudd:
                ikke += 1
        tekst = gettext(
            "Sendt: %(sendt)s. Ikke sendt (har passord, mangler e-postadresse eller rolle): %(ikke)s."
        )
        self.message_user(request, tekst % {"sendt": sendt, "ikke": ikke})

    @admin.action(description=_("Deaktiver valgte brukere"))
    def deaktiver(self, request: HttpRequest, queryset: QuerySet[Bruker]) -> None:
        """Shut them out at once; say which could not be."""
        av, antall = aktoer_i(request), 0
        for bruker in queryset:
            try:
                handlinger.deaktiver_bruker(bruker=bruker, av=av)
                antall += 1
            except Regelbrudd as brudd:
                self.message_user(request, f"{bruker}: {brudd}", messages.WARNING)
        tekst = ngettext("%(n)s bruker er deaktivert.", "%(n)s brukere er deaktivert.", antall)
        self.message_user(request, tekst % {"n": antall})


@admin.register(Virksomhet)
class VirksomhetAdmin(ForAdministrator):
    """Organisations. Type and number are who they are, so they stand."""

    list_display = (
        "nummer", "navn", "type", "overordnet", "maalform", "ansvarlig", "innbyggere", "aktiv",
    )  # fmt: skip
    list_editable = ("maalform",)
    list_filter = ("type", "aktiv", "maalform")
    list_select_related = ("overordnet", "ansvarlig")
    search_fields = ("navn", "nummer", "navn_andre")
    autocomplete_fields = ("ansvarlig",)

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


class HendelseAdmin(BareLes):
    """What was changed, when, and by whom (kept by triggers in the database)."""

    list_filter = ("pgh_label", "pgh_created_at")
    ordering = ("-pgh_id",)
    list_select_related = ("pgh_context",)

    @admin.display(description=_("endret av"))
    def endret_av(self, hendelse: Any) -> str:
        """Name who did it; what commands and migrations did has nobody."""
        return str(hendelse.pgh_context.metadata.get("navn", "")) if hendelse.pgh_context else "–"


def _vis_hendelser(modell: type[Model], *kolonner: str) -> None:
    hendelser: Any = modell._meta.apps.get_model("tilgang", f"{modell.__name__}Hendelse")
    hendelser._meta.verbose_name = format_lazy(_("endring: {hva}"), hva=modell._meta.verbose_name)
    hendelser._meta.verbose_name_plural = format_lazy(
        _("endringer: {hva}"), hva=modell._meta.verbose_name_plural
    )
    fremmede = [k for k in kolonner if modell._meta.get_field(k).is_relation]
    klasse = type(
        f"{modell.__name__}HendelseAdmin",
        (HendelseAdmin,),
        {
            "list_display": ("pgh_created_at", "pgh_label", *kolonner, "endret_av"),
            "list_select_related": ("pgh_context", *fremmede),
        },
    )
    admin.site.register(hendelser, klasse)


_vis_hendelser(Bruker, "username", "first_name", "last_name", "is_active", "is_staff")
_vis_hendelser(Rolletildeling, "bruker", "virksomhet", "rolle", "fra", "til", "kan_se_skjermede")
_vis_hendelser(Driftsmelding, "tekst", "alvor", "fra", "til")
_vis_hendelser(Virksomhet, "nummer", "navn", "type", "aktiv", "maalform", "innbyggere")


@admin.register(AccessAttempt)
class UtestengingAdmin(BareLes):
    """Failed logins. Deleting one opens the door again before the time is up."""

    list_display = ("attempt_time", "username", "ip_address", "failures_since_start")
    search_fields = ("username",)
    fields = ("attempt_time", "username", "ip_address", "failures_since_start")
    actions = ("delete_selected",)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Let administrators open the door again."""
        return er_administrator(request)


class MeldingSkjema(forms.ModelForm):  # type: ignore[type-arg]
    """A message, and the version it was read in: two administrators do not overwrite each other unseen."""

    class Meta:
        model = Driftsmelding
        fields = ("tekst", "tekst_nn", "alvor", "fra", "til")
        widgets = {"tekst": forms.Textarea({"rows": 2}), "tekst_nn": forms.Textarea({"rows": 2})}


@admin.register(Driftsmelding)
class DriftsmeldingAdmin(ForAdministrator):
    """Messages on top of every page. Ended, not deleted."""

    form = MeldingSkjema
    list_display = ("tekst", "alvor", "fra", "til", "endret_av")
    list_filter = ("alvor",)
    list_select_related = ("endret_av",)

    def save_model(self, request: HttpRequest, obj: Driftsmelding, form: Any, change: bool) -> None:
        """Write who, count the version, and show it at once."""
        obj.endret, obj.endret_av_id = timezone.now(), aktoer_i(request).bruker_id
        obj.versjon += 1 if change else 0
        super().save_model(request, obj, form, change)
        transaction.on_commit(driftsmelding.glem)


@admin.register(Utsending)
class UtsendingAdmin(BareLes):
    """E-mail: to whom, of which kind, how it went. Its text is not kept."""

    list_display = ("opprettet", "bruker", "slag", "tilstand", "forsoek", "ferdig", "feil")
    list_filter = ("tilstand", "slag")
    list_select_related = ("bruker",)
    ordering = ("-opprettet",)


admin.site.unregister(Group)
for _ubrukt in (pghistory.models.Events, pghistory.models.MiddlewareEvents):
    if admin.site.is_registered(_ubrukt):
        admin.site.unregister(_ubrukt)
