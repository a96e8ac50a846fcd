"""Addresses. What leaders see: the figures, the yearly wheel, the yearly report."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "ledelse"
urlpatterns: list[URLPattern] = []
