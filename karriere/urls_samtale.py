"""Addresses of the sessions."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import invitasjon, samtale

_T = "samtaler/<uuid:karrieresamtale_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("sak/<uuid:sak_noekkel>/samtale/ny/", samtale.samtale_ny, name="samtale_ny"),
    path(_T, samtale.samtale, name="samtale"),
    path(f"{_T}endre/", samtale.samtale_endre, name="samtale_endre"),
    path(f"{_T}flytt/", samtale.samtale_flytt, name="samtale_flytt"),
    path(f"{_T}avlys/", samtale.samtale_avlys, name="samtale_avlys"),
    path(f"{_T}oppmoete/", samtale.samtale_oppmoete, name="samtale_oppmoete"),
    path(f"{_T}samtale.ics", samtale.samtale_ics, name="samtale_ics"),
    path(f"{_T}invitasjon/<uuid:sak_noekkel>/", invitasjon.invitasjon, name="invitasjon"),
    path(f"{_T}invitasjon/<uuid:sak_noekkel>/pdf/", invitasjon.invitasjon_pdf, name="invitasjon_pdf"),
]
