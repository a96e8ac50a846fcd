"""Users, their roles, and those who are locked out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import actions as handlinger
from integrering.tilgang import epost, queries
from integrering.tilgang.admin.felles import BareLes, ForAdministrator
from integrering.tilgang.admin.hendelser import gi_navn, vis_hendelser
from integrering.tilgang.adminside import er_administrator
from integrering.tilgang.doerer import aktoer_i
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle, virksomhetstype_for
from integrering.tilgang.views.mange import masseinvitasjon

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


vis_hendelser(Bruker, "username", "first_name", "last_name", "is_active", "is_staff")
vis_hendelser(Rolletildeling, "bruker", "virksomhet", "rolle", "fra", "til", "kan_se_skjermede")
apps.get_app_config("axes").verbose_name = _("Innlogging")
gi_navn(
    AccessAttempt,
    _("mislykket innlogging"),
    _("mislykkede innlogginger"),
    attempt_time=_("tidspunkt"),
    username=_("brukernavn"),
    ip_address=_("IP-adresse"),
    failures_since_start=_("antall forsøk"),
)
admin.site.unregister(Group)
