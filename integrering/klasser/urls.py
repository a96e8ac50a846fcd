"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from integrering.klasser.views import flere, klasser, medlemmer, proever, timer

urlpatterns = [
    path("klasser/", klasser.klasser, name="klasser"),
    path("klasser/ny/", klasser.klasse_ny, name="klasse_ny"),
    path("klasser/deltakere/", medlemmer.deltakere, name="klasse_deltakere"),
    path("klasser/<uuid:klasse_noekkel>/", klasser.klasse, name="klasse"),
    path("klasser/<uuid:klasse_noekkel>/endre/", klasser.klasse_endre, name="klasse_endre"),
    path("klasser/<uuid:klasse_noekkel>/valgte/", medlemmer.valgte, name="klasse_valgte"),
    path("klasser/<uuid:klasse_noekkel>/timer/", timer.timer, name="klasse_timer"),
    path("klasser/<uuid:klasse_noekkel>/timer/<str:maaned>/", timer.timer_maaned, name="klasse_timer_maaned"),
    path("klasser/<uuid:klasse_noekkel>/timer/<str:maaned>/laas/", timer.laas, name="klasse_laas"),
    path("klasser/<uuid:klasse_noekkel>/proever/", proever.proever, name="klasse_proever"),
    path("registrer-for-flere/", flere.flere, name="flere"),
    path("registrer-for-flere/<uuid:innsending>/", flere.kvittering, name="flere_kvittering"),
]
