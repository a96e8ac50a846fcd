"""Addresses of the grant pages."""

from django.urls import path, register_converter

from tilskudd import adresser
from tilskudd.views import beslutninger, kjoering, linjer, oversikt, person, satser

register_converter(adresser.KvartalIAdresse, "kvartal")
register_converter(adresser.MottakerIAdresse, "mottaker")

app_name = "tilskudd"
_K = "kvartal/<kvartal:kvartal>/"

urlpatterns = [
    path("", oversikt.oversikt, name="oversikt"),
    path(f"{_K}beregn/", oversikt.beregn, name="beregn"),
    path(_K, kjoering.vis, name="kvartal"),
    path(f"{_K}send/", beslutninger.send, name="send"),
    path(f"{_K}godkjenn/", beslutninger.godkjenn, name="godkjenn"),
    path(f"{_K}forkast/", beslutninger.forkast, name="forkast"),
    path(f"{_K}utbetalt/", beslutninger.utbetalt, name="utbetalt"),
    path(f"{_K}mottakere/", linjer.mottakere, name="mottakere"),
    path(f"{_K}linjer/", linjer.alle, name="linjer"),
    path(f"{_K}mottaker/<mottaker:kode>/", linjer.mottaker, name="mottaker"),
    path("linje/<int:linje_id>/", linjer.linje, name="linje"),
    path("person/<uuid:noekkel>/", person.hvorfor, name="person"),
    path("satser/", satser.liste, name="satser"),
    path("satser/ny/", satser.ny, name="sats_ny"),
    path("satser/<int:sats_id>/endre/", satser.endre, name="sats_endre"),
]
