"""What every door of the house checks: logged in, and in a role that may enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

P = ParamSpec("P")
Visning = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def aktoer_i(request: HttpRequest) -> Aktoer:
    """Return who asks. Raises PermissionDenied when nobody does."""
    aktoer = getattr(request, "aktoer", None)
    if not isinstance(aktoer, Aktoer):
        raise PermissionDenied
    return aktoer


def krever(*roller: Rolle) -> Callable[[Visning[P]], Visning[P]]:
    """Let in users in one of the roles (any role when none is named); others get the login page or a 403."""

    def pakk(visning: Visning[P]) -> Visning[P]:
        @wraps(visning)
        def inn(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            aktoer = aktoer_i(request)
            if roller and not aktoer.har(*roller):
                raise PermissionDenied
            return visning(request, *args, **kwargs)

        return inn

    return pakk
