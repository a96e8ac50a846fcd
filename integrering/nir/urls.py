"""Addresses. People are named by an id that says nothing; no name, number or date of birth stands in one."""

from django.urls import path

from integrering.nir.views import fakta, flytting, innsynslogg, liste, person, tidligere

urlpatterns = [
    path("personer/", liste.personer, name="personer"),
    path("personer/ny/", liste.ny_person, name="person_ny"),
    path("personer/tidligere/", tidligere.tidligere_personer, name="tidligere_personer"),
    path("personer/tidligere/<uuid:noekkel>/", tidligere.tidligere_person, name="tidligere_person"),
    path("personer/<uuid:noekkel>/", person.person, name="person"),
    path("personer/<uuid:noekkel>/historikk/", person.historikk, name="person_historikk"),
    path("personer/<uuid:noekkel>/flytting/", flytting.person_flytting, name="person_flytting"),
    path("personer/<uuid:noekkel>/<slug:gruppe>/", person.gruppe, name="person_gruppe"),
    path("personer/<uuid:noekkel>/<slug:slag>/ny/", fakta.ny, name="fakta_ny"),
    path("personer/<uuid:noekkel>/<slug:slag>/<uuid:registrering>/rett/", fakta.rett, name="fakta_rett"),
    path(
        "personer/<uuid:noekkel>/<slug:slag>/<uuid:registrering>/annuller/",
        fakta.annuller,
        name="fakta_annuller",
    ),
    path("innsynslogg/", innsynslogg.innsynslogg, name="innsynslogg"),
    path("innsynslogg/person/<uuid:noekkel>/", innsynslogg.innsyn_om_person, name="innsyn_om_person"),
    path("flyttinger/", flytting.flyttinger, name="flyttinger"),
    path("flyttinger/<int:sak_id>/", flytting.flytting, name="flytting"),
    path("flyttinger/<int:sak_id>/motta/", flytting.motta, name="flytting_motta"),
]
