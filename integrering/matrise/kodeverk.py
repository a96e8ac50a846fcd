"""Code lists of the matrix. Codes are stored, labels never."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kodelister import Kodeliste

ORGAN = "vedtaksorgan"

LISTER = (
    Kodeliste(
        ORGAN,
        _("Vedtaksorganer"),
        _("Hvem som har vedtatt et punkt kommunen skal følge opp."),
        utvidbar=True,
    ),
)
