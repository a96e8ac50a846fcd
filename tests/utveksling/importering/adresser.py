"""What the addresses of imports need: a draft, a receipt with its answer, and a mapping, of Trondheim's."""

from __future__ import annotations

from typing import Any

from tests import fabrikk
from tests.tilgang.hjelp import inn
from tests.utveksling.importering import flyt
from tests.utveksling.importering.hjelp import VEDTAK, fil

EGNE = "Hvem;Ordning;Utfall;Vedtatt;Oppstart"


def importverdier() -> dict[str, Any]:
    """Return the values of the parameters in the addresses of imports."""
    from integrering.tilgang.kontekst import kontekst, motor_kontekst
    from integrering.utveksling.importering import actions
    from integrering.utveksling.importering.models import Importutkast

    bruker = fabrikk.lag_bruker(etternavn="Importør")
    av = fabrikk.aktoer(bruker)
    kvittering = flyt.importer_i_nettleser(inn(bruker), "vedtak", fil(VEDTAK, "1;2;3;4;5"))
    flyt.last_opp(inn(bruker), "vedtak", fil(EGNE, "1;2;3;4;5"))
    kolonner = ("duf", "ordning", "vedtakstype", "vedtaksdato", "startdato")
    with kontekst(motor_kontekst()):
        kart = actions.husk_kolonner(
            slag="vedtak",
            navn="Vårt",
            overskrifter=EGNE.split(";"),
            plasser={k: nr for nr, k in enumerate(kolonner)},
            av=av,
        )
        utkast = Importutkast.objects.get(tilstand="kolonner")
    return {
        "endelse": "csv",
        "utkast_id": utkast.pk,
        "kvittering": kvittering.noekkel,
        "art": "svar",
        "kart_id": kart.noekkel,
    }
