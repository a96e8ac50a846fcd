"""What a municipality registers to take over what the county has told it. Pure.

What is told is set beside what is registered. The answer is what to register, correct and annul, or why there
is nothing to do, or why it cannot be done as it stands (forskriften §§ 53 a, g, h, 54 and 58).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

VGO, TIMER, PROEVE = "fulltid-videregaaende", "timer", "proeve"
MODULER = ("norsk", "samf_arbeidsliv", "samf_hverdagsliv", "samf_norge")


class Grunn(StrEnum):
    """Why nothing is registered."""

    ALT_REGISTRERT = "alt_registrert"
    # for information: there is nothing in the register to hold it
    OPPTAK = "opptak"
    KARAKTER = "karakter"
    HELE_DAGEN = "hele_dagen"
    FALT_BORT = "falt_bort"
    # cannot be taken over as it stands
    OVERLAPPER = "overlapper"


class Maate(StrEnum):
    """What is done with a registration."""

    REGISTRER = "registrer"
    RETT = "rett"
    ANNULLER = "annuller"


@dataclass(frozen=True)
class Steg:
    """One thing to register: how, of which kind, the values, and the registration it is about."""

    maate: Maate
    slag: str
    verdier: Mapping[str, Any]
    registrering: UUID | None = None


@dataclass(frozen=True)
class Plan:
    """What to do, in order; without steps, why. `hindret`: somebody must look at it in the form first."""

    steg: tuple[Steg, ...] = ()
    grunn: Grunn | None = None
    er_alt: UUID | None = None

    @property
    def hindret(self) -> bool:
        """True when it cannot be taken over as it stands."""
        return self.grunn is Grunn.OVERLAPPER


@dataclass(frozen=True)
class Periode:
    """A period of full-time upper secondary, told or registered."""

    fra: date
    til: date | None
    timer_per_uke: Decimal
    skole: str = ""
    kombinasjonsklasse: bool = False
    hovedansvar_fylke: bool = False
    registrering: UUID | None = None

    @property
    def verdier(self) -> dict[str, Any]:
        """The columns."""
        return {
            "skole": self.skole, "fra": self.fra, "til": self.til, "timer_per_uke": self.timer_per_uke,
            "kombinasjonsklasse": self.kombinasjonsklasse, "hovedansvar_fylke": self.hovedansvar_fylke,
        }  # fmt: skip


def skolegang(
    meldt: Periode,
    registrerte: Iterable[Periode],
    *,
    nye_timer: bool = False,
    annullert: bool = False,
    tidligere: UUID | None = None,
) -> Plan:
    """Return what a told period asks for: a new period, or the registered one put right.

    Args:
        nye_timer: the hours are others from the first day: the period before ends the day before.
        annullert: what was told is taken back.
        tidligere: the registration an earlier message about the same became.
    """
    alle = sorted(registrerte, key=lambda p: p.fra)
    vaar = next((p for p in alle if p.registrering == tidligere), None) if tidligere else None
    treff = [p for p in alle if _overlapper(p, meldt)]
    if annullert:
        return _ta_bort(vaar, treff)
    foerst: tuple[Steg, ...] = ()
    if nye_timer and vaar is None:
        foer = next((p for p in treff if p.fra < meldt.fra), None)
        if foer is not None:
            foerst = (_rett(foer, replace(foer, til=meldt.fra - timedelta(1))),)
            treff.remove(foer)
    vaar = vaar or _den_samme(meldt, treff)
    if any(p != vaar for p in treff):
        return Plan(grunn=Grunn.OVERLAPPER)
    if vaar is None:
        return Plan((*foerst, Steg(Maate.REGISTRER, VGO, meldt.verdier)))
    if vaar.verdier | {"skole": ""} == meldt.verdier | {"skole": ""} and _samme_skole(vaar, meldt):
        return Plan(foerst, None if foerst else Grunn.ALT_REGISTRERT, vaar.registrering)
    return Plan((*foerst, _rett(vaar, meldt)))


def _ta_bort(vaar: Periode | None, treff: Sequence[Periode]) -> Plan:
    """A period that was told and is taken back: annul what it became; else somebody must look."""
    if vaar is not None:
        return Plan((Steg(Maate.ANNULLER, VGO, {}, vaar.registrering),))
    return Plan(grunn=Grunn.OVERLAPPER if treff else Grunn.FALT_BORT)


def _den_samme(meldt: Periode, treff: Sequence[Periode]) -> Periode | None:
    """Return the registered period that is the told one: the same first day, or the same school."""
    return next((p for p in treff if p.fra == meldt.fra or _samme_skole(p, meldt)), None)


def _samme_skole(a: Periode, b: Periode) -> bool:
    return a.skole.strip().casefold() == b.skole.strip().casefold()


def _rett(gammel: Periode, ny: Periode) -> Steg:
    return Steg(Maate.RETT, VGO, ny.verdier, gammel.registrering)


def _overlapper(a: Periode, b: Periode) -> bool:
    return (a.til is None or a.til >= b.fra) and (b.til is None or b.til >= a.fra)


@dataclass(frozen=True)
class Registrert:
    """A registration that is there: its number and the columns that are compared."""

    registrering: UUID
    verdier: Mapping[str, Any]


def fravaer(linjer: Sequence[Mapping[str, Any]], registrerte: Mapping[str, Registrert]) -> Plan:
    """Return what the month's hours ask for, module by module.

    Args:
        linjer: the columns of `Opplaeringstimer`; other teaching than the modules is not registered.
        registrerte: module → what is registered that month.
    """
    egne = [linje for linje in linjer if linje["modul"] in MODULER]
    if not egne:
        return Plan(grunn=Grunn.HELE_DAGEN if linjer else Grunn.FALT_BORT)
    return _samlet([_lik_eller_steg(TIMER, linje, registrerte.get(linje["modul"])) for linje in egne])


def resultat(
    verdier: Mapping[str, Any] | None, registrert: Registrert | None, *, annullert: bool = False
) -> Plan:
    """Return what a result asks for. `verdier` are the columns of `Proeve`; None for a grade."""
    if annullert:
        return (
            Plan((Steg(Maate.ANNULLER, PROEVE, {}, registrert.registrering),))
            if registrert
            else Plan(grunn=Grunn.FALT_BORT)
        )
    if verdier is None:
        return Plan(grunn=Grunn.KARAKTER)
    return _samlet([_lik_eller_steg(PROEVE, verdier, registrert)])


def _lik_eller_steg(slag: str, verdier: Mapping[str, Any], registrert: Registrert | None) -> Steg | UUID:
    if registrert is None:
        return Steg(Maate.REGISTRER, slag, verdier)
    if all(registrert.verdier[felt] == verdi for felt, verdi in verdier.items()):
        return registrert.registrering
    return Steg(Maate.RETT, slag, verdier, registrert.registrering)


def _samlet(deler: Sequence[Steg | UUID]) -> Plan:
    steg = tuple(del_ for del_ in deler if isinstance(del_, Steg))
    er_alt = next((del_ for del_ in deler if isinstance(del_, UUID)), None)
    return Plan(steg, None if steg else Grunn.ALT_REGISTRERT, er_alt)
