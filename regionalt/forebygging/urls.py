"""Addresses. Prevention: the network, the directory of help, activities. Never about individuals."""

from __future__ import annotations

from django.urls import path

from regionalt.forebygging.views import katalog

app_name = "forebygging"
_T, _R = "tjeneste/<uuid:tjeneste_noekkel>/", "mangfoldsraadgivere/<uuid:raadgiver_noekkel>/"

urlpatterns = [
    path("", katalog.katalog, name="katalog"),
    path("tjeneste/ny/", katalog.tjeneste_ny, name="tjeneste_ny"),
    path(_T, katalog.tjeneste, name="tjeneste"),
    path(f"{_T}endre/", katalog.tjeneste_endre, name="tjeneste_endre"),
    path("mangfoldsraadgivere/", katalog.raadgivere, name="raadgivere"),
    path("mangfoldsraadgivere/ny/", katalog.raadgiver_ny, name="raadgiver_ny"),
    path(_R, katalog.raadgiver, name="raadgiver"),
    path(f"{_R}endre/", katalog.raadgiver_endre, name="raadgiver_endre"),
]
