"""Login, choice of organisation, language, front page."""

from django.urls import path

from integrering.tilgang.views import innlogging

urlpatterns = [
    path("", innlogging.forside, name="forside"),
    path("logg-inn/", innlogging.LoggInn.as_view(), name="logg_inn"),
    path("logg-ut/", innlogging.logg_ut, name="logg_ut"),
    path("velg-virksomhet/", innlogging.velg_virksomhet, name="velg_virksomhet"),
    path("spraak/", innlogging.spraak, name="spraak"),
    path("om/", innlogging.om, name="om"),
]
