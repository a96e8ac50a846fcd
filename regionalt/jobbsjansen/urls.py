"""Addresses. Jobbsjansen part B: projects for youth. Numbers, never persons."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "jobbsjansen"
urlpatterns: list[URLPattern] = []
