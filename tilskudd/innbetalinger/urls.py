"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from tilskudd.innbetalinger.views import avstemming, filer, krav

app_name = "innbetalinger"
_A = "avstemming/"

urlpatterns = [
    path(_A, avstemming.oversikt, name="avstemming"),
    path(f"{_A}paa-nytt/", avstemming.avstem, name="paa_nytt"),
    path(f"{_A}avvik/", avstemming.avvik, name="avvik"),
    path(f"{_A}avvik/valgte/", avstemming.valgte, name="valgte"),
    path(f"{_A}avvik/<int:post_id>/", avstemming.post, name="post"),
    path(f"{_A}krav/", krav.alle, name="kravene"),
    path(f"{_A}krav/nytt/", krav.nytt, name="krav_nytt"),
    path(f"{_A}krav/<uuid:krav>/", krav.vis, name="krav"),
    path(f"{_A}krav/<uuid:krav>/brev/<slug:maalform>/", krav.brevet, name="krav_brev"),
    path(f"{_A}krav/<uuid:krav>/liste/", krav.listen, name="krav_liste"),
    path(f"{_A}filer/", filer.alle, name="filer"),
    path(f"{_A}filer/<int:fil_id>/ta-tilbake/", filer.ta_tilbake, name="ta_tilbake"),
]
