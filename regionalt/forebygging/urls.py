"""Addresses. Prevention: the network, the directory of help, activities. Never about individuals."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "forebygging"
urlpatterns: list[URLPattern] = []
