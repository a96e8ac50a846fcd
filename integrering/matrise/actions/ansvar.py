"""Say who registers what."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang
from integrering.matrise.models import Ansvar
from integrering.matrise.roller import kan_fordele
from integrering.matrise.rules.ansvar import STANDARD, Tjeneste
from integrering.nir.rules.registreringer import Registrering
from integrering.tilgang.aktoer import Aktoer


@transaction.atomic
def fordel(*, kommune_id: int, hvem: Mapping[Registrering, Tjeneste], av: Aktoer) -> int:
    """Let these services register these items there. What is as the checklist from the start, is not stored.

    Return how many items changed. Raises IkkeTilgang.
    """
    if not kan_fordele(av, kommune_id):
        raise IkkeTilgang(_("Bare administratorer bestemmer hvem som registrerer hva."))
    rader = Ansvar.objects.select_for_update().filter(kommune_id=kommune_id)
    foer = {Registrering(rad.registrering): rad for rad in rader}
    endret = 0
    for hva, tjeneste in hvem.items():
        rad = foer.get(hva)
        if tjeneste == (rad.tjeneste if rad else STANDARD[hva]):
            continue
        endret += 1
        if rad is None:
            Ansvar.objects.create(kommune_id=kommune_id, registrering=hva, tjeneste=tjeneste)
        else:
            rad.tjeneste = tjeneste
            rad.save(update_fields=["tjeneste"])
    return endret
