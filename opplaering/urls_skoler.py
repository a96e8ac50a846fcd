"""Addresses of schools, classes, new pupils, figures and supervision."""

from __future__ import annotations

from django.urls import path

from opplaering.views import klasseelever, nye_elever, skoleklasser, skoler, tall, tilsyn

_SKOLE = "skoler/<str:skolenummer>/"
_KLASSE = "klasser/<uuid:skoleklasse_noekkel>/"

urlpatterns = [
    path("skoler/", skoler.skoler, name="skoler"),
    path(_SKOLE, skoler.skole, name="skole"),
    path(f"{_SKOLE}tilbud/", skoler.tilbud_nytt, name="tilbud_nytt"),
    path(f"{_SKOLE}tilbud/<int:tilbud_id>/", skoler.tilbud_endre, name="tilbud_endre"),
    path(f"{_SKOLE}ny-klasse/", skoleklasser.skoleklasse_ny, name="skoleklasse_ny"),
    path("klasser/", skoleklasser.skoleklasser, name="skoleklasser"),
    path(_KLASSE, skoleklasser.skoleklasse, name="skoleklasse"),
    path(f"{_KLASSE}endre/", skoleklasser.skoleklasse_endre, name="skoleklasse_endre"),
    path(f"{_KLASSE}hovedansvar/", skoleklasser.hovedansvar_nytt, name="hovedansvar_nytt"),
    path(f"{_KLASSE}klasseliste/", skoleklasser.klasseliste, name="klasseliste"),
    path(f"{_KLASSE}elever/", klasseelever.sett_inn, name="skoleklasse_sett_inn"),
    path(f"{_KLASSE}ta-ut/", klasseelever.ta_ut, name="skoleklasse_ta_ut"),
    path("nye-elever/", nye_elever.nye_elever, name="nye_elever"),
    path("nye-elever/meld/", nye_elever.meld_elev, name="meld_elev"),
    path("nye-elever/<uuid:elev_noekkel>/", nye_elever.ny_elev, name="ny_elev"),
    path("tall/", tall.tall, name="opplaeringstall"),
    path("tall/plasser/", tall.plasser, name="vgo_plasser"),
    path("tall/resultater/", tall.resultatstand, name="resultatstand"),
    path("tilsyn/", tilsyn.tilsyn, name="tilsyn"),
]
