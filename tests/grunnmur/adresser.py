"""Addresses for the tests of templates: only the names that the base template asks for."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def tom(request: HttpRequest) -> HttpResponse:
    """Answer with nothing."""
    return HttpResponse()


urlpatterns = [
    path("", tom, name="forside"),
    path("om/", tom, name="om"),
    path("spraak/", tom, name="spraak"),
    path("logg-ut/", tom, name="logg_ut"),
    path("velg-virksomhet/", tom, name="velg_virksomhet"),
    path("soek/", tom, name="soek"),
    path("hjelp/", tom, name="hjelp"),
    path("soek/forslag/", tom, name="soek_forslag"),
]
