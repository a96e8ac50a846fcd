"""Values for the parameters of the addresses, of Trondheim's things."""

from __future__ import annotations

from typing import Any

from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.utveksling.vedlegg import actions
from tests.fabrikk import TRONDHEIM, lag_aktoer
from tests.utveksling.vedlegg import filer


def vedleggverdier() -> dict[str, Any]:
    """A file of Trondheim's."""
    av = lag_aktoer(nummer=TRONDHEIM)
    with kontekst(kontekst_for(av)):
        return {"vedlegg_noekkel": actions.legg_ved(fil=filer.opplastet(), av=av).noekkel}
