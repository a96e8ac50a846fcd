"""All reports, in the order of the page. The floors above add theirs in AppConfig.ready."""

from integrering.rapporter.rapportene.aarsavslutning import AARSAVSLUTNING
from integrering.rapporter.rapportene.felles import Rapportslag
from integrering.rapporter.rapportene.norskproever import NORSKPROEVER
from integrering.rapporter.rapportene.utfall import UTFALL
from integrering.rapporter.rapportene.utfylling import UTFYLLING

RAPPORTER: dict[str, Rapportslag] = {
    slag.navn: slag for slag in (UTFYLLING, AARSAVSLUTNING, UTFALL, NORSKPROEVER)
}


def registrer_rapport(*rapporter: Rapportslag) -> None:
    """Add reports to the page of reports (again: replaces them)."""
    RAPPORTER.update({slag.navn: slag for slag in rapporter})
