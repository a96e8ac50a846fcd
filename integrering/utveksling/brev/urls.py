"""Addresses. A letter is named by an id that says nothing."""

from django.urls import path

from integrering.utveksling.brev.views import brev, flere, liste, ny

urlpatterns = [
    path("brev/", liste.brev, name="brev"),
    path("brev/nytt/", ny.ny, name="brev_nytt"),
    path("brev/flere/", flere.flere, name="brev_flere"),
    path("brev/flere/<uuid:bunke_noekkel>/", flere.bunke, name="brev_bunke"),
    path("brev/flere/<uuid:bunke_noekkel>/zip/", flere.bunke_zip, name="brev_bunke_zip"),
    path("brev/flere/<uuid:bunke_noekkel>/sendt/", flere.bunke_sendt, name="brev_bunke_sendt"),
    path("brev/<uuid:brev_noekkel>/", brev.vis, name="brev_vis"),
    path("brev/<uuid:brev_noekkel>/endre/", ny.endre, name="brev_endre"),
    path("brev/<uuid:brev_noekkel>/ferdig/", brev.ferdig, name="brev_ferdig"),
    path("brev/<uuid:brev_noekkel>/sendt/", brev.sendt, name="brev_sendt"),
    path("brev/<uuid:brev_noekkel>/svar/", brev.svar, name="brev_svar"),
    path("brev/<uuid:brev_noekkel>/slett/", brev.slett, name="brev_slett"),
    path("brev/<uuid:brev_noekkel>/pdf/", brev.pdf, name="brev_pdf"),
    path("brev/<uuid:brev_noekkel>/arkiv/", brev.arkiv, name="brev_arkiv"),
]
