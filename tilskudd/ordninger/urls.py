"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from tilskudd.ordninger import views

app_name = "ordninger"

urlpatterns = [
    path("", views.liste, name="liste"),
    path("ny/", views.ny, name="ny"),
    path("<slug:ordning_kode>/", views.ordning, name="ordning"),
    path("<slug:ordning_kode>/endre/", views.endre, name="endre"),
]
