"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from opplaering.views import deltaker, deltakere

urlpatterns = [
    path("", deltakere.deltakere, name="opplaering"),
    path("<uuid:noekkel>/", deltaker.deltaker, name="opplaering_deltaker"),
]
