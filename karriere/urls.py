"""Addresses. Career guidance for newly arrived refugees."""

from __future__ import annotations

from django.urls import URLPattern

from karriere import urls_gruppe, urls_koe, urls_kvalitet, urls_notat, urls_plan, urls_samtale

app_name = "karriere"
urlpatterns: list[URLPattern] = [
    *urls_koe.urlpatterns,
    *urls_gruppe.urlpatterns,
    *urls_kvalitet.urlpatterns,
    *urls_notat.urlpatterns,
    *urls_plan.urlpatterns,
    *urls_samtale.urlpatterns,
]
