"""Prior learning, a subject at a time: godkjent or ikke godkjent (opplæringsforskrifta §§ 15-3 and 15-5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.tilgang.aktoer import Aktoer
from opplaering.actions.versjoner import ny_versjon, opprett
from opplaering.kodeverk import REALKOMPETANSERESULTAT
from opplaering.models import Realkompetanse, Soeknad
from opplaering.queries.soeknader import realkompetanse_i
from opplaering.roller import FYLKET
from opplaering.tekstkontroll import brudd_i_tekster, krev

FELTER = ("fag", "fagkode", "resultat", "dato", "hvor")


@dataclass(frozen=True)
class Faglinje:
    """One line of the grid; `sett` is the version that stood there, `bort` that it was a mistake."""

    fag: str
    resultat: str
    dato: date | None
    fagkode: str = ""
    hvor: str = ""
    sett: int | None = None
    bort: bool = False


class Linjefeil(Regelbrudd):
    """Some lines cannot be saved. `per_linje`: number of the line → column → why. Nothing is saved."""

    def __init__(self, per_linje: Mapping[int, Mapping[str, list[str]]]) -> None:
        self.per_linje = per_linje
        super().__init__(
            "; ".join(t for feil in per_linje.values() for tekster in feil.values() for t in tekster)
        )


class Gridkonflikt(Regelbrudd):
    """Somebody else saved meanwhile. `naa`: what stands now, by subject."""

    def __init__(self, naa: list[Realkompetanse]) -> None:
        self.naa = naa
        super().__init__(_("Noen andre lagret mens du skrev. Se over og lagre på nytt."))


@transaction.atomic
def lagre_realkompetanse(
    *, soeknad: Soeknad, linjer: Sequence[Faglinje], aarsak: str = "", av: Aktoer
) -> int:
    """Save the subjects of an application; what says the same is left alone. Return how many changed.

    Raises:
        Gridkonflikt: somebody saved meanwhile.
        Linjefeil: some lines cannot be saved.
        Regelbrudd: a correction has no reason.
        IkkeTilgang: not the county's.
    """
    av.krev(*FYLKET)
    # who comes second, waits and sees what the first has saved
    Soeknad.objects.select_for_update().get(pk=soeknad.pk)
    _kontroller(linjer)
    gjelder = {rad.pk: rad for rad in realkompetanse_i(soeknad)}
    if any(linje.sett is not None and linje.sett not in gjelder for linje in linjer):
        raise Gridkonflikt(list(gjelder.values()))
    nye = [linje for linje in linjer if linje.sett is None]
    rettet = [linje for linje in linjer if linje.sett and _endret(gjelder[linje.sett], linje)]
    if rettet and not aarsak.strip():
        raise Regelbrudd({"aarsak": [_("Skriv hvorfor det rettes.")]})
    krev(brudd_i_tekster(aarsak=aarsak))
    for linje in rettet:
        verdier = {"annullert": True} if linje.bort else _verdier(linje)
        ny_versjon(gjelder[linje.sett or 0], av=av, aarsak=aarsak, **verdier)
    for linje in nye:
        opprett(Realkompetanse, person=soeknad.person, av=av, soeknad=soeknad, **_verdier(linje))
    return len(nye) + len(rettet)


def _verdier(linje: Faglinje) -> dict[str, Any]:
    return {felt: getattr(linje, felt) for felt in FELTER}


def _endret(rad: Realkompetanse, linje: Faglinje) -> bool:
    return linje.bort or any(getattr(rad, felt) != getattr(linje, felt) for felt in FELTER)


def _kontroller(linjer: Sequence[Faglinje]) -> None:
    feil = {nr: brudd for nr, linje in enumerate(linjer) if (brudd := _brudd(linje))}
    sett: dict[tuple[str, date | None], int] = {}
    for nr, linje in enumerate(linjer):
        foerste = sett.setdefault((linje.fag, linje.dato), nr)
        if foerste != nr and not linje.bort:
            feil.setdefault(nr, {})["fag"] = [_("Faget står to ganger med samme dato.")]
    if feil:
        raise Linjefeil(feil)


def _brudd(linje: Faglinje) -> dict[str, list[str]]:
    brudd = brudd_i_tekster(fag=linje.fag, hvor=linje.hvor)
    if not linje.fag:
        brudd["fag"] = [_("Skriv faget.")]
    if linje.dato is None:
        brudd["dato"] = [_("Skriv dagen faget ble vurdert.")]
    elif linje.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være fram i tid.")]
    if not kan_velges(REALKOMPETANSERESULTAT, linje.resultat):
        brudd["resultat"] = [_("Velg godkjent eller ikke godkjent.")]
    return brudd
