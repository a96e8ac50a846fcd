"""Results of tests and grades: for a class at a time, and for one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.klasser.actions import Lagret, Linje, lagre_linjer
from integrering.nir.actions import Flererad, Radbrudd, lagre_sett
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from opplaering import tekster
from opplaering.actions.fravaer import vent_paa_klassen
from opplaering.actions.skoleklasse import krev_skolens
from opplaering.actions.versjoner import finn_sett, krev_aarsak, ny_versjon
from opplaering.faktatyper import RESULTAT
from opplaering.hendelser import meld_endret
from opplaering.models import Resultat, Skoleklasse
from opplaering.queries.fravaer import er_i_klassen
from opplaering.queries.resultater import skolen_paa
from opplaering.roller import SKOLEN, SKRIVER
from opplaering.rules.resultat import brudd


@transaction.atomic
def lagre_klasseresultater(
    *, klasse: Skoleklasse, dato: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the results of a test, or the grades, that a class got on a day.

    Raises:
        Rutekonflikt: somebody saved meanwhile.
        Linjebrudd: some lines cannot be saved.
        Regelbrudd: a correction has no reason.
        IkkeTilgang: the class is another school's.
    """
    krev_skolens(av, klasse.skole_id)
    vent_paa_klassen(klasse)
    return lagre_linjer(
        slag=RESULTAT,
        linjer=linjer,
        aarsak=aarsak,
        av=av,
        i_klassen=lambda: er_i_klassen(klasse, dato, dato),
        lagrer=_lagre_kontrollert,
    )


@transaction.atomic
def registrer_resultat(*, person: Person, verdier: Mapping[str, Any], av: Aktoer) -> Resultat:
    """Register a result of one person. Raises Regelbrudd, IkkeTilgang."""
    av.krev(*SKRIVER)
    skole_id = _skolen(person, verdier["dato"], av)
    return _lagre_ett(Flererad(person, {**verdier, "skole_id": skole_id}), av)


@transaction.atomic
def rett_resultat(
    *, registrering: UUID, sett: int, verdier: Mapping[str, Any], aarsak: str, av: Aktoer
) -> Resultat:
    """Correct a result with a reason. `sett` is the version that was seen.

    Raises Regelbrudd, IkkeTilgang; Konflikt when somebody changed it meanwhile.
    """
    av.krev(*SKRIVER)
    gammel = finn_sett(Resultat, registrering=registrering, sett=sett)
    nye = {**verdier, "skole_id": gammel.skole_id}
    if all(getattr(gammel, felt) == nye[felt] for felt in RESULTAT.felter):
        raise Regelbrudd(_("Ingenting er endret. Endre det som er feil, eller avbryt."))
    return _lagre_ett(Flererad(gammel.person, nye, gammel), av, aarsak)


@transaction.atomic
def annuller_resultat(*, registrering: UUID, sett: int, aarsak: str, av: Aktoer) -> Resultat:
    """Say that a result was wrong and holds no more; it stays in the history.

    Raises Regelbrudd, IkkeTilgang; Konflikt when somebody changed it meanwhile.
    """
    av.krev(*SKRIVER)
    krev_aarsak(aarsak)
    gammel = finn_sett(Resultat, registrering=registrering, sett=sett)
    ny = ny_versjon(gammel, av=av, aarsak=aarsak, annullert=True)
    meld_endret([gammel.person_id])
    return ny


def _lagre_ett(rad: Flererad, av: Aktoer, aarsak: str = "") -> Resultat:
    try:
        (ny,) = _lagre_kontrollert(slag=RESULTAT, rader=[rad], av=av, aarsak=aarsak)
    except Radbrudd as avvist:
        raise Regelbrudd({felt: list(hva) for felt, hva in avvist.per_rad[0].items()}) from avvist
    assert isinstance(ny, Resultat)  # noqa: S101 - what was saved is of the kind
    return ny


def _lagre_kontrollert(
    *, slag: Faktatype, rader: Sequence[Flererad], av: Aktoer, aarsak: str = ""
) -> list[ToKlokker]:
    """Save results whose values hang together. Raises Radbrudd, Regelbrudd."""
    feil = {
        nr: {felt: [tekster.resultatbrudd(hva)] for felt, hva in funn.items()}
        for nr, rad in enumerate(rader)
        if (funn := brudd(rad.verdier))
    }
    if feil:
        raise Radbrudd(rader, feil)
    nye = lagre_sett(slag=slag, rader=rader, av=av, aarsak=aarsak)
    meld_endret([rad.person.pk for rad in rader])
    return nye


def _skolen(person: Person, dato: date, av: Aktoer) -> int | None:
    """Return where the person went that day; a school registers for itself.

    Raises Regelbrudd when the person was not at the school of the one who registers.
    """
    skole_id = skolen_paa(person, dato)
    if skole_id is None and av.har(*SKOLEN):
        raise Regelbrudd({"dato": [_("Eleven gikk ikke på skolen den dagen.")]})
    return skole_id
