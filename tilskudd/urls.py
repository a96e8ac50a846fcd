"""Addresses of the grant pages."""

from django.urls import path, register_converter

from tilskudd import adresser
from tilskudd.views import (
    beslutninger,
    kjoering,
    kommuneoppgave,
    kommuner,
    linjer,
    oversikt,
    person,
    satser,
)

register_converter(adresser.KvartalIAdresse, "kvartal")
register_converter(adresser.MottakerIAdresse, "mottaker")

app_name = "tilskudd"
_K = "kvartal/<kvartal:kvartal>/"
_KOMMUNE = f"{_K}kommune/<str:nummer>/"

urlpatterns = [
    path("", oversikt.oversikt, name="oversikt"),
    path("penger/<str:format_>/", kommuner.penger_fil, name="penger_fil"),
    path("kommuner/", kommuner.kommuner, name="kommuner"),
    path("kommuner/<str:format_>/", kommuner.kommuner_fil, name="kommuner_fil"),
    path("kontroller/", oversikt.kontroller, name="kontroller"),
    path(f"{_K}beregn/", oversikt.beregn, name="beregn"),
    path(_K, kjoering.vis, name="kvartal"),
    path(f"{_K}send/", beslutninger.send, name="send"),
    path(f"{_K}godkjenn/", beslutninger.godkjenn, name="godkjenn"),
    path(f"{_K}forkast/", beslutninger.forkast, name="forkast"),
    path(f"{_K}utbetalt/", beslutninger.utbetalt, name="utbetalt"),
    path(f"{_K}mottakere/", linjer.mottakere, name="mottakere"),
    path(f"{_K}linjer/", linjer.alle, name="linjer"),
    path(f"{_K}endringer/", linjer.endringer, name="endringer"),
    path(f"{_K}mottaker/<mottaker:kode>/", linjer.mottaker, name="mottaker"),
    path(f"{_K}regnskapsbilag/", kommuneoppgave.bilag, name="bilag"),
    path(f"{_K}regnskapsbilag/<str:format_>/", kommuneoppgave.bilag_fil, name="bilag_fil"),
    path(_KOMMUNE, kommuneoppgave.oppgave, name="oppgave"),
    path(f"{_KOMMUNE}pdf/", kommuneoppgave.oppgave_pdf, name="oppgave_pdf"),
    path(f"{_KOMMUNE}send/", kommuneoppgave.oppgave_send, name="oppgave_send"),
    path(f"{_KOMMUNE}fil/<str:format_>/", kommuneoppgave.oppgave_fil, name="oppgave_fil"),
    path("linje/<int:linje_id>/", linjer.linje, name="linje"),
    path("person/<uuid:noekkel>/", person.hvorfor, name="person"),
    path("satser/", satser.liste, name="satser"),
    path("satser/ny/", satser.ny, name="sats_ny"),
    path("satser/<int:sats_id>/endre/", satser.endre, name="sats_endre"),
    path("satser/forslag/<int:forslag_id>/", satser.forslag, name="satsforslag"),
]
