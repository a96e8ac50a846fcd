"""Addresses. Competence raising: courses, gatherings, networks, good examples."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "kompetanse"
urlpatterns: list[URLPattern] = []
