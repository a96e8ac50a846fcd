"""Addresses. Competence raising: courses, gatherings, networks, good examples."""

from __future__ import annotations

from django.urls import path

from regionalt.kompetanse.views import arrangementer

app_name = "kompetanse"
urlpatterns = [
    path("", arrangementer.kurs, name="kurs"),
    path("ny/", arrangementer.arrangement_nytt, name="arrangement_nytt"),
    path("<uuid:arrangement>/", arrangementer.arrangement, name="arrangement"),
    path("<uuid:arrangement>/endre/", arrangementer.arrangement_endre, name="arrangement_endre"),
    path("<uuid:arrangement>/avlys/", arrangementer.arrangement_avlys, name="arrangement_avlys"),
    path("<uuid:arrangement>/slett/", arrangementer.arrangement_slett, name="arrangement_slett"),
    path("<uuid:arrangement>/gaa/", arrangementer.arrangement_gaa, name="arrangement_gaa"),
]
