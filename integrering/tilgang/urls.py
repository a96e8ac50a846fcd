"""Login, choice of organisation, language, users, search, help."""

from django.urls import path

from integrering.tilgang.views import brukere, fagsystem, hjelp, innlogging, passord, soek, virksomhet

_PASSORD, _INVITASJON = {"hvor": passord.NYTT_PASSORD}, {"hvor": passord.INVITASJON}

urlpatterns = [
    path("logg-inn/", innlogging.LoggInn.as_view(), name="logg_inn"),
    path("logg-ut/", innlogging.logg_ut, name="logg_ut"),
    path("velg-virksomhet/", innlogging.velg_virksomhet, name="velg_virksomhet"),
    path("spraak/", innlogging.spraak, name="spraak"),
    path("om/", innlogging.om, name="om"),
    path("glemt-passord/", passord.glemt_passord, name="glemt_passord"),
    path("nytt-passord/", passord.nytt_passord, name="nytt_passord"),
    path("nytt-passord/<str:lenke>/", passord.ta_noekkelen, _PASSORD, name="nytt_passord_lenke"),
    path("invitasjon/", passord.invitasjon, name="invitasjon"),
    path("invitasjon/<str:lenke>/", passord.ta_noekkelen, _INVITASJON, name="invitasjon_lenke"),
    path("min-side/", passord.min_side, name="min_side"),
    path("min-side/passord/", passord.bytt_passord, name="min_side_passord"),
    path("brukere/", brukere.brukere, name="brukere"),
    path("brukere/ny/", brukere.ny, name="bruker_ny"),
    path("brukere/virksomheter/", brukere.virksomheter, name="brukere_virksomheter"),
    path("brukere/virksomheter/ny/", brukere.ny_virksomhet, name="virksomhet_ny"),
    path("brukere/<int:tildeling_id>/", brukere.bruker, name="bruker"),
    path("brukere/<int:tildeling_id>/steng/", brukere.steng, name="bruker_steng"),
    path("brukere/<int:tildeling_id>/aapne/", brukere.aapne, name="bruker_aapne"),
    path("brukere/<int:tildeling_id>/inviter/", brukere.send_igjen, name="bruker_inviter"),
    path("fagsystemer/", fagsystem.fagsystemer, name="fagsystemer"),
    path("fagsystemer/<str:nummer>/nytt/", fagsystem.nytt, name="fagsystem_nytt"),
    path("fagsystemer/<int:klient_id>/trekk/", fagsystem.trekk, name="fagsystem_trekk"),
    path("soek/", soek.soek, name="soek"),
    path("soek/forslag/", soek.forslag, name="soek_forslag"),
    path("virksomheter/<slug:nummer>/", virksomhet.virksomhet, name="virksomhet"),
    path("hjelp/", hjelp.hjelp, name="hjelp"),
    path("hjelp/begreper/", hjelp.begreper, name="begreper"),
]
