"""The language of the page: the reader's own choice, else bokmål. The browser's language does not decide."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation


class SpraakMiddleware:
    """Activate the language of the cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        valgt = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        spraak = valgt if valgt in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(spraak):
            request.LANGUAGE_CODE = spraak
            svar = self.get_response(request)
            svar.headers.setdefault("Content-Language", spraak)
            return svar
