"""Save a grid: the hours of a month, or the results of a test. The cells are the registrations themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur import maaneder
from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.toklokker import ToKlokker
from integrering.klasser.actions.felles import krev_eier, laas_raden
from integrering.klasser.models import Klasse
from integrering.klasser.queries.klasser import medlemmer_i
from integrering.klasser.queries.rutenett import registrert
from integrering.klasser.queries.timer import siste_laas
from integrering.nir.actions import Flererad, Radbrudd, lagre_flere
from integrering.nir.faktatyper import FAKTATYPER, Faktatype
from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer

TIMER, PROEVE = FAKTATYPER["timer"], FAKTATYPER["proeve"]


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


@transaction.atomic
def lagre_timer(
    *, klasse: Klasse, maaned: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the hours and absence of a month (forskriften § 53 g, h, j). What says the same is left alone.

    Raises:
        Rutekonflikt: somebody saved meanwhile.
        Linjebrudd: some lines cannot be saved.
        Regelbrudd: the month is locked, or a correction has no reason.
        IkkeTilgang: the class is not one's own.
    """
    krev_eier(av, klasse)
    laas_raden(klasse)
    laas = siste_laas(klasse, maaned)
    if laas is not None and laas.laast:
        raise Regelbrudd(_("Måneden er låst. Lås den opp for å endre timene."))
    return _lagre(TIMER, klasse, (maaned, maaneder.siste_dag(maaned)), linjer, aarsak, av)


@transaction.atomic
def lagre_proever(
    *, klasse: Klasse, dato: date, linjer: Sequence[Linje], aarsak: str = "", av: Aktoer
) -> Lagret:
    """Save the results of a test that a class took on a day (forskriften § 54). Raises as `lagre_timer`."""
    krev_eier(av, klasse)
    laas_raden(klasse)
    return _lagre(PROEVE, klasse, (dato, dato), linjer, aarsak, av)


def _lagre(
    slag: Faktatype,
    klasse: Klasse,
    periode: tuple[date, date],
    linjer: Sequence[Linje],
    aarsak: str,
    av: Aktoer,
) -> Lagret:
    naa = registrert(slag, [linje.person.pk for linje in linjer], [linje.verdier for linje in linjer])
    gjelder = [naa.get(_noekkel(slag, linje)) for linje in linjer]
    endret = [nr for nr, linje in enumerate(linjer) if not _som_foer(slag, gjelder[nr], linje)]
    _krev_i_klassen(klasse, periode, [linjer[nr] for nr in endret])
    konflikter = {
        nr: gammel for nr in endret if (((gammel := gjelder[nr]) and gammel.pk) or None) != linjer[nr].sett
    }
    if konflikter:
        raise Rutekonflikt(konflikter)
    rader = [Flererad(linjer[nr].person, linjer[nr].verdier, gjelder[nr]) for nr in endret]
    if rader:
        try:
            lagre_flere(slag=slag, rader=rader, aarsak=aarsak, av=av)
        except Radbrudd as brudd:
            raise Linjebrudd({endret[nr]: feil for nr, feil in brudd.per_rad.items()}) from brudd
    rettet = sum(rad.gammel is not None for rad in rader)
    return Lagret(nye=len(rader) - rettet, rettet=rettet)


def _krev_i_klassen(klasse: Klasse, periode: tuple[date, date], linjer: Sequence[Linje]) -> None:
    """Refuse whoever is not in the class then: the page has been open for long."""
    i_klassen = {m.person_id for m in medlemmer_i(klasse, *periode)}
    if ute := [linje.person.navn for linje in linjer if linje.person.pk not in i_klassen]:
        tekst = _("Disse er ikke i klassen da: %(navn)s. Ingenting er lagret.")
        raise Regelbrudd(tekst % {"navn": ", ".join(dict.fromkeys(ute))})


def _noekkel(slag: Faktatype, linje: Linje) -> tuple[Any, ...]:
    return (linje.person.pk, *(linje.verdier[felt] for felt in slag.unike))


def _som_foer(slag: Faktatype, gammel: ToKlokker | None, linje: Linje) -> bool:
    return gammel is not None and all(getattr(gammel, felt) == linje.verdier[felt] for felt in slag.felter)
