"""Addresses. Competence raising: courses, gatherings, networks, good examples."""

from __future__ import annotations

from django.urls import path

from regionalt.kompetanse.views import arrangementer, eksempler, evaluering, filer, nettverk, paamelding

app_name = "kompetanse"
urlpatterns = [
    path("", arrangementer.kurs, name="kurs"),
    path("ny/", arrangementer.arrangement_nytt, name="arrangement_nytt"),
    path("naadde/", arrangementer.naadde, name="naadde"),
    path("eksempler/", eksempler.eksempler, name="eksempler"),
    path("eksempler/nytt/", eksempler.eksempel_nytt, name="eksempel_nytt"),
    path("eksempler/<uuid:eksempel>/", eksempler.eksempel, name="eksempel"),
    path("eksempler/<uuid:eksempel>/endre/", eksempler.eksempel_endre, name="eksempel_endre"),
    path("eksempler/<uuid:eksempel>/publiser/", eksempler.eksempel_publiser, name="eksempel_publiser"),
    path("nettverk/", nettverk.nettverkene, name="nettverkene"),
    path("nettverk/nytt/", nettverk.nettverk_nytt, name="nettverk_nytt"),
    path("nettverk/<uuid:nettverket>/", nettverk.nettverk, name="nettverk"),
    path("nettverk/<uuid:nettverket>/endre/", nettverk.nettverk_endre, name="nettverk_endre"),
    path("nettverk/<uuid:nettverket>/medlem/", nettverk.medlem_nytt, name="medlem_nytt"),
    path("nettverk/medlem/<uuid:kursmedlem>/endre/", nettverk.medlem_endre, name="medlem_endre"),
    path("<uuid:arrangement>/", arrangementer.arrangement, name="arrangement"),
    path("<uuid:arrangement>/endre/", arrangementer.arrangement_endre, name="arrangement_endre"),
    path("<uuid:arrangement>/avlys/", arrangementer.arrangement_avlys, name="arrangement_avlys"),
    path("<uuid:arrangement>/slett/", arrangementer.arrangement_slett, name="arrangement_slett"),
    path("<uuid:arrangement>/gaa/", arrangementer.arrangement_gaa, name="arrangement_gaa"),
    path("<uuid:arrangement>/filer/", filer.legg_ved, name="legg_ved"),
    path("<uuid:arrangement>/filer/<uuid:kursfil>/slett/", filer.slett, name="slett_fil"),
    path("<uuid:arrangement>/meld-paa/", paamelding.meld_paa, name="meld_paa"),
    path("<uuid:arrangement>/paameldte/", paamelding.paameldte, name="paameldte"),
    path("<uuid:arrangement>/oppmoete/", paamelding.oppmoete, name="oppmoete"),
    path("<uuid:arrangement>/evaluer/", evaluering.evaluer, name="evaluer"),
    path("<uuid:arrangement>/kalender.ics", paamelding.kalenderfil, name="arrangement_ics"),
    path("<uuid:arrangement>/paameldte/<uuid:paamelding>/meld-av/", paamelding.meld_av, name="meld_av"),
    path("<uuid:arrangement>/paameldte/<uuid:paamelding>/bekreft/", paamelding.bekreft, name="bekreft"),
]
