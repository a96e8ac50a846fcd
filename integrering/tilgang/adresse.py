"""Where a request comes from, for the lockout after failed logins."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def klientens(request: HttpRequest) -> str:
    """Return the client's address.

    Behind the TLS proxy the last entry of X-Forwarded-For is the one the proxy itself added; earlier entries
    are the client's own claims. Without the proxy the header is not believed at all.
    """
    direkte = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.SECURE_PROXY_SSL_HEADER:
        return direkte
    videresendt = request.META.get("HTTP_X_FORWARDED_FOR", "")
    return videresendt.rsplit(",", 1)[-1].strip() or direkte
