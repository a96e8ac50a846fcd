"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from integrering.rapporter.views import lister, pakker, rapporter

_PAKKE = "dokumentasjonspakke/"
_EN = f"{_PAKKE}<uuid:pakke_id>/"

urlpatterns = [
    path("rapporter/", rapporter.oversikt, name="rapporter"),
    path("rapporter/avsluttede/", lister.avsluttede, name="avsluttede"),
    path("rapporter/resultater/", lister.norskproever, name="norskproever"),
    path("rapporter/<slug:rapportnavn>/", rapporter.rapport, name="rapport"),
    path("rapporter/<slug:rapportnavn>/hent/", rapporter.hent, name="rapport_hent"),
    path("aarsavslutning/<int:rapportaar>/", rapporter.aarsavslutning, name="aarsavslutning"),
    path(_PAKKE, pakker.pakker, name="dokumentasjonspakker"),
    path(f"{_PAKKE}utvalg/", pakker.utvalg, name="dokumentasjonspakke_utvalg"),
    path(f"{_PAKKE}personer/", pakker.for_personer, name="dokumentasjonspakke_personer"),
    path(_EN, pakker.pakke, name="dokumentasjonspakke"),
    path(f"{_EN}hent/", pakker.hent, name="dokumentasjonspakke_hent"),
    path(f"{_EN}slett/", pakker.slett, name="dokumentasjonspakke_slett"),
]
