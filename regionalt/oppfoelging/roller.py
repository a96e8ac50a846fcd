"""Who does what. Everyone who can be a municipality's contact also keeps its log and answers it."""

from __future__ import annotations

from integrering.tilgang.roller import KOMMUNEROLLER
from regionalt.roller import KAN_VAERE_KONTAKT

SKRIVER = tuple(sorted(KAN_VAERE_KONTAKT))
# a municipality asks for itself, the county writes down what came another way
SPOER = tuple(sorted(KAN_VAERE_KONTAKT | KOMMUNEROLLER))
# whose an agreed point can be
FOELGER_OPP = KAN_VAERE_KONTAKT | KOMMUNEROLLER
KILDE_PUNKT = "kontaktpunkt"
KILDE_BESOEK = "besoek"
KILDE_FORESPOERSEL = "veiledning"
