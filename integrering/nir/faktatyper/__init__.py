"""The kinds of registrations about a person: what actions, forms, pages, files and the API share."""

from integrering.nir.faktatyper import intro, kompetanse, opplaering, oversikt
from integrering.nir.faktatyper.grunnform import GRUPPENAVN, Faktatype, Gruppe
from integrering.nir.faktatyper.opplaering import STANS, VEDTAK
from integrering.nir.faktatyper.oversikt import BOSTED, OPPLYSNINGER, VGO

# In the order of the pages.
FAKTATYPER: dict[str, Faktatype] = {
    slag.slug: slag for slag in (*oversikt.ALLE, *intro.ALLE, *opplaering.ALLE, *kompetanse.ALLE)
}


def slag_i(gruppe: Gruppe) -> tuple[Faktatype, ...]:
    """Return the kinds that stand on a page of the person."""
    return tuple(slag for slag in FAKTATYPER.values() if slag.gruppe is gruppe)


def tabeller() -> tuple[str, ...]:
    """Return the tables of registrations, each once."""
    return tuple(dict.fromkeys(slag.modell._meta.db_table for slag in FAKTATYPER.values()))


__all__ = [
    "BOSTED",
    "FAKTATYPER",
    "GRUPPENAVN",
    "OPPLYSNINGER",
    "STANS",
    "VEDTAK",
    "VGO",
    "Faktatype",
    "Gruppe",
    "slag_i",
    "tabeller",
]
