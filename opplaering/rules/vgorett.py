"""The right to upper secondary and the place in the order of intake. Pure.

Opplæringslova §§ 5-1, 18-3, 18-4, 18-5 and 18-8; opplæringsforskrifta § 13-4. Ages are counted in school
years: a school year is named by the year it starts in (1 August), and what counts is the age a person
reaches that year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NoReturn

STARTMAANED = 8
L5_1, L18_3, L18_4 = "opplæringslova § 5-1", "opplæringslova § 18-3", "opplæringslova § 18-4"
L18_5, L18_8 = "opplæringslova § 18-5", "opplæringslova § 18-8"


class Rett(StrEnum):
    """What an application rests on: the codes of the list `vgorett`."""

    UNGDOM = "5_1"
    VOKSEN = "18_3"
    REKVALIFISERING = "18_4"
    UTEN = "18_5"
    UKJENT = "ukjent"


class Opplysning(StrEnum):
    """The facts a right is worked out from."""

    FOEDSELSDATO = "foedselsdato"
    VOKSEN = "voksen"
    GRUNNSKOLE = "grunnskole"
    UTLAND_VGO = "utland_vgo"
    KOMPETANSE = "kompetanse"
    REKVALIFISERT = "rekvalifisert"
    YRKESMAAL = "yrkesmaal"
    REGEL = "regel"
    """Not a fact: the rules of that school year, which we have from 2024."""


class Valg(StrEnum):
    """What the text of the law decides on the way."""

    FYLLER = "fyller"
    HAR_GRUNNLAG = "har_grunnlag"
    UTEN_GRUNNLAG = "uten_grunnlag"
    HAR_KOMPETANSE = "har_kompetanse"
    RETTEN_BRUKT = "retten_brukt"
    IKKE_YRKE = "ikke_yrke"
    FOR_UNG = "for_ung"
    UNGDOMSRETT = "ungdomsrett"
    VOKSENRETT = "voksenrett"
    REKVALIFISERING = "rekvalifisering"


class Realkompetanse(StrEnum):
    """Whether the applicant may have prior learning assessed (§ 18-8)."""

    RETT = "rett"
    ANBEFALING = "anbefaling"
    """Without the right to adult education: when the municipality or Nav recommends it."""
    UKJENT = "ukjent"


@dataclass(frozen=True)
class Regelversjon:
    """The ages of the law from a school year on: the last of youth, the first of adults."""

    fra: int
    ungdom_til: int
    voksen_fra: int


VERSJONER = (Regelversjon(fra=2024, ungdom_til=24, voksen_fra=19),)
# Place in the order of intake of adults, of four (§ 13-4). The third is § 18-7, which is not assessed here.
REKKEFOELGE = {Rett.VOKSEN: 1, Rett.REKVALIFISERING: 2, Rett.UTEN: 4}


@dataclass(frozen=True, kw_only=True)
class Soekerfakta:
    """What is known about an applicant; None is not known.

    Attributes:
        voksen: applies for education for adults.
        grunnskole: has completed grunnskole or the like.
        utland_vgo: has completed upper secondary abroad that is not approved in Norway.
        kompetanse: has studie- or yrkeskompetanse from upper secondary that holds in Norway.
        rekvalifisert: has used the right to one new vocational competence.
        yrkesmaal: one of the wishes is yrkeskompetanse.
    """

    foedselsdato: date | None = None
    voksen: bool
    grunnskole: bool | None = None
    utland_vgo: bool | None = None
    kompetanse: bool | None = None
    rekvalifisert: bool | None = None
    yrkesmaal: bool = False


@dataclass(frozen=True)
class Steg:
    """One line of the calculation: a fact that was read, or what the law says about it.

    A day that was kept and read again is its ISO text.
    """

    hva: Opplysning | Valg
    verdi: date | int | bool | str
    hjemmel: str = ""


@dataclass(frozen=True)
class Vurdering:
    """The right, or what is missing to say; always with the steps so far."""

    rett: Rett
    realkompetanse: Realkompetanse
    skoleaar: int
    versjon: int | None
    mangler: tuple[Opplysning, ...] = ()
    steg: tuple[Steg, ...] = ()

    @property
    def ubekreftet(self) -> bool:
        """True when the age of § 18-4 was used: that it is the age of § 18-3, is our reading."""
        return any(s.hjemmel == L18_4 and s.hva in (Valg.FOR_UNG, Valg.REKVALIFISERING) for s in self.steg)

    @property
    def rekkefoelge(self) -> int | None:
        """Place in the order of intake of adults, 1 to 4 (§ 13-4); None for youth, and while unknown."""
        return REKKEFOELGE.get(self.rett)


def skoleaar(dag: date) -> int:
    """Return the school year a day is in: the year it started."""
    return dag.year if dag.month >= STARTMAANED else dag.year - 1


def rettsversjon(aar: int) -> Regelversjon | None:
    """Return the ages that hold for a school year; None before the act of 2024."""
    return max((v for v in VERSJONER if v.fra <= aar), key=lambda v: v.fra, default=None)


def vurder_rett(f: Soekerfakta, aar: int) -> Vurdering:
    """Return the right of an applicant for the school year that starts in `aar`."""
    regning = _Regning(f, aar)
    try:
        rett = regning.rett()
    except _Mangler as mangler:
        return Vurdering(
            Rett.UKJENT, Realkompetanse.UKJENT, aar, regning.versjonsaar, mangler.hva, tuple(regning.steg)
        )
    return Vurdering(rett, regning.realkompetanse(rett), aar, regning.versjonsaar, (), tuple(regning.steg))


class _Mangler(Exception):
    def __init__(self, *hva: Opplysning) -> None:
        self.hva = hva


@dataclass
class _Regning:
    """The working of one calculation."""

    f: Soekerfakta
    aar: int
    steg: list[Steg] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._versjon = rettsversjon(self.aar)

    @property
    def versjonsaar(self) -> int | None:
        return self._versjon.fra if self._versjon else None

    def rett(self) -> Rett:
        """Return the right. Raises _Mangler."""
        if self._versjon is None:
            raise _Mangler(Opplysning.REGEL)
        if self.f.kompetanse is None:
            self._mangler(Opplysning.KOMPETANSE, Opplysning.FOEDSELSDATO)
        self._les(Opplysning.KOMPETANSE)
        return self._med_kompetanse(self._versjon) if self.f.kompetanse else self._uten(self._versjon)

    def _med_kompetanse(self, v: Regelversjon) -> Rett:
        """Those who have competence already: one new, vocational (§ 18-4)."""
        self._lov(Valg.HAR_KOMPETANSE, L18_4)
        if self.f.rekvalifisert is None:
            self._mangler(Opplysning.REKVALIFISERT, Opplysning.FOEDSELSDATO)
        self._les(Opplysning.REKVALIFISERT)
        if self.f.rekvalifisert:
            return self._gir(Rett.UTEN, Valg.RETTEN_BRUKT, L18_5)
        self._les(Opplysning.YRKESMAAL)
        if not self.f.yrkesmaal:
            return self._gir(Rett.UTEN, Valg.IKKE_YRKE, L18_4)
        if self._fyller() < v.voksen_fra:
            return self._gir(Rett.UTEN, Valg.FOR_UNG, L18_4)
        return self._gir(Rett.REKVALIFISERING, Valg.REKVALIFISERING, L18_4)

    def _uten(self, v: Regelversjon) -> Rett:
        """Those without: the right of youth, or of adults, when they have what it takes to begin."""
        if not self._har_grunnlag():
            return self._gir(Rett.UTEN, Valg.UTEN_GRUNNLAG, L18_5)
        self._lov(Valg.HAR_GRUNNLAG, L5_1)
        fyller = self._fyller()
        self._les(Opplysning.VOKSEN)
        if fyller > v.ungdom_til or (self.f.voksen and fyller >= v.voksen_fra):
            return self._gir(Rett.VOKSEN, Valg.VOKSENRETT, L18_3)
        if self.f.voksen and not self.f.utland_vgo:
            self._lov(Valg.FOR_UNG, L18_3)
        return self._gir(Rett.UNGDOM, Valg.UNGDOMSRETT, L5_1)

    def _har_grunnlag(self) -> bool:
        """Grunnskole, or upper secondary from abroad that is not approved (§ 5-1): one of them is enough."""
        svar = {Opplysning.GRUNNSKOLE: self.f.grunnskole, Opplysning.UTLAND_VGO: self.f.utland_vgo}
        if not any(svar.values()) and None in svar.values():
            self._mangler(*svar, Opplysning.FOEDSELSDATO)
        for hva in svar:
            self._les(hva)
        return any(svar.values())

    def realkompetanse(self, rett: Rett) -> Realkompetanse:
        """Return whether there is a right to have prior learning assessed: it follows adult education."""
        v = self._versjon
        voksen = rett in (Rett.VOKSEN, Rett.REKVALIFISERING)
        if rett is Rett.UNGDOM and v is not None:
            voksen = bool(self.f.utland_vgo) or self._fyller() >= v.voksen_fra
        return Realkompetanse.RETT if voksen else Realkompetanse.ANBEFALING

    def _fyller(self) -> int:
        """Return the age reached in the year the school year starts."""
        if self.f.foedselsdato is None:
            raise _Mangler(Opplysning.FOEDSELSDATO)
        self._les(Opplysning.FOEDSELSDATO)
        fyller = self.aar - self.f.foedselsdato.year
        self._skriv(Steg(Valg.FYLLER, fyller))
        return fyller

    def _mangler(self, *hva: Opplysning) -> NoReturn:
        """Stop, and say all of these that are not known."""
        raise _Mangler(*(en for en in hva if getattr(self.f, en) is None))

    def _les(self, hva: Opplysning) -> None:
        verdi = getattr(self.f, hva)
        if verdi is not None:
            self._skriv(Steg(hva, verdi))

    def _gir(self, rett: Rett, valg: Valg, hjemmel: str) -> Rett:
        self._lov(valg, hjemmel)
        return rett

    def _lov(self, valg: Valg, hjemmel: str) -> None:
        self._skriv(Steg(valg, True, hjemmel))

    def _skriv(self, steg: Steg) -> None:
        if steg not in self.steg:
            self.steg.append(steg)
