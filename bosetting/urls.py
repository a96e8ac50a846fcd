"""Addresses. How many refugees each municipality should be asked to settle, and why."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "bosetting"
urlpatterns: list[URLPattern | URLResolver] = []
