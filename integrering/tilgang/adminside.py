"""Django's administration, open to administrators only and through the same login as everything else."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle


def er_administrator(request: HttpRequest) -> bool:
    """Return True for staff who act as administrator just now (superuser status counts for nothing)."""
    aktoer = getattr(request, "aktoer", None)
    return (
        isinstance(aktoer, Aktoer)
        and aktoer.har(Rolle.ADMINISTRATOR)
        and bool(getattr(request.user, "is_staff", False))
    )


class Adminside(AdminSite):
    """The administration pages."""

    site_header = _("Integrering – administrasjon")
    site_title = _("Integrering")
    index_title = _("Administrasjon")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in administrators; says no to all else, whatever Django's own flags say."""
        return er_administrator(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Say no at once to whoever is logged in as something else; the others are sent to the login."""
        indre = super().admin_view(view, cacheable)

        @wraps(indre)
        def inn(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            svar: HttpResponse = indre(request, *args, **kwargs)
            return svar

        return inn

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send to the one login there is; whoever is logged in already is told no."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        neste = request.GET.get("next") or reverse("admin:index")
        svar: HttpResponseRedirect = redirect_to_login(neste)
        return svar

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """End the session the way the rest of the pages do."""
        from integrering.tilgang.views.innlogging import logg_ut

        return logg_ut(request)
