"""Addresses."""

from django.urls import path

from integrering.utveksling.meldinger.views import forespoersel, liste, overlevering, samtale, skriv

urlpatterns = [
    path("meldinger/", liste.meldinger, name="meldinger"),
    path("meldinger/sendt/", liste.sendt, name="meldinger_sendt"),
    path("meldinger/utkast/", liste.utkast, name="meldinger_utkast"),
    path("meldinger/venter/", liste.venter, name="meldinger_venter"),
    path("meldinger/venter/purr/", liste.purr, name="meldinger_purr"),
    path("meldinger/ny/", skriv.ny, name="melding_ny"),
    path("meldinger/utkast/<uuid:utkast_noekkel>/", skriv.utkast, name="melding_utkast"),
    path("meldinger/utkast/<uuid:utkast_noekkel>/send/", skriv.send, name="melding_send"),
    path("meldinger/utkast/<uuid:utkast_noekkel>/slett/", skriv.slett, name="melding_utkast_slett"),
    path("meldinger/kvitter/<uuid:melding_noekkel>/", samtale.kvitter, name="melding_kvitter"),
    path("meldinger/overlevert/<uuid:noekkel>/", overlevering.overleveringer, name="overleveringer"),
    path("meldinger/overlevert/<uuid:noekkel>/ny/", overlevering.ny, name="overlevering_ny"),
    path(
        "meldinger/overlevert/rett/<uuid:overlevering_noekkel>/", overlevering.rett, name="overlevering_rett"
    ),
    path("meldinger/forespoersler/", forespoersel.forespoersler, name="forespoersler"),
    path("meldinger/forespoersler/ny/", forespoersel.ny, name="forespoersel_ny"),
    path(
        "meldinger/forespoersler/<uuid:forespoersel_noekkel>/", forespoersel.forespoersel, name="forespoersel"
    ),
    path(
        "meldinger/forespoersler/<uuid:forespoersel_noekkel>/svar/",
        forespoersel.svar,
        name="forespoersel_svar",
    ),
    path(
        "meldinger/forespoersler/<uuid:forespoersel_noekkel>/rett/",
        forespoersel.rett,
        name="forespoersel_rett",
    ),
    path("meldinger/<uuid:samtale_noekkel>/", samtale.samtale, name="samtale"),
    path("meldinger/<uuid:samtale_noekkel>/svar/", skriv.svar, name="samtale_svar"),
]
