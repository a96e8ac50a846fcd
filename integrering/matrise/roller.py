"""Who sees and does what with the matrix. Which municipality they reach is held by the database."""

from __future__ import annotations

from integrering.nir.rules.registreringer import Registrering
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

# Persons by name: those who have the list of persons too.
SER_PERSONER = FYLKESROLLER | KOMMUNEROLLER
# Adult education does not see all that a snapshot counts, so it cannot make one.
LAGER_BILDE = SER_PERSONER - {Rolle.KOMMUNE_VOKSENOPPLAERING}
# Snapshots and decision points tell of nobody: the auditor of look-ups reads them too.
LESER = SER_PERSONER | {Rolle.INNSYNSREVISOR}
# A municipality answers for its own decisions; the county reads.
FOELGER_OPP = KOMMUNEROLLER
# Who registers what, is decided by those who administer.
FORDELER = frozenset({Rolle.KOMMUNE_ADMINISTRATOR, Rolle.ADMINISTRATOR})
SER_ANSVAR = SER_PERSONER | FORDELER


def kan_foelge_opp(av: Aktoer) -> bool:
    """Return True for those who keep a municipality's decision points."""
    return av.rolle in FOELGER_OPP


def kan_fordele(av: Aktoer, kommune_id: int) -> bool:
    """Return True for those who say who registers what in the municipality."""
    return av.rolle in FORDELER and (av.er_fylke or av.virksomhet_id == kommune_id)


# What adult education does not see of the programme (`nir/migrations/0025_opplaering_vern.py`).
_LUKKET = frozenset({Registrering.KLAGE, Registrering.FORELDREVEILEDNING, Registrering.PERMISJON})


def roller_som_ser(hva: Registrering) -> frozenset[Rolle]:
    """Return the roles that see how an item stands."""
    return LAGER_BILDE if hva in _LUKKET else SER_PERSONER


def punkter_for(av: Aktoer) -> list[Registrering]:
    """Return the items this one sees, in the order of the checklist."""
    return [hva for hva in Registrering if av.rolle in roller_som_ser(hva)]


def kan_lage_bilde(av: Aktoer) -> bool:
    """Return True for those who see all that a snapshot counts."""
    return av.rolle in LAGER_BILDE
