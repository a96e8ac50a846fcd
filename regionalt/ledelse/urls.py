"""Addresses of what leaders see: the figures, the yearly wheel, the yearly report."""

from __future__ import annotations

from django.urls import URLPattern, path

from regionalt.ledelse.views import oversikt, rapport, skriv

app_name = "ledelse"
_RAPPORT = "aarsrapport/<int:rapportaar>/<int:utgave>/"
urlpatterns: list[URLPattern] = [
    path("", oversikt.oversikt, name="oversikt"),
    path("aarshjul/", oversikt.aarshjul, name="aarshjul"),
    path("aarshjul.ics", oversikt.aarshjul_ics, name="aarshjul_ics"),
    path("aarsrapport/", rapport.rapporter, name="rapporter"),
    path("aarsrapport/ny/", skriv.rapport_ny, name="rapport_ny"),
    path(_RAPPORT, rapport.rapport, name="rapport"),
    path(f"{_RAPPORT}pdf/", rapport.rapport_pdf, name="rapport_pdf"),
    path(f"{_RAPPORT}tall/", skriv.rapport_tall, name="rapport_tall"),
    path(f"{_RAPPORT}skriv/", skriv.rapport_skriv, name="rapport_skriv"),
    path(f"{_RAPPORT}ferdigstill/", skriv.rapport_ferdigstill, name="rapport_ferdigstill"),
]
