"""Addresses of the groups and of the week."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import gruppe, kapasitet, uke

_T = "samtaler/<uuid:karrieresamtale_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("grupper/", gruppe.grupper, name="grupper"),
    path("sentre/<uuid:senter_noekkel>/gruppe/", gruppe.gruppe_ny, name="gruppe_ny"),
    path(f"{_T}plass/", gruppe.gruppe_plass, name="gruppe_plass"),
    path(f"{_T}ut/<uuid:sak_noekkel>/", gruppe.gruppe_ut, name="gruppe_ut"),
    path("kapasitet/", kapasitet.kapasitet, name="kapasitet"),
    path("kapasitet/<str:format_>/", kapasitet.kapasitet_fil, name="kapasitet_fil"),
    path("uke/", uke.min_uke, name="min_uke"),
    path("uke/uke.ics", uke.uke_ics, name="uke_ics"),
]
