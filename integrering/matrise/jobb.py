"""The job that makes a snapshot: as the one who ordered it, in the role they have when it runs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.lister.eksport import uten_skjermede
from integrering.matrise import actions
from integrering.matrise.actions.bilde import SLAG
from integrering.matrise.queries.bilder import Personrad, personer_i, personrader
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_av, gyldige_roller

# Persons whose status is worked out in one short transaction.
STEG = 500


@registrer_jobb(SLAG)
def kjoer(loep: Loep) -> dict[str, Any]:
    """Work out how each person stood, in short steps; write it all in the last."""
    data, av = _data(loep.parametre), _bestiller(loep)
    with uten_skjermede(av):
        ider = personer_i(data.kommune.pk, data.dato)
    rader: list[Personrad] = []
    i_alt = len(ider) + 1
    for start in range(0, len(ider), STEG):
        with loep.steg(_("Leser registreringene"), start, i_alt), uten_skjermede(av):
            rader += personrader(ider[start : start + STEG], data.dato)
    with loep.steg(_("Lagrer øyeblikksbildet"), len(ider), i_alt), uten_skjermede(_bestiller(loep)):
        actions.frys(data=data, rader=rader, av=av)
    return {"personer": len(rader)}


def _data(parametre: dict[str, Any]) -> actions.Bildedata:
    return actions.Bildedata(
        kommune=Virksomhet.objects.get(pk=parametre["kommune"]),
        dato=date.fromisoformat(parametre["dato"]),
        tittel=parametre["tittel"],
        mottaker=parametre["mottaker"],
    )


def _bestiller(loep: Loep) -> Aktoer:
    """Return the one who ordered, in the role they ordered in. Raises Regelbrudd when they have lost it."""
    jobb = loep.jobb
    rolle = (
        gyldige_roller(jobb.bruker_id or 0, timezone.localdate())
        .filter(rolle=loep.parametre["rolle"], virksomhet=jobb.virksomhet, bruker__is_active=True)
        .first()
    )
    if rolle is None:
        raise Regelbrudd(_("Rollen øyeblikksbildet ble bestilt med, gjelder ikke lenger."))
    return aktoer_av(rolle)
