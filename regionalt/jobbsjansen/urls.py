"""Addresses. Jobbsjansen part B: projects for youth. Numbers, never persons."""

from __future__ import annotations

from django.urls import path

from regionalt.jobbsjansen import views

app_name = "jobbsjansen"
_P = "<uuid:jobbsjanseprosjekt>/"

urlpatterns = [
    path("", views.prosjekter, name="prosjekter"),
    path("nytt/", views.prosjekt_ny, name="prosjekt_ny"),
    path(_P, views.prosjekt, name="prosjekt"),
    path(f"{_P}endre/", views.prosjekt_endre, name="prosjekt_endre"),
    path(f"{_P}tall/", views.tall_ny, name="tall_ny"),
    path("tall/<uuid:jobbsjansetall>/", views.tall_endre, name="tall_endre"),
    path(f"{_P}rapport/", views.rapport, name="rapport"),
    path(f"{_P}vedlegg/", views.vedlegg, name="vedlegg"),
]
