"""Addresses. Plans for the qualification of immigrants."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "planer"
urlpatterns: list[URLPattern] = []
