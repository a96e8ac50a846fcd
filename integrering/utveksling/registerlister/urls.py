"""Addresses. Lists, rows and fields are named by keys that say nothing."""

from __future__ import annotations

from django.urls import path

from integrering.utveksling.registerlister.views import avvik, koder, liste

urlpatterns = [
    path("registerlister/", liste.registerlister, name="registerlister"),
    path("registerlister/ny/", liste.ny, name="registerliste_ny"),
    path("registerlister/koder/", koder.koder, name="registerkoder"),
    path("registerlister/koder/<uuid:kode_noekkel>/", koder.kode, name="registerkode"),
    path("registerlister/rad/<uuid:rad_noekkel>/", avvik.rad, name="registerrad"),
    path("registerlister/avvik/<uuid:felt_noekkel>/", avvik.merk, name="registeravvik_merk"),
    path("registerlister/<uuid:liste_noekkel>/", liste.registerliste, name="registerliste"),
    path("registerlister/<uuid:liste_noekkel>/kolonner/", liste.kolonner, name="registerliste_kolonner"),
    path(
        "registerlister/<uuid:liste_noekkel>/sammenlign/", liste.sammenlign, name="registerliste_sammenlign"
    ),
    path("registerlister/<uuid:liste_noekkel>/slett/", liste.slett, name="registerliste_slett"),
]
