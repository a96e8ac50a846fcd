"""Addresses of the planning together with the municipalities."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import forslag, opplegg

_F = "opplegg/forslag/<uuid:oppleggsforslag_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("opplegg/", opplegg.opplegg, name="opplegg"),
    path("opplegg/<kommunenummer:kommunenummer>/", opplegg.opplegget, name="opplegget"),
    path("opplegg/<kommunenummer:kommunenummer>/endre/", opplegg.opplegg_endre, name="opplegg_endre"),
    path("opplegg/forslag/nytt/", forslag.forslag_nytt, name="forslag_nytt"),
    path(_F, forslag.forslag, name="forslag"),
    path(f"{_F}godta/", forslag.forslag_godta, name="forslag_godta"),
    path(f"{_F}nei/", forslag.forslag_nei, name="forslag_nei"),
    path(f"{_F}trekk/", forslag.forslag_trekk, name="forslag_trekk"),
]
