"""Reads of who registers what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from integrering.matrise.models import Ansvar
from integrering.matrise.rules.ansvar import STANDARD, Tjeneste, ansvar_for, fordeling
from integrering.nir.rules.registreringer import Registrering

Avvik = Mapping[Registrering, Tjeneste]


def avvik_per_kommune() -> dict[int, Avvik]:
    """Return municipality → what it has decided that is not as the checklist; only those that have."""
    ut: dict[int, dict[Registrering, Tjeneste]] = defaultdict(dict)
    for kommune_id, hva, hvem in Ansvar.objects.values_list("kommune_id", "registrering", "tjeneste"):
        if STANDARD[Registrering(hva)] != hvem:
            ut[kommune_id][Registrering(hva)] = Tjeneste(hvem)
    return dict(ut)


def fordelt_i(kommune_id: int) -> dict[Registrering, Tjeneste]:
    """Return who registers each item in a municipality."""
    rader = Ansvar.objects.filter(kommune_id=kommune_id).values_list("registrering", "tjeneste")
    return fordeling({Registrering(hva): Tjeneste(hvem) for hva, hvem in rader})


def punkter_til(tjeneste: Tjeneste) -> tuple[frozenset[Registrering], dict[int, frozenset[Registrering]]]:
    """Return the items a service registers by the checklist, and those of the municipalities that differ."""
    ellers = frozenset(hva for hva, hvem in STANDARD.items() if hvem is tjeneste)
    egne = {kommune: ansvar_for(avvik, tjeneste) for kommune, avvik in avvik_per_kommune().items()}
    return ellers, {kommune: punkter for kommune, punkter in egne.items() if punkter != ellers}
