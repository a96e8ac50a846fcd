"""Addresses. Plans: goals, labour needs, measures, hearing, decision."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "planer"
urlpatterns: list[URLPattern | URLResolver] = []
