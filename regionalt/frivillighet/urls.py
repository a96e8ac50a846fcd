"""Addresses. The voluntary sector: organisations, agreements, activities."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "frivillighet"
urlpatterns: list[URLPattern] = []
