"""Addresses. Career guidance for newly arrived refugees."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from karriere.views import koe, sak

app_name = "karriere"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", koe.koe, name="koe"),
    path("sak/<uuid:sak_noekkel>/", sak.sak, name="sak"),
]
