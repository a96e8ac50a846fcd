"""What is registered of one item of the checklist: all, part, nothing, or nothing yet. Pure."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from integrering.nir.rules.fra_registrerte import fravaer
from integrering.nir.rules.frister import registreringsfrist
from integrering.nir.rules.grunnlag import Grunnlag
from integrering.nir.rules.programtid import programslutt
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registrert import Registrert, Registrerte


class Omfang(StrEnum):
    """How much is registered."""

    HELT = "helt"
    DELVIS = "delvis"
    INTET = "intet"
    IKKE_ENNAA = "ikke_ennaa"
    """Nothing, and the day to register it has not come."""


class Statusgrunn(StrEnum):
    """Why a cell is as it is, where neither the law nor a missing fact says it."""

    NAAR_DET_SKJER = "naar_det_skjer"
    IKKE_STARTET = "ikke_startet"
    AVSLAG = "avslag"
    PLAN_UFULLSTENDIG = "plan_ufullstendig"
    IKKE_SIGNERT = "ikke_signert"
    INGEN_TILTAK_SISTE_MAANED = "ingen_tiltak_siste_maaned"
    FRAVAER_UAVKLART = "fravaer_uavklart"
    FOR_FAA_MOETER = "for_faa_moeter"
    FOR_FAA_TIMER = "for_faa_timer"
    UTEN_VEDTAKSDATO = "uten_vedtaksdato"
    UTEN_UTFALL = "uten_utfall"
    UTEN_HOVEDAKTIVITET = "uten_hovedaktivitet"
    PROGRAMTID_UTE = "programtid_ute"
    STANSET = "stanset"
    MAANEDER_MANGLER = "maaneder_mangler"
    UTEN_SLUTTDATO = "uten_sluttdato"
    IKKE_FULLTID = "ikke_fulltid"
    UTEN_HOVEDANSVAR = "uten_hovedansvar"
    VGO_UTEN_PERIODE = "vgo_uten_periode"


@dataclass(frozen=True, kw_only=True)
class Funn:
    """What was found about one item.

    Attributes:
        dato: the day of what is registered.
        siden: what the deadline counts from; `frist` the last day to register what is lacking.
        skjedd: for what is registered when it happens: it has.
        registrering: the one to correct, where no new one is called for.
    """

    omfang: Omfang
    dato: date | None = None
    siden: date | None = None
    frist: date | None = None
    grunn: Statusgrunn | None = None
    skjedd: bool = False
    registrering: UUID | None = None


@dataclass(frozen=True)
class Sak:
    """One person on one day, as the finders see it."""

    g: Grunnlag
    r: Registrerte
    regler: Regelsett
    dag: date

    @cached_property
    def programslutt(self) -> date | None:
        """The last day of the programme: longest time with absence, or an extension's; None: unknown."""
        regnet = programslutt(self.g, self.regler, self.dag, fravaer(self.r)).svar
        forlenget = [f.verdier["til"] for f in self.r.av("forlengelse")]
        return max([*forlenget, *([regnet] if regnet else [])], default=None)


Finner = Callable[[Sak], Funn]


def helt(rad: Registrert, dato: date | None = None) -> Funn:
    """Return that it is registered, by this registration."""
    return Funn(omfang=Omfang.HELT, dato=dato or rad.start)


def delvis(rad: Registrert, grunn: Statusgrunn, siden: date, *, rettes: bool = True) -> Funn:
    """Return that part of it lacks: to be registered within two months (forskriften §§ 58, 59)."""
    return Funn(
        omfang=Omfang.DELVIS, dato=rad.start, siden=siden, frist=registreringsfrist(siden), grunn=grunn,
        registrering=rad.registrering if rettes else None,
    )  # fmt: skip


def utgave(rad: Registrert | None, krav: Set[str], siden: date | None) -> Funn:
    """Return what the newest version of a plan says: whole when it holds all the law asks for."""
    if rad is None:
        return intet(siden)
    if set(rad.verdier["innhold"]) >= krav:
        return helt(rad)
    return delvis(rad, Statusgrunn.PLAN_UFULLSTENDIG, rad.start)


def intet(siden: date | None, grunn: Statusgrunn | None = None, *, skjedd: bool = False) -> Funn:
    """Return that it lacks: to be registered within two months of the day it was known, if there is one."""
    frist = registreringsfrist(siden) if siden else None
    return Funn(omfang=Omfang.INTET, siden=siden, frist=frist, grunn=grunn, skjedd=skjedd)


def innen(frist: date | None, siden: date | None) -> Funn:
    """Return that it lacks: to be done by a deadline of the law."""
    return Funn(omfang=Omfang.INTET, siden=siden, frist=frist)


IKKE_ENNAA = Funn(omfang=Omfang.IKKE_ENNAA)
