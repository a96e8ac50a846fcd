"""Addresses of the messages to the municipalities, and of the reconciliation."""

from __future__ import annotations

from django.urls import path

from opplaering.views import meldinger

urlpatterns = [
    path("avstemming/", meldinger.avstemt, name="opplaering_avstemming"),
    path("meldinger/", meldinger.meldinger, name="opplaering_meldinger"),
    path("meldinger/ikke-sendt/", meldinger.ikke_meldt, name="opplaering_umeldt"),
    path("meldinger/ikke-sendt/send/", meldinger.send, name="opplaering_umeldt_send"),
    path("meldinger/<uuid:kommunemelding>/", meldinger.melding, name="opplaering_melding"),
]
