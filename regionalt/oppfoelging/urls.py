"""Addresses. Follow-up of the municipalities: contact log, requests for guidance, visits."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "oppfoelging"
urlpatterns: list[URLPattern] = []
