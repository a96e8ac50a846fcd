"""Addresses of the participants, their time at school and their goal in Norwegian."""

from __future__ import annotations

from django.urls import path

from opplaering.views import deltaker, deltakere, norskmaal, skolegang

_EN = "<uuid:noekkel>/"
_PERIODE = f"{_EN}skolegang/<uuid:skolegang>/"

urlpatterns = [
    path("", deltakere.deltakere, name="opplaering"),
    path(_EN, deltaker.deltaker, name="opplaering_deltaker"),
    path(f"{_EN}norskmaal/", norskmaal.norskmaal, name="opplaering_norskmaal"),
    path(f"{_EN}skolegang/ny/", skolegang.start, name="opplaering_start"),
    path(f"{_PERIODE}timer/", skolegang.timer, name="opplaering_timer"),
    path(f"{_PERIODE}slutt/", skolegang.slutt, name="opplaering_slutt"),
    path(f"{_PERIODE}rett/", skolegang.rett, name="opplaering_rett"),
    path(f"{_PERIODE}annuller/", skolegang.annuller, name="opplaering_annuller"),
]
