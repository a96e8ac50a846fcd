"""The workbook of a pack: one row for each version of each registration."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.lister import Kolonne, Slag
from integrering.lister.filer import Skriver, ny_skriver
from integrering.lister.models import Filformat


def ny_bok() -> Skriver:
    """Return a writer that takes `Versjon`s."""
    return ny_skriver(Filformat.XLSX, "registreringer", _("Registreringer"), _kolonner())


def _kolonner() -> list[Kolonne]:
    return [
        Kolonne("nr", _("Person"), slag=Slag.TALL, definisjon=_("Nummeret i navnet på personens PDF.")),
        Kolonne("duf", _("DUF-nummer"), verdi="person.duf", slag=Slag.DUF),
        Kolonne("navn", _("Navn"), verdi="person.navn"),
        Kolonne("del_", _("Del")),
        Kolonne("slag", _("Registrering")),
        Kolonne("hjemmel", _("Hjemmel")),
        Kolonne(
            "start", _("Gjelder fra"), slag=Slag.DATO, definisjon=_("Dagen det registrerte gjelder fra.")
        ),
        Kolonne("innhold", _("Innhold")),
        Kolonne("tilstand", _("Tilstand")),
        Kolonne(
            "registrert", _("Registrert"), slag=Slag.TIDSPUNKT, definisjon=_("Da systemet fikk vite det.")
        ),
        Kolonne(
            "erstattet",
            _("Erstattet"),
            slag=Slag.TIDSPUNKT,
            definisjon=_("Da versjonen ble rettet eller annullert."),
        ),
        Kolonne("aarsak", _("Årsak til rettelsen")),
        Kolonne("hvem", _("Registrert av")),
        Kolonne("virksomhet", _("Virksomhet")),
        Kolonne("registrering", _("Registreringens id"), verdi=lambda v: str(v.registrering)),
    ]


def om(definisjoner: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what the workbook says of itself: the manifest's words, and what the columns mean."""
    forklart = [(str(k.tittel), str(k.definisjon)) for k in _kolonner() if k.definisjon]
    return [*definisjoner, ("", ""), (_("Definisjoner"), ""), *forklart]
