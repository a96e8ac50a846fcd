"""Addresses of the app."""

from __future__ import annotations

from django.urls import path

from tilskudd.soekt.views import bruk, lister, saken, soeknad

app_name = "soekt"
_S = "<uuid:soekt_noekkel>/"

urlpatterns = [
    path("", lister.liste, name="liste"),
    path("ny/", soeknad.ny, name="ny"),
    path("metoder/", lister.metoder, name="metoder"),
    path("utlysninger/", lister.utlysninger, name="utlysninger"),
    path("utlysninger/ny/", lister.utlysning_ny, name="utlysning_ny"),
    path("utlysninger/<int:soekt_utlysning_id>/", lister.utlysning, name="utlysning"),
    path("utlysninger/<int:soekt_utlysning_id>/endre/", lister.utlysning_endre, name="utlysning_endre"),
    path(_S, soeknad.soeknad, name="soeknad"),
    path(f"{_S}tiltak/", soeknad.tiltak, name="tiltak"),
    path(f"{_S}budsjett/", soeknad.budsjett, name="budsjett"),
    path(f"{_S}partnere/ny/", soeknad.partner_ny, name="partner_ny"),
    path(f"{_S}partnere/<int:partner_id>/", soeknad.partner, name="partner"),
    path(f"{_S}vilkaar/", soeknad.vilkaar, name="vilkaar"),
    path(f"{_S}vedlegg/", soeknad.vedlegg, name="vedlegg"),
    path(f"{_S}vedlegg/<uuid:soekt_fil>/bort/", soeknad.vedlegg_bort, name="vedlegg_bort"),
    path(f"{_S}klar/", saken.klar, name="klar"),
    path(f"{_S}behandle/", saken.behandle, name="behandle"),
    path(f"{_S}tilbake/", saken.tilbake, name="tilbake"),
    path(f"{_S}send/", saken.send, name="send"),
    path(f"{_S}vedtak/", saken.vedtak, name="vedtak"),
    path(f"{_S}start/", saken.start, name="start"),
    path(f"{_S}rapportfrist/", saken.rapportfrist, name="rapportfrist"),
    path(f"{_S}trekk/", saken.trekk, name="trekk"),
    path(f"{_S}soeknad.pdf", saken.pdf, name="pdf"),
    path(f"{_S}rapport.pdf", saken.rapport_pdf, name="rapport_pdf"),
    path(f"{_S}bruk/ny/", bruk.bruk_ny, name="bruk_ny"),
    path(f"{_S}bruk/<int:bruk_id>/annuller/", bruk.bruk_annuller, name="bruk_annuller"),
    path(f"{_S}resultater/", bruk.resultater, name="resultater"),
    path(f"{_S}metoder/ny/", bruk.metode_ny, name="metode_ny"),
    path(f"{_S}metoder/<int:metode_id>/", bruk.metode, name="metode"),
    path(f"{_S}rapport/", bruk.rapport, name="rapport"),
    path(f"{_S}rapport/lever/", bruk.lever, name="lever"),
    path(f"{_S}avslutt/", bruk.avslutt, name="avslutt"),
]
