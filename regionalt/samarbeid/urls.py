"""Addresses. Regional cooperation: forums, their members, meetings and decisions."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "samarbeid"
urlpatterns: list[URLPattern] = []
