"""Addresses of the contact log and of the requests for guidance."""

from __future__ import annotations

from django.urls import path

from regionalt.oppfoelging.views import forespoersler, kontakter, punkter

app_name = "oppfoelging"
_K = "<uuid:kontaktlogg>/"
_P = "punkter/<uuid:kontaktpunkt>/"
_F = "foresporsler/<uuid:forespoersel>/"

urlpatterns = [
    path("", kontakter.kontakter, name="kontakter"),
    path("ny/", kontakter.kontakt_ny, name="kontakt_ny"),
    path(_K, kontakter.kontakt, name="kontakt"),
    path(f"{_K}endre/", kontakter.kontakt_endre, name="kontakt_endre"),
    path(f"{_K}avlys/", kontakter.besoek_avlys, name="besoek_avlys"),
    path(f"{_K}punkt/", punkter.punkt_nytt, name="punkt_nytt"),
    path(f"{_P}avslutt/", punkter.punkt_avslutt, name="punkt_avslutt"),
    path(f"{_P}gjenaapne/", punkter.punkt_gjenaapne, name="punkt_gjenaapne"),
    path("foresporsler/", forespoersler.forespoersler, name="forespoersler"),
    path("foresporsler/ny/", forespoersler.forespoersel_ny, name="forespoersel_ny"),
    path(_F, forespoersler.forespoersel, name="forespoersel"),
    path(f"{_F}begynn/", forespoersler.forespoersel_begynn, name="forespoersel_begynn"),
    path(f"{_F}svar/", forespoersler.forespoersel_svar, name="forespoersel_svar"),
    path(f"{_F}trekk/", forespoersler.forespoersel_trekk, name="forespoersel_trekk"),
]
