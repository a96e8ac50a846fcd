"""Addresses. Tasks are named by an id that says nothing."""

from django.urls import path

from integrering.oppgaver.views import forside, oppgave, valgte, vikar

urlpatterns = [
    path("", forside.forside, name="forside"),
    path("oppgaver/valgte/", valgte.valgte, name="oppgaver_valgte"),
    path("oppgaver/angre/", valgte.angre, name="oppgaver_angre"),
    path("oppgaver/vikar/", vikar.vikarer, name="oppgaver_vikar"),
    path("oppgaver/vikar/<uuid:vikariat_id>/avslutt/", vikar.avslutt, name="oppgaver_vikar_avslutt"),
    path("oppgaver/<uuid:oppgave_id>/", oppgave.oppgave, name="oppgave"),
]
