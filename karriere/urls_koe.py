"""Addresses of the queue and of a case."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import koe, sak

_S = "sak/<uuid:sak_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("", koe.koe, name="koe"),
    path("valgte/", koe.valgte, name="valgte"),
    path(_S, sak.sak, name="sak"),
    path(f"{_S}veileder/", sak.tildel, name="tildel"),
    path(f"{_S}vent/", sak.vent, name="vent"),
    path(f"{_S}vent/slutt/", sak.ta_av_vent, name="ta_av_vent"),
    path(f"{_S}nei/", sak.nei, name="nei"),
    path(f"{_S}nei/angre/", sak.angre_nei, name="angre_nei"),
    path(f"{_S}gjennomfoert/", sak.gjennomfoert, name="gjennomfoert"),
    path(f"{_S}senter/", sak.senter, name="senter"),
]
