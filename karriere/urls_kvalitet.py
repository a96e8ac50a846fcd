"""Addresses of the checklist of quality."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import kvalitet

_S = "kvalitet/<uuid:senter_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("kvalitet/", kvalitet.kvalitet, name="kvalitet"),
    path(_S, kvalitet.kvalitet_senter, name="kvalitet_senter"),
    path(f"{_S}<slug:kvalitetspunkt>/", kvalitet.kvalitet_punkt, name="kvalitet_punkt"),
]
