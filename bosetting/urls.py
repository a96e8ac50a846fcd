"""Addresses. How many refugees each municipality should be asked to settle, and why."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from bosetting.views import bord, kommuner, kriterier, runder, sammenligning

app_name = "bosetting"
_R = "runde/<uuid:runde_noekkel>/"
_K = "kriterier/<uuid:kriterium_noekkel>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", runder.runder, name="runder"),
    path("runde/ny/", runder.runde_ny, name="runde_ny"),
    path(_R, runder.runde, name="runde"),
    path(f"{_R}endre/", runder.runde_endre, name="runde_endre"),
    path(f"{_R}flytt/", runder.runde_flytt, name="runde_flytt"),
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
    path(f"{_R}kart/", sammenligning.kart, name="kart"),
    path("etterproeving/", sammenligning.etterproeving, name="etterproeving"),
    path(f"{_R}hvorfor/<str:kommunenummer>/", bord.hvorfor, name="hvorfor"),
    path(f"{_R}kommuner/", kommuner.kommuner, name="kommuner"),
    path(f"{_R}kommuner/<str:kommunenummer>/", kommuner.kommune, name="kommune"),
]
