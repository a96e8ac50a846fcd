"""The job that takes a large list out: as the one who ordered it, with the role they have when it runs."""

from __future__ import annotations

from typing import Any, Protocol

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import registrer_jobb
from integrering.grunnmur.jobber.loep import Loep
from integrering.lister import actions, keyset
from integrering.lister.eksport import Uttrekk, finn_utvalg, uten_skjermede
from integrering.lister.models import Bestilling, Filformat
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.queries import aktoer_av, gyldige_roller

# rows read in one short transaction
STEG = 5_000


@registrer_jobb(actions.SLAG)
def kjoer(loep: Loep) -> dict[str, Any]:
    """Write the list to a file in short steps; at the end, in one transaction: log it and put it out."""
    bestilling = _bestilling(loep)
    if bestilling is None or bestilling.eksport_id is not None:
        return {}
    with translation.override(Bruker.objects.get(pk=bestilling.bruker_id).maalform):
        av = bestiller(bestilling)
        with Uttrekk(_utvalg(bestilling, av), Filformat(bestilling.format)) as uttrekk:
            i_alt = _skriv_rader(loep, uttrekk)
            fil = uttrekk.ferdig()
            with loep.steg(_("Legger ut filen"), i_alt, i_alt), uten_skjermede(bestiller(bestilling)):
                eksport = actions.logg_eksport(uttrekk=uttrekk, fil=fil, sti=bestilling.sti)
                actions.legg_i_bestilling(bestilling=bestilling, fil=fil, eksport=eksport)
            fil.innhold.close()
    return {"rader": uttrekk.skriver.rader}


class Bestilt(Protocol):
    """What someone ordered in a role."""

    bruker_id: int
    virksomhet_id: int
    rolle: str


def bestiller(bestilling: Bestilt) -> Aktoer:
    """Return the one who ordered, in the role they ordered in.

    Raises:
        Regelbrudd: they do not have it any more.
    """
    rolle = (
        gyldige_roller(bestilling.bruker_id, timezone.localdate())
        .filter(rolle=bestilling.rolle, virksomhet_id=bestilling.virksomhet_id, bruker__is_active=True)
        .first()
    )
    if rolle is None:
        raise Regelbrudd(_("Rollen eksporten ble bestilt med, gjelder ikke lenger."))
    return aktoer_av(rolle)


def _bestilling(loep: Loep) -> Bestilling | None:
    with kontekst(motor_kontekst()):
        return Bestilling.objects.filter(pk=loep.parametre["bestilling"]).first()


def _utvalg(bestilling: Bestilling, av: Aktoer) -> Any:
    return finn_utvalg(liste=bestilling.liste, sti=bestilling.sti, sporring=bestilling.sporring, av=av)


def _skriv_rader(loep: Loep, uttrekk: Uttrekk) -> int:
    """Write all rows, page after page by keyset; between two pages progress is shown and a stop is heard."""
    utvalg, fra, gjort = uttrekk.utvalg, None, 0
    with uten_skjermede(utvalg.av):
        i_alt = utvalg.alle().order_by().values("pk").count()
    while True:
        with loep.steg(_("Henter rader"), gjort, i_alt), uten_skjermede(utvalg.av):
            rader = utvalg.alle()
            nivaaer = utvalg.nivaaer(rader)
            side = keyset.les(keyset.med_sted(rader, nivaaer), nivaaer, STEG, fra)
            uttrekk.skriv(side)
        gjort += len(side)
        if len(side) < STEG:
            return gjort
        fra = keyset.sted(side[-1], nivaaer)
