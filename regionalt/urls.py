"""Addresses of the municipalities and their contacts."""

from __future__ import annotations

from django.urls import path

from regionalt.views import kommuner, kontakt

urlpatterns = [
    path("", kommuner.kommuner, name="kommuner"),
    path("kontakter/", kommuner.kommunekontakter, name="kommunekontakter"),
    path("kontakt/", kontakt.kontakt_ny, name="kommunekontakt_ny"),
    path("kontakt/<uuid:kommunekontakt>/avslutt/", kontakt.kontakt_avslutt, name="kommunekontakt_avslutt"),
    path("<kommunenummer:kommunenummer>/", kommuner.kommune, name="kommune"),
]
