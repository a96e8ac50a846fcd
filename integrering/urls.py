"""Addresses: each app has its own."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("integrering.tilgang.urls")),
    path("", include("integrering.grunnmur.urls")),
    path("", include("integrering.lister.urls")),
    path("", include("integrering.nir.urls")),
    path("api/", include("integrering.nir.api.urls")),
    path("", include("integrering.oppgaver.urls")),
    path("", include("integrering.utveksling.vedlegg.urls")),
    path("", include("integrering.utveksling.meldinger.urls")),
    path("", include("integrering.utveksling.moeter.urls")),
    path("", include("integrering.utveksling.brev.urls")),
    path("", include("integrering.utveksling.importering.urls")),
    path("", include("integrering.utveksling.registerlister.urls")),
    path("", include("integrering.utveksling.varsler.urls")),
    path("", include("integrering.matrise.urls")),
    path("", include("integrering.klasser.urls")),
    path("", include("integrering.rapporter.urls")),
    path("kommuner/", include("regionalt.urls")),
    path("oppfoelging/", include("regionalt.oppfoelging.urls")),
    path("kompetanse/", include("regionalt.kompetanse.urls")),
    path("forebygging/", include("regionalt.forebygging.urls")),
    path("frivillighet/", include("regionalt.frivillighet.urls")),
    path("samarbeid/", include("regionalt.samarbeid.urls")),
    path("jobbsjansen/", include("regionalt.jobbsjansen.urls")),
    path("planer/", include("regionalt.planer.urls")),
    path("kunnskap/", include("regionalt.kunnskap.urls")),
    path("ledelse/", include("regionalt.ledelse.urls")),
    path("bosetting/", include("bosetting.urls")),
    path("karriere/", include("karriere.urls")),
    path("opplaering/", include("opplaering.urls")),
    path("tilskudd/", include("tilskudd.urls")),
    path("tilskudd/ordninger/", include("tilskudd.ordninger.urls")),
    path("tilskudd/gitte/", include("tilskudd.gitt.urls")),
    path("tilskudd/soekte/", include("tilskudd.soekt.urls")),
    path("tilskudd/", include("tilskudd.innbetalinger.urls")),
    path("tilskudd/", include("tilskudd.utsikter.urls")),
    path("admin/", admin.site.urls),
]

handler500 = "integrering.tilgang.api.feil.uventet"
