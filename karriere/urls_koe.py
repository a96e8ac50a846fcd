"""Addresses of the queue and of a case."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import henvisning, koe, sak, sentre

_S = "sak/<uuid:sak_noekkel>/"
_C = "sentre/<uuid:senter_noekkel>/"
urlpatterns: list[URLPattern] = [
    path("", koe.koe, name="koe"),
    path("valgte/", koe.valgte, name="valgte"),
    path(_S, sak.sak, name="sak"),
    path(f"{_S}veileder/", sak.tildel, name="tildel"),
    path(f"{_S}vent/", sak.vent, name="vent"),
    path(f"{_S}vent/slutt/", sak.ta_av_vent, name="ta_av_vent"),
    path(f"{_S}nei/", sak.nei, name="nei"),
    path(f"{_S}nei/angre/", sak.angre_nei, name="angre_nei"),
    path(f"{_S}gjennomfoert/", sak.gjennomfoert, name="gjennomfoert"),
    path(f"{_S}senter/", sak.senter, name="senter"),
    path(f"{_S}henvisning/", henvisning.henvisning, name="henvisning"),
    path(f"{_S}henvisning/spoer/", henvisning.etterspoer, name="etterspoer"),
    path(f"{_S}henvisning/<uuid:vedlegg_noekkel>/bort/", henvisning.fil_bort, name="henvisningsfil_bort"),
    path("sentre/", sentre.sentre, name="sentre"),
    path("sentre/nytt/", sentre.senter_nytt, name="senter_nytt"),
    path(_C, sentre.senteret, name="senteret"),
    path(f"{_C}endre/", sentre.senter_endre, name="senter_endre"),
    path(f"{_C}veiledere/ny/", sentre.veileder_ny, name="veileder_ny"),
    path(f"{_C}veiledere/<int:veileder_nr>/slutt/", sentre.veileder_slutt, name="veileder_slutt"),
    path(f"{_C}uker/ny/", sentre.uke_ny, name="uke_ny"),
    path(f"{_C}uker/<int:uke_nr>/bort/", sentre.uke_bort, name="uke_bort"),
]
