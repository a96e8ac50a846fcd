"""Login, choice of organisation, language, front page."""

from django.urls import path

from integrering.tilgang import views

urlpatterns = [
    path("", views.forside, name="forside"),
    path("logg-inn/", views.LoggInn.as_view(), name="logg_inn"),
    path("logg-ut/", views.logg_ut, name="logg_ut"),
    path("velg-virksomhet/", views.velg_virksomhet, name="velg_virksomhet"),
    path("spraak/", views.spraak, name="spraak"),
    path("om/", views.om, name="om"),
]
