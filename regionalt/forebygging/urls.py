"""Addresses. Prevention: the network, the directory of help, activities. Never about individuals."""

from __future__ import annotations

from django.urls import path

from regionalt.forebygging.views import aktiviteter, katalog, nettverk

app_name = "forebygging"
_N, _A, _P = (
    "nettverk/<uuid:nettverk_noekkel>/",
    "aktiviteter/<uuid:forebyggende_aktivitet>/",
    "planer/<uuid:nasjonalplan>/",
)
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
    path("nettverk/", nettverk.nettverkene, name="nettverkene"),
    path("nettverk/nytt/", nettverk.nettverk_ny, name="nettverk_ny"),
    path(_N, nettverk.nettverk, name="nettverk"),
    path(f"{_N}endre/", nettverk.nettverk_endre, name="nettverk_endre"),
    path(f"{_N}medlem/", nettverk.medlem_ny, name="medlem_ny"),
    path(f"{_N}moete/", nettverk.moete_knytt, name="moete_knytt"),
    path(f"{_N}nytt-moete/", nettverk.moete_nytt, name="moete_nytt"),
    path("medlem/<uuid:nettverksmedlem>/endre/", nettverk.medlem_endre, name="medlem_endre"),
    path("aktiviteter/", aktiviteter.aktiviteter, name="aktiviteter"),
    path("aktiviteter/ny/", aktiviteter.aktivitet_ny, name="aktivitet_ny"),
    path(_A, aktiviteter.aktivitet, name="aktivitet"),
    path(f"{_A}endre/", aktiviteter.aktivitet_endre, name="aktivitet_endre"),
    path("planer/", aktiviteter.planer, name="planer"),
    path("planer/ny/", aktiviteter.plan_ny, name="plan_ny"),
    path(_P, aktiviteter.plan, name="plan"),
    path(f"{_P}endre/", aktiviteter.plan_endre, name="plan_endre"),
]
