"""Addresses. How many refugees each municipality should be asked to settle, and why."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from bosetting.views import (
    anbefaling,
    bord,
    kommuner,
    kriterier,
    runder,
    sammenligning,
    svar,
    svarene,
    veien,
)

app_name = "bosetting"
_R = "runde/<uuid:runde_noekkel>/"
_K = "kriterier/<uuid:kriterium_noekkel>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", runder.runder, name="runder"),
    path("runde/ny/", runder.runde_ny, name="runde_ny"),
    path(_R, runder.runde, name="runde"),
    path(f"{_R}endre/", runder.runde_endre, name="runde_endre"),
    path(f"{_R}flytt/", veien.runde_flytt, name="runde_flytt"),
    path(f"{_R}tilbake/", veien.runde_tilbake, name="runde_tilbake"),
    path(f"{_R}revider/", veien.runde_revider, name="runde_revider"),
    path(f"{_R}grunnlag/", runder.grunnlag_hent, name="grunnlag_hent"),
    path(f"{_R}frister/ny/", runder.frist_ny, name="frist_ny"),
    path("frister/<uuid:rundefrist_noekkel>/", runder.frist_endre, name="frist_endre"),
    path(f"{_R}kriterier/", kriterier.kriterier, name="kriterier"),
    path(f"{_R}kriterier/nytt/", kriterier.kriterium_nytt, name="kriterium_nytt"),
    path(f"{_R}kriterier/kjente/", kriterier.kriterier_kjente, name="kriterier_kjente"),
    path(_K, kriterier.kriterium_endre, name="kriterium_endre"),
    path(f"{_K}slett/", kriterier.kriterium_slett, name="kriterium_slett"),
    path(f"{_R}bord/", bord.bord, name="bord"),
    path(f"{_R}scenarier/", sammenligning.scenarier, name="scenarier"),
    path("scenarier/<uuid:scenario_noekkel>/", sammenligning.scenario, name="scenario"),
    path(f"{_R}kart/", sammenligning.kart, name="kart"),
    path("etterproeving/", sammenligning.etterproeving, name="etterproeving"),
    path(f"{_R}hvorfor/<str:kommunenummer>/", bord.hvorfor, name="hvorfor"),
    path(f"{_R}kommuner/", kommuner.kommuner, name="kommuner"),
    path(f"{_R}kommuner/<str:kommunenummer>/", kommuner.kommune, name="kommune"),
    path(f"{_R}kommuner/<str:kommunenummer>/moete/", svarene.dialogmoete, name="dialogmoete"),
    path("svar/", svar.mine, name="mine_svar"),
    path("svar/<uuid:runde_noekkel>/", svar.svar, name="svar"),
    path(f"{_R}svar/", svarene.svarene, name="svarene"),
    path(f"{_R}svar/minn/", svarene.svar_minn, name="svar_minn"),
    path(f"{_R}svar/steng/", svarene.svar_steng, name="svar_steng"),
    path(f"{_R}svar/<str:kommunenummer>/", svarene.svar_registrer, name="svar_registrer"),
    path(f"{_R}anbefaling/", anbefaling.anbefalingen, name="anbefalingen"),
    path(f"{_R}anbefaling/beregn/", anbefaling.beregn, name="beregn"),
    path(f"{_R}beregning/<int:beregning_nr>/", anbefaling.beregning, name="beregning"),
    path(f"{_R}anbefaling/<str:kommunenummer>/", anbefaling.anbefaling, name="anbefaling"),
    path(f"{_R}etterpaa/", anbefaling.etterpaa, name="etterpaa"),
    path(f"{_R}brev/", anbefaling.brev, name="brev"),
    path(f"{_R}brev/<str:kommunenummer>/", anbefaling.kommunebrev, name="kommunebrev"),
]
