"""Addresses. What the county knows about the municipalities: public figures and its own judgements."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "kunnskap"
urlpatterns: list[URLPattern | URLResolver] = []
