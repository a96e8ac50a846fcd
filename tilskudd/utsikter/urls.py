"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from tilskudd.utsikter.views import mangler, prognose, spoer

app_name = "utsikter"

urlpatterns = [
    path("mangler/", mangler.mangler, name="mangler"),
    path("mangler/personer/", mangler.personer, name="personer"),
    path("mangler/paaminn/", mangler.paaminnelse, name="paaminn"),
    path("person/<uuid:noekkel>/spoer/", spoer.spoer_kommunen, name="spoer"),
    path("prognose/", prognose.prognose, name="prognose"),
]
