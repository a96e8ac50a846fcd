"""Addresses of the note and of its way to the municipality."""

from __future__ import annotations

from django.urls import URLPattern, path

from karriere.views import arbeidsmarked, notat, overlevering

_S = "sak/<uuid:sak_noekkel>/"
_N = f"{_S}notat/<int:notat_nr>/"
urlpatterns: list[URLPattern] = [
    path(f"{_S}arbeidsmarked/", arbeidsmarked.arbeidsmarked, name="arbeidsmarked"),
    path(f"{_S}notat/", notat.notat, name="notat"),
    path(f"{_S}notat/se-over/", notat.se_over, name="notat_se_over"),
    path(f"{_S}notat/kast/", notat.kast, name="notat_kast"),
    path(_N, notat.les, name="notat_les"),
    path(f"{_N}overlever/", overlevering.overlever, name="overlever"),
    path(f"{_N}imdinett/", overlevering.imdinett, name="notat_imdinett"),
    path(f"{_N}notat.txt", overlevering.tekstfil, name="notat_tekst"),
    path(f"{_N}notat.pdf", overlevering.pdf, name="notat_pdf"),
    path(f"{_S}kvittering/", overlevering.kvittering, name="kvittering"),
    path(f"{_S}kvittering/minn/", overlevering.minn, name="minn"),
]
