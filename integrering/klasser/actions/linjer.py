"""A grid as it is saved, whatever its cells are: all lines together, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.klasser.queries.rutenett import registrert
from integrering.nir.actions import Flererad, Radbrudd
from integrering.nir.faktatyper import Faktatype
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer


@dataclass(frozen=True)
class Linje:
    """What was typed for one participant; `sett` is the version that stood there when the page was made."""

    person: Person
    verdier: Mapping[str, Any]
    sett: int | None = None


@dataclass(frozen=True)
class Lagret:
    """How many were registered, and how many corrected."""

    nye: int
    rettet: int


class Rutekonflikt(Regelbrudd):
    """Somebody else saved meanwhile. `naa`: number of the line → the version that holds (None: annulled)."""

    def __init__(self, naa: Mapping[int, ToKlokker | None]) -> None:
        self.naa = naa
        super().__init__(_("Noen andre lagret mens du skrev. Se over og lagre på nytt."))


class Linjebrudd(Regelbrudd):
    """Some lines cannot be saved. `per_linje`: number of the line → column → why. Nothing is saved."""

    def __init__(self, per_linje: Mapping[int, Mapping[str, Sequence[str]]]) -> None:
        self.per_linje = per_linje
        super().__init__("; ".join(t for f in per_linje.values() for tekster in f.values() for t in tekster))


class Lagrer(Protocol):
    """Saves facts of one kind, set by set (`nir.actions.lagre_flere`)."""

    def __call__(
        self, *, slag: Faktatype, rader: Sequence[Flererad], av: Aktoer, aarsak: str = ""
    ) -> list[ToKlokker]:
        """Save them."""
        ...


def lagre_linjer(
    *,
    slag: Faktatype,
    linjer: Sequence[Linje],
    aarsak: str,
    av: Aktoer,
    i_klassen: Callable[[], Collection[int]],
    lagrer: Lagrer,
) -> Lagret:
    """Save the lines that say something else than what is registered.

    Args:
        i_klassen: gives the numbers of the persons who may have a line.

    Raises:
        Rutekonflikt: somebody saved meanwhile.
        Linjebrudd: some lines cannot be saved.
        Regelbrudd: somebody is not in the class, or a correction has no reason.
    """
    naa = registrert(slag, [linje.person.pk for linje in linjer], [linje.verdier for linje in linjer])
    gjelder = [naa.get(_noekkel(slag, linje)) for linje in linjer]
    endret = [nr for nr, linje in enumerate(linjer) if not _som_foer(slag, gjelder[nr], linje)]
    _krev_i_klassen(i_klassen(), [linjer[nr].person for nr in endret])
    konflikter = {
        nr: gammel for nr in endret if (((gammel := gjelder[nr]) and gammel.pk) or None) != linjer[nr].sett
    }
    if konflikter:
        raise Rutekonflikt(konflikter)
    rader = [Flererad(linjer[nr].person, linjer[nr].verdier, gjelder[nr]) for nr in endret]
    if rader:
        try:
            lagrer(slag=slag, rader=rader, aarsak=aarsak, av=av)
        except Radbrudd as brudd:
            raise Linjebrudd({endret[nr]: feil for nr, feil in brudd.per_rad.items()}) from brudd
    rettet = sum(rad.gammel is not None for rad in rader)
    return Lagret(nye=len(rader) - rettet, rettet=rettet)


def _krev_i_klassen(i_klassen: Collection[int], personer: Sequence[Person]) -> None:
    """Refuse whoever is not in the class then: the page has been open for long."""
    if ute := [person.navn for person in personer if person.pk not in i_klassen]:
        tekst = _("Disse er ikke i klassen da: %(navn)s. Ingenting er lagret.")
        raise Regelbrudd(tekst % {"navn": ", ".join(dict.fromkeys(ute))})


def _noekkel(slag: Faktatype, linje: Linje) -> tuple[Any, ...]:
    return (linje.person.pk, *(linje.verdier[felt] for felt in slag.unike))


def _som_foer(slag: Faktatype, gammel: ToKlokker | None, linje: Linje) -> bool:
    return gammel is not None and all(getattr(gammel, felt) == linje.verdier[felt] for felt in slag.felter)
