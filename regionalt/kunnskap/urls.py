"""Addresses. What the county knows about the municipalities: public figures and its own judgements."""

from __future__ import annotations

from django.urls import path

from regionalt.kunnskap.views import kommuner, tall

app_name = "kunnskap"
_I = "tall/importer/<uuid:tallimport>/"

urlpatterns = [
    path("", kommuner.kommuner, name="kommuner"),
    path("tall/", tall.oversikt, name="tall"),
    path("tall/alle/", tall.tallene, name="tallene"),
    path("tall/importer/", tall.importer, name="importer"),
    path("tall/ny/", tall.import_ny, name="import_ny"),
    path("tall/hent/", tall.hent, name="hent"),
    path(_I, tall.en_import, name="import"),
    path(f"{_I}aar/", tall.import_aar, name="import_aar"),
    path(f"{_I}forkast/", tall.import_forkast, name="import_forkast"),
    path("<kommunenummer:kommunenummer>/", kommuner.kommune, name="kommune"),
    path("<kommunenummer:kommunenummer>/<slug:kunnskapsslag>/", kommuner.vurdering_ny, name="vurdering_ny"),
]
