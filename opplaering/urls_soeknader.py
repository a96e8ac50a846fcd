"""Addresses of applications and follow-up."""

from __future__ import annotations

from django.urls import path

from opplaering.views import realkompetanse, samarbeid, soeknader

_S = "soeknader/<uuid:soeknad_noekkel>/"
_O = "samarbeid/<uuid:noekkel>/"

urlpatterns = [
    path("soeknader/", soeknader.soeknader, name="opplaering_soeknader"),
    path("soeknader/ny/", soeknader.soeknad_soek, name="opplaering_soeknad_soek"),
    path("soeknader/ny/<uuid:noekkel>/", soeknader.soeknad_ny, name="opplaering_soeknad_ny"),
    path(_S, soeknader.soeknad, name="opplaering_soeknad"),
    path(f"{_S}endre/", soeknader.soeknad_endre, name="opplaering_soeknad_endre"),
    path(f"{_S}avgjoer/", soeknader.soeknad_avgjoer, name="opplaering_soeknad_avgjoer"),
    path(f"{_S}klage/", soeknader.soeknad_klage, name="opplaering_soeknad_klage"),
    path(f"{_S}realkompetanse/", realkompetanse.realkompetanse, name="opplaering_realkompetanse"),
    path("samarbeid/", samarbeid.oppfoelging, name="opplaering_oppfoelging"),
    path(_O, samarbeid.samarbeid, name="opplaering_samarbeid"),
    path(f"{_O}kontakt/", samarbeid.kontakt_ny, name="opplaering_kontakt_ny"),
    path(f"{_O}kontakt/<uuid:kontakt_id>/", samarbeid.kontakt, name="opplaering_kontakt"),
    path(f"{_O}avtale/", samarbeid.avtale_ny, name="opplaering_avtale_ny"),
    path(f"{_O}avtale/<uuid:avtale_id>/", samarbeid.avtale, name="opplaering_avtale"),
    path(f"{_O}avtale/<uuid:avtale_id>/gjort/", samarbeid.avtale_gjort, name="opplaering_avtale_gjort"),
]
