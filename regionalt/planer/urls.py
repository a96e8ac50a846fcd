"""Addresses. Plans, their goals and measures; hearings; needs and offers; the open pages."""

from __future__ import annotations

from django.urls import path

from regionalt.planer.views import gang, hoering, kunnskap, offentlig, plan, tiltak

app_name = "planer"
_P = "plan/<uuid:plan_noekkel>/"
_T = "tiltak/<uuid:plantiltak_noekkel>/"
_I = "hoeringer/<uuid:instans_noekkel>/"
_O = "offentlig/<slug:plan_slug>/"
urlpatterns = [
    path("", plan.planer, name="planer"),
    path("plan/ny/", plan.plan_ny, name="plan_ny"),
    path(_P, plan.plan, name="plan"),
    path(f"{_P}endre/", plan.plan_endre, name="plan_endre"),
    path(f"{_P}maal/nytt/", plan.maal_nytt, name="maal_nytt"),
    path(f"{_P}hoering/", gang.hoering_send, name="hoering_send"),
    path(f"{_P}vedtak/", gang.vedta, name="vedta"),
    path(f"{_P}gaa/<slug:plantilstand>/", gang.flytt, name="flytt"),
    path(f"{_P}ny-versjon/", gang.ny_versjon, name="ny_versjon"),
    path(f"{_P}gi-ut/", gang.gi_ut, name="gi_ut"),
    path("maal/<uuid:planmaal_noekkel>/", plan.maal_endre, name="maal_endre"),
    path("maal/<uuid:planmaal_noekkel>/tiltak/nytt/", tiltak.tiltak_nytt, name="tiltak_nytt"),
    path("tiltak/", tiltak.tiltakene, name="tiltakene"),
    path(_T, tiltak.tiltak, name="tiltak"),
    path(f"{_T}endre/", tiltak.tiltak_endre, name="tiltak_endre"),
    path(f"{_T}status/", tiltak.status_ny, name="status_ny"),
    path("hoeringer/", hoering.hoeringer, name="hoeringer"),
    path(f"{_I}svar/", hoering.svar, name="svar"),
    path(_I, hoering.instans, name="instans"),
    path(f"{_I}skriv/", hoering.svar_skriv, name="svar_skriv"),
    path(f"{_I}bruk/", hoering.svar_bruk, name="svar_bruk"),
    path("behov/", kunnskap.behovene, name="behovene"),
    path("behov/nytt/", kunnskap.behov_nytt, name="behov_nytt"),
    path("behov/<uuid:behov_noekkel>/", kunnskap.behov, name="behov"),
    path("behov/<uuid:behov_noekkel>/endre/", kunnskap.behov_endre, name="behov_endre"),
    path("tilbud/", kunnskap.tilbudene, name="tilbudene"),
    path("tilbud/nytt/", kunnskap.tilbud_nytt, name="tilbud_nytt"),
    path("tilbud/<uuid:tilbud_noekkel>/", kunnskap.tilbud, name="tilbud"),
    path("tilbud/<uuid:tilbud_noekkel>/endre/", kunnskap.tilbud_endre, name="tilbud_endre"),
    path("offentlig/", offentlig.planene, name="offentlig"),
    path(_O, offentlig.planen, name="offentlig_plan"),
    path(f"{_O}plan.pdf", offentlig.planen_pdf, name="offentlig_pdf"),
]
