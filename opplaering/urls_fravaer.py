"""Addresses of hours, absence and results."""

from __future__ import annotations

from django.urls import path

from opplaering.views import klasseresultater, resultater, timer

_KLASSE = "klasser/<uuid:skoleklasse_noekkel>/"
_MAANED = f"{_KLASSE}timer/<str:maaned>/"
_RESULTAT = "proever/<uuid:resultat_noekkel>/"

urlpatterns = [
    path(f"{_KLASSE}timer/", timer.timer, name="skoleklasse_timer"),
    path(_MAANED, timer.timer_maaned, name="skoleklasse_timer_maaned"),
    path(f"{_MAANED}laas/", timer.laas, name="skoleklasse_laas"),
    path(f"{_KLASSE}proever/", klasseresultater.klasseresultater, name="skoleklasse_proever"),
    path("proever/", resultater.resultater, name="opplaering_resultater"),
    path(_RESULTAT, resultater.resultat, name="opplaering_resultat"),
    path(f"{_RESULTAT}rett/", resultater.resultat_rett, name="opplaering_resultat_rett"),
    path(f"{_RESULTAT}annuller/", resultater.resultat_annuller, name="opplaering_resultat_annuller"),
    path("<uuid:noekkel>/proever/ny/", resultater.resultat_nytt, name="opplaering_resultat_nytt"),
]
