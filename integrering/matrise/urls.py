"""Addresses. No person stands in one."""

from django.urls import path

from integrering.matrise import adresser
from integrering.matrise.views import ansvar, bilde, matrise, punkt

adresser.registrer()
_M = "registreringsmatrise/"
_B = f"{_M}<kommunenummer:kommunenummer>/<dag:bildedato>/"
_V = f"{_M}vedtakspunkter/"
_P = f"{_V}<uuid:vedtakspunkt_noekkel>/"

urlpatterns = [
    path(_M, matrise.registreringsmatrise, name="registreringsmatrise"),
    path(f"{_M}ansvar/", ansvar.registreringsansvar, name="registreringsansvar"),
    path(
        f"{_M}ansvar/<kommunenummer:kommunenummer>/",
        ansvar.registreringsansvar_i,
        name="registreringsansvar_i",
    ),
    path(f"{_M}oeyeblikksbilder/", bilde.oeyeblikksbilder, name="oeyeblikksbilder"),
    path(f"{_M}oeyeblikksbilder/nytt/", bilde.oeyeblikksbilde_nytt, name="oeyeblikksbilde_nytt"),
    path(_B, bilde.oeyeblikksbilde, name="oeyeblikksbilde"),
    path(f"{_B}pdf/", bilde.oeyeblikksbilde_pdf, name="oeyeblikksbilde_pdf"),
    path(f"{_B}endret-siden/<dag:fradato>/", bilde.oeyeblikksbilde_endring, name="oeyeblikksbilde_endring"),
    path(_V, punkt.vedtakspunkter, name="vedtakspunkter"),
    path(f"{_V}nytt/", punkt.vedtakspunkt_nytt, name="vedtakspunkt_nytt"),
    path(_P, punkt.vedtakspunkt, name="vedtakspunkt"),
    path(f"{_P}endre/", punkt.vedtakspunkt_endre, name="vedtakspunkt_endre"),
    path(f"{_P}avslutt/", punkt.vedtakspunkt_avslutt, name="vedtakspunkt_avslutt"),
    path(f"{_P}gjenaapne/", punkt.vedtakspunkt_gjenaapne, name="vedtakspunkt_gjenaapne"),
    path(f"{_P}vedlegg/", punkt.vedtakspunkt_vedlegg, name="vedtakspunkt_vedlegg"),
    path(
        f"{_P}vedlegg/<uuid:bevis_noekkel>/slett/",
        punkt.vedtakspunkt_vedlegg_slett,
        name="vedtakspunkt_vedlegg_slett",
    ),
]
