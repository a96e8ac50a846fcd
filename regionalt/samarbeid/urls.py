"""Addresses. Regional cooperation: forums, their members, meetings and decisions; measures."""

from __future__ import annotations

from django.urls import path

from regionalt.samarbeid.views import forum, tiltak, vedtak

app_name = "samarbeid"
_F = "forum/<uuid:forum_noekkel>/"
_V = "vedtak/<uuid:forumvedtak_noekkel>/"
_T = "tiltak/<uuid:samarbeidstiltak_noekkel>/"
urlpatterns = [
    path("", forum.fora, name="fora"),
    path("forum/nytt/", forum.forum_nytt, name="forum_nytt"),
    path(_F, forum.forum, name="forum"),
    path(f"{_F}endre/", forum.forum_endre, name="forum_endre"),
    path(f"{_F}medlemmer/nytt/", forum.medlem_nytt, name="medlem_nytt"),
    path("medlemmer/<uuid:medlem_noekkel>/", forum.medlem_endre, name="medlem_endre"),
    path(f"{_F}moeter/nytt/", forum.forum_moete, name="forum_moete"),
    path(f"{_F}moeter/knytt/", forum.forum_knytt, name="forum_knytt"),
    path(f"{_F}vedtak/nytt/", vedtak.vedtak_nytt, name="vedtak_nytt"),
    path("vedtak/", vedtak.vedtakene, name="vedtakene"),
    path(_V, vedtak.vedtak, name="vedtak"),
    path(f"{_V}endre/", vedtak.vedtak_endre, name="vedtak_endre"),
    path(f"{_V}avslutt/", vedtak.vedtak_avslutt, name="vedtak_avslutt"),
    path(f"{_V}gjenaapne/", vedtak.vedtak_gjenaapne, name="vedtak_gjenaapne"),
    path("tiltak/", tiltak.tiltakene, name="tiltakene"),
    path("tiltak/nytt/", tiltak.tiltak_nytt, name="tiltak_nytt"),
    path(_T, tiltak.tiltak, name="tiltak"),
    path(f"{_T}endre/", tiltak.tiltak_endre, name="tiltak_endre"),
    path("gruender/", tiltak.gruender, name="gruender"),
]
