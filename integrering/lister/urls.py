"""Addresses of exports and saved filters."""

from django.urls import path

from integrering.lister.views import eksporter, filtre

urlpatterns = [
    path("eksporter/", eksporter.eksporter, name="eksporter"),
    path("eksporter/ny/", eksporter.ny, name="eksport_ny"),
    path("eksporter/<uuid:bestilling_id>/hent/", eksporter.hent, name="eksport_hent"),
    path("eksporter/<uuid:bestilling_id>/slett/", eksporter.slett, name="eksport_slett"),
    path("filtre/", filtre.filtre, name="filtre"),
    path("filtre/nytt/", filtre.nytt, name="filter_nytt"),
    path("filtre/<uuid:filter_id>/endre/", filtre.endre, name="filter_endre"),
    path("filtre/<uuid:filter_id>/slett/", filtre.slett, name="filter_slett"),
]
