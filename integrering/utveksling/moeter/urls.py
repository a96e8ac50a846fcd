"""Addresses. Meetings, points and slots are named by an id that says nothing."""

from django.urls import path

from integrering.utveksling.moeter.views import deltakere, faste, kalender, liste, moete, punkt, referat

_M = "moeter/<uuid:moete_noekkel>/"
_P = "moeter/punkter/<uuid:punkt_noekkel>/"
_F = "moeter/faste-tider/<uuid:fast_tid_noekkel>/"

urlpatterns = [
    path("moeter/", liste.moeter, name="moeter"),
    path("moeter/tidligere/", liste.tidligere_moeter, name="tidligere_moeter"),
    path("moeter/punkter/", liste.mine_moetepunkter, name="mine_moetepunkter"),
    path("moeter/nytt/", moete.moete_nytt, name="moete_nytt"),
    path("moeter/kalender.ics", kalender.moeter_kalender, name="moeter_kalender"),
    path("moeter/abonnement/", kalender.moeter_abonnement, name="moeter_abonnement"),
    path(
        "moeter/abonnement/<slug:kalendertoken>.ics",
        kalender.moeter_abonnement_ics,
        name="moeter_abonnement_ics",
    ),
    path("moeter/faste-tider/", faste.faste_tider, name="faste_tider"),
    path("moeter/faste-tider/ny/", faste.fast_tid_ny, name="fast_tid_ny"),
    path(_F, faste.fast_tid, name="fast_tid"),
    path(f"{_F}endre/", faste.fast_tid_endre, name="fast_tid_endre"),
    path(f"{_F}unntak/", faste.fast_tid_unntak, name="fast_tid_unntak"),
    path(f"{_F}moeter/", faste.fast_tid_moeter, name="fast_tid_moeter"),
    path(_P, punkt.moetepunkt, name="moetepunkt"),
    path(f"{_P}avslutt/", punkt.moetepunkt_avslutt, name="moetepunkt_avslutt"),
    path(f"{_P}gjenaapne/", punkt.moetepunkt_gjenaapne, name="moetepunkt_gjenaapne"),
    path(_M, moete.moete, name="moete"),
    path(f"{_M}endre/", moete.moete_endre, name="moete_endre"),
    path(f"{_M}avlys/", moete.moete_avlys, name="moete_avlys"),
    path(f"{_M}avholdt/", moete.moete_avholdt, name="moete_avholdt"),
    path(f"{_M}neste/", moete.moete_neste, name="moete_neste"),
    path(f"{_M}referat/", referat.moete_referat, name="moete_referat"),
    path(f"{_M}godkjenn/", referat.moete_godkjenn, name="moete_godkjenn"),
    path(f"{_M}paamelding/", deltakere.moete_paamelding, name="moete_paamelding"),
    path(f"{_M}personer/", deltakere.moete_personer, name="moete_personer"),
    path(f"{_M}vedlegg/", deltakere.moete_vedlegg, name="moete_vedlegg"),
    path(
        f"{_M}vedlegg/<uuid:moetevedlegg_noekkel>/slett/",
        deltakere.moete_vedlegg_slett,
        name="moete_vedlegg_slett",
    ),
    path(f"{_M}punkter/nytt/", punkt.moetepunkt_nytt, name="moetepunkt_nytt"),
    path(f"{_M}moete.ics", kalender.moete_ics, name="moete_ics"),
]
