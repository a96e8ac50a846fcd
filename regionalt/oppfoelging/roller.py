"""Who does what. Everyone who can be a municipality's contact also keeps its log and answers it."""

from __future__ import annotations

from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER

SKRIVER = tuple(sorted(FYLKESROLLER))
SPOER = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
# who may have an agreed point: the county or a municipality
FOELGER_OPP = FYLKESROLLER | KOMMUNEROLLER
KILDE_PUNKT = "kontaktpunkt"
KILDE_BESOEK = "besoek"
KILDE_FORESPOERSEL = "veiledning"
