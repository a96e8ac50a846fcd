"""Every change of this room: bringing a file in, step by step, and taking it back."""

from integrering.utveksling.importering.actions.angre import (
    ByggerPaa,
    Plan,
    angre_import,
    kan_angre,
    planlegg_angring,
    start_angring,
)
from integrering.utveksling.importering.actions.gjoer import gjoer_angring, gjoer_import, gjoer_proeve, rydd
from integrering.utveksling.importering.actions.importer import (
    NY_VERSJON,
    UENDRET,
    Framdrift,
    Utfall,
    importer_fil,
    kjente_kolonner,
    krev_import,
    krev_stoerrelse,
    paakrevde_kolonner,
)
from integrering.utveksling.importering.actions.kolonnekart import (
    endre_kolonnekart,
    husk_kolonner,
    slett_kolonnekart,
)
from integrering.utveksling.importering.actions.utkast import (
    avbryt_utkast,
    bekreft_utkast,
    last_opp,
    proev_utkast,
    slett_utkast,
    velg_ark,
    velg_kolonner,
)
from integrering.utveksling.importering.svar import AVVIST

__all__ = [
    "AVVIST",
    "NY_VERSJON",
    "UENDRET",
    "ByggerPaa",
    "Framdrift",
    "Plan",
    "Utfall",
    "angre_import",
    "avbryt_utkast",
    "bekreft_utkast",
    "endre_kolonnekart",
    "gjoer_angring",
    "gjoer_import",
    "gjoer_proeve",
    "husk_kolonner",
    "importer_fil",
    "kan_angre",
    "kjente_kolonner",
    "krev_import",
    "krev_stoerrelse",
    "last_opp",
    "paakrevde_kolonner",
    "planlegg_angring",
    "proev_utkast",
    "rydd",
    "slett_kolonnekart",
    "slett_utkast",
    "start_angring",
    "velg_ark",
    "velg_kolonner",
]
