"""All reports, in the order of the page."""

from integrering.rapporter.rapportene.aarsavslutning import AARSAVSLUTNING
from integrering.rapporter.rapportene.felles import Rapportslag
from integrering.rapporter.rapportene.norskproever import NORSKPROEVER
from integrering.rapporter.rapportene.utfall import UTFALL
from integrering.rapporter.rapportene.utfylling import UTFYLLING

RAPPORTER: dict[str, Rapportslag] = {
    slag.navn: slag for slag in (UTFYLLING, AARSAVSLUTNING, UTFALL, NORSKPROEVER)
}
