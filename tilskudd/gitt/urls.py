"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from tilskudd.gitt.views import behandling, saken, soeknader, utlysninger

app_name = "gitt"
_U = "utlysning/<uuid:gitt_utlysning>/"
_S = "soeknad/<uuid:gitt_soeknad>/"

urlpatterns = [
    path("", utlysninger.utlysninger, name="utlysninger"),
    path("alle/", utlysninger.soeknader, name="soeknader"),
    path("ny/", utlysninger.utlysning_ny, name="utlysning_ny"),
    path(_U, utlysninger.utlysning, name="utlysning"),
    path(f"{_U}endre/", utlysninger.utlysning_endre, name="utlysning_endre"),
    path(f"{_U}gaa/", utlysninger.utlysning_gaa, name="utlysning_gaa"),
    path(f"{_U}soek/", soeknader.begynn, name="begynn"),
    path("soeknader/", soeknader.mine, name="mine"),
    path(_S, soeknader.soeknad, name="soeknad"),
    path(f"{_S}steg/<slug:gitt_steg>/", soeknader.steg, name="steg"),
    path(f"{_S}vedlegg/<uuid:vedlegg_noekkel>/slett/", soeknader.vedlegg_slett, name="vedlegg_slett"),
    path(f"{_S}trekk/", soeknader.trekk, name="trekk"),
    path(f"{_S}mer/", behandling.be_om_mer, name="be_om_mer"),
    path(f"{_S}tilbake/", behandling.ta_tilbake, name="ta_tilbake"),
    path(f"{_S}register/", behandling.oppslag, name="oppslag"),
    path(f"{_S}fravik/<slug:gitt_krav>/", behandling.fravik, name="fravik"),
    path(f"{_S}vurder/", saken.vurder, name="vurder"),
    path(f"{_S}vedta/", saken.vedta, name="vedta"),
    path(f"{_S}klage/", saken.klag, name="klag"),
    path(f"{_S}klageinstans/", saken.oversend, name="oversend"),
    path(f"{_S}utbetal/", saken.utbetal, name="utbetal"),
    path(f"{_S}rapport/", saken.rapport, name="rapport"),
    path(f"{_S}rapport/kontroll/", saken.rapportkontroll, name="rapportkontroll"),
    path(f"{_S}krav/", saken.krav, name="krav"),
    path(f"{_S}gjoer/<slug:gitt_handling>/", saken.gjoer, name="gjoer"),
    path("utbetalinger/", saken.utbetalinger, name="utbetalinger"),
]
