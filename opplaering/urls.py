"""Addresses of the app."""

from __future__ import annotations

from opplaering import urls_deltakere, urls_fravaer, urls_meldinger, urls_skoler, urls_soeknader

urlpatterns = [
    *urls_deltakere.urlpatterns,
    *urls_skoler.urlpatterns,
    *urls_soeknader.urlpatterns,
    *urls_meldinger.urlpatterns,
    *urls_fravaer.urlpatterns,
]
