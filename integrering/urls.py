"""Addresses: each app has its own."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integrering.tilgang.urls")),
    path("", include("integrering.grunnmur.urls")),
    path("", include("integrering.nir.urls")),
    path("tilskudd/", include("tilskudd.urls")),
    path("admin/", admin.site.urls),
]
