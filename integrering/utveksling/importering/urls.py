"""Addresses."""

from django.urls import path

from integrering.utveksling.importering.views import kart, kvitteringer, start, utkast

urlpatterns = [
    path("import/", start.importer, name="importer"),
    path("import/ny/<slug:slag>/", start.ny, name="import_ny"),
    path("import/ny/<slug:slag>/mal.<slug:endelse>", start.mal, name="import_mal"),
    path("import/utkast/<uuid:utkast_id>/", utkast.vis, name="import_utkast"),
    path("import/utkast/<uuid:utkast_id>/kolonner/", utkast.kolonner, name="import_kolonner"),
    path("import/utkast/<uuid:utkast_id>/ark/", utkast.ark, name="import_ark"),
    path("import/utkast/<uuid:utkast_id>/proev/", utkast.proev, name="import_proev"),
    path("import/utkast/<uuid:utkast_id>/bekreft/", utkast.bekreft, name="import_bekreft"),
    path("import/utkast/<uuid:utkast_id>/avbryt/", utkast.avbryt, name="import_avbryt"),
    path("import/utkast/<uuid:utkast_id>/slett/", utkast.slett, name="import_slett"),
    path("import/utkast/<uuid:utkast_id>/feilfil/", utkast.feilfil, name="import_feilfil"),
    path("import/kvitteringer/", kvitteringer.liste, name="import_kvitteringer"),
    path("import/kvitteringer/<uuid:kvittering>/", kvitteringer.vis, name="import_kvittering"),
    path("import/kvitteringer/<uuid:kvittering>/angre/", kvitteringer.angre, name="import_angre"),
    path("import/kvitteringer/<uuid:kvittering>/<slug:art>/", kvitteringer.svarfil, name="import_svarfil"),
    path("import/kolonneoppsett/", kart.liste, name="import_kart"),
    path("import/kolonneoppsett/<uuid:kart_id>/", kart.endre, name="import_kart_endre"),
    path("import/kolonneoppsett/<uuid:kart_id>/slett/", kart.slett, name="import_kart_slett"),
]
