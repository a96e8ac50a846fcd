"""Addresses. The voluntary sector: organisations, agreements, activities."""

from __future__ import annotations

from django.urls import path

from regionalt.frivillighet.views import aktivitet, avtale, organisasjon

app_name = "frivillighet"
_A = "avtaler/<uuid:avtale_noekkel>/"
_O = "<slug:orgnummer>/"
urlpatterns = [
    path("", organisasjon.organisasjoner, name="organisasjoner"),
    path("ny/", organisasjon.organisasjon_ny, name="organisasjon_ny"),
    path("avtaler/", avtale.avtaler, name="avtaler"),
    path(_A, avtale.avtale, name="avtale"),
    path(f"{_A}endre/", avtale.avtale_endre, name="avtale_endre"),
    path(f"{_A}gjennomgang/", avtale.avtale_gjennomgang, name="avtale_gjennomgang"),
    path(f"{_A}vedlegg/", avtale.avtale_vedlegg, name="avtale_vedlegg"),
    path("aktiviteter/", aktivitet.aktiviteter, name="aktiviteter"),
    path("aktiviteter/<uuid:aktivitet_noekkel>/", aktivitet.aktivitet_endre, name="aktivitet_endre"),
    path(_O, organisasjon.organisasjon, name="organisasjon"),
    path(f"{_O}endre/", organisasjon.organisasjon_endre, name="organisasjon_endre"),
    path(f"{_O}kontakt/", organisasjon.organisasjon_kontakt, name="organisasjon_kontakt"),
    path(f"{_O}moeter/nytt/", organisasjon.organisasjon_moete, name="organisasjon_moete"),
    path(f"{_O}avtaler/ny/", avtale.avtale_ny, name="avtale_ny"),
    path(f"{_O}aktiviteter/ny/", aktivitet.aktivitet_ny, name="aktivitet_ny"),
]
