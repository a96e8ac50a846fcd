"""From the kept file to rows in the database: each line of the file is a row, whatever is wrong with it."""

from __future__ import annotations

import json
from typing import Any

from django.utils import timezone

from integrering.tilgang.models import Virksomhet
from integrering.utveksling.importering.les import les_tabell
from integrering.utveksling.importering.rules import noekkelord
from integrering.utveksling.registerlister.actions.felles import kjoer
from integrering.utveksling.registerlister.models import Registerfil, Registerliste
from integrering.utveksling.registerlister.rules.felt import KODER, Felt, Slag, kolonner
from integrering.utveksling.registerlister.rules.lesing import Lestrad, les_rad


def les_inn(liste: Registerliste) -> None:
    """Read the file of a list into rows, put new codes in the queue, and let the file go.

    Does nothing when it is read already. Only the columns that were chosen are kept.
    """
    fil = Registerfil.objects.filter(liste=liste).first()
    if fil is None:
        return
    tabell = les_tabell(bytes(fil.innhold), kjente=kolonner(Slag(liste.slag)))
    kommuner, i_dag = _kommuner(), timezone.localdate()
    rader = [
        les_rad(r.linje, r.celler, plasser=liste.plasser, kommuner=kommuner, i_dag=i_dag, feil=r.feil)
        for r in tabell.rader
    ]
    hvem = {"liste": liste.pk, "virksomhet": liste.virksomhet_id, "bruker": liste.bruker_id}
    kjoer("rader", rader=json.dumps([_rad(r) for r in rader]), **hvem)
    kjoer("felt", felt=json.dumps([f for r in rader for f in _felt(r)]), liste=liste.pk)
    koder = sorted(f.value for f in KODER)
    kjoer("ukjente", koder=koder, liste=liste.pk, virksomhet=liste.virksomhet_id)
    fil.delete()


def _kommuner() -> dict[str, str]:
    """Return number and name, as `noekkelord` leaves them → the municipality's name."""
    rader = Virksomhet.objects.filter(type="kommune").values_list("nummer", "navn")
    return {noekkelord(ord_): navn for nummer, navn in rader for ord_ in (navn, nummer)}


def _rad(rad: Lestrad) -> dict[str, Any]:
    return {"linje": rad.linje, "duf": rad.duf, "raa": rad.raa, "feil": rad.feil[:300]}


def _felt(rad: Lestrad) -> list[dict[str, Any]]:
    """Return the row as a whole, and its cells."""
    hele = {"linje": rad.linje, "felt": Felt.PERSON.value, "register": "", "lest": ""}
    return [
        hele,
        *(
            {"linje": rad.linje, "felt": felt.value, "register": verdi.raa, "lest": verdi.lest}
            for felt, verdi in rad.verdier.items()
        ),
    ]
