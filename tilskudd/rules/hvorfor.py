"""«Hvorfor får vi (ikke) tilskudd for denne personen?» as a list of conditions.

Each condition says whether it holds, the fact it rests on, and who can mend it. Texts: `tilskudd/tekster.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tilskudd.rules.datoer import alder, pluss_aar
from tilskudd.rules.fakta import Fakta, FulltidVgo, Versjon
from tilskudd.rules.opptjening import Satsnoekkel
from tilskudd.rules.ordninger import ALDER_TIL, LANDGRUPPER, ORDNING_FOR_TILLATELSE, Ordning, rett_alder
from tilskudd.rules.tilskuddsaar import Tilskuddsaar, ordning_for, utloeste_aar


class Kode(StrEnum):
    """What is asked."""

    TILLATELSE = "tillatelse"
    ALDER = "alder"
    UNDER_67 = "under_67"
    BOSATT = "bosatt"
    LANDGRUPPE = "landgruppe"
    VEDTAK = "vedtak"
    IKKE_STANSET = "ikke_stanset"
    SATS = "sats"
    VGO = "vgo"
    FULLTID = "fulltid"
    SLUTTDATO = "sluttdato"


class Hvem(StrEnum):
    """Who can mend a condition that does not hold."""

    INGEN = ""
    KOMMUNEN = "kommunen"
    FYLKET = "fylket"
    UTLENDINGSMYNDIGHETENE = "utlendingsmyndighetene"


HJEMMEL: dict[Kode, str] = {
    Kode.TILLATELSE: "integreringsloven §§ 9, 27, 28 og 37 d",
    Kode.ALDER: "integreringsloven § 26",
    Kode.UNDER_67: "integreringsloven § 26",
    Kode.BOSATT: "IMDi: folkeregistrert adresse avgjør mottakeren",
    Kode.LANDGRUPPE: "IMDi: høy og lav sats etter landbakgrunn",
    Kode.VEDTAK: "IMDi: første registrering i NIR",
    Kode.IKKE_STANSET: "integreringsloven kapittel 6",
    Kode.SATS: "Stortingets budsjettvedtak",
    Kode.VGO: "IMDi: andre registrering i NIR",
    Kode.FULLTID: "integreringsloven § 30; IMDi: minst 30 timer i uken",
    Kode.SLUTTDATO: "IMDi: start- og sluttdato for perioden",
}
_FOR_FYLKET = frozenset({Kode.VGO, Kode.FULLTID, Kode.SLUTTDATO})


@dataclass(frozen=True)
class Vilkaar:
    """One condition, the value it was judged by, and the versions of facts it rests on."""

    kode: Kode
    oppfylt: bool
    fakta: tuple[Versjon, ...] = ()
    verdier: Mapping[str, object] = field(default_factory=dict)
    hvem: Hvem = Hvem.INGEN

    @property
    def hjemmel(self) -> str:
        """Where the condition stands."""
        return HJEMMEL[self.kode]

    @property
    def bare_fylket(self) -> bool:
        """True for conditions that only decide whether the county gets the days."""
        return self.kode in _FOR_FYLKET


def vilkaar(fakta: Fakta, *, paa: date, satser: Mapping[Satsnoekkel, int]) -> tuple[Vilkaar, ...]:
    """Return all conditions of a person, judged by the visible facts.

    Args:
        fakta: the facts as held now, or at a cut-off.
        paa: the day that «under 67» and «not stopped» are judged for; later grant years are left out.
        satser: rates that may be used.
    """
    return (
        *_personen(fakta, paa),
        _vedtak(fakta),
        _stans(fakta, paa),
        *_satser(fakta, paa, satser),
        *_vgo(fakta),
    )


def _personen(fakta: Fakta, paa: date) -> tuple[Vilkaar, ...]:
    """Judge permit, age, country group and residence."""
    opplysning = fakta.personopplysning
    if opplysning is None:
        return (Vilkaar(Kode.TILLATELSE, False, hvem=Hvem.FYLKET), _bosatt(fakta))
    grunn = (opplysning,)
    foedt, innvilget = opplysning.foedselsdato, opplysning.tillatelse_dato
    fyller = pluss_aar(foedt, ALDER_TIL)
    ordning = ORDNING_FOR_TILLATELSE[opplysning.tillatelse]
    gitt = {"tillatelse": opplysning.tillatelse, "dato": innvilget}
    paa_dagen = {"alder": alder(foedt, innvilget), "dato": innvilget}
    ut = [
        Vilkaar(Kode.TILLATELSE, ordning is not None, grunn, gitt),
        Vilkaar(Kode.ALDER, rett_alder(foedt, innvilget), grunn, paa_dagen),
        Vilkaar(Kode.UNDER_67, paa < fyller, grunn, {"dato": fyller}),
    ]
    if ordning is Ordning.P_AR:
        kjent = opplysning.landgruppe in LANDGRUPPER
        verdier = {"landgruppe": opplysning.landgruppe}
        ut.append(Vilkaar(Kode.LANDGRUPPE, kjent, grunn, verdier, Hvem.INGEN if kjent else Hvem.FYLKET))
    return (*ut, _bosatt(fakta))


def _bosatt(fakta: Fakta) -> Vilkaar:
    """Judge whether there is a folkeregistrert kommune at all."""
    perioder = tuple(sorted(fakta.bosteder, key=lambda b: b.fra))
    verdier = {"dato": perioder[0].fra} if perioder else {}
    return Vilkaar(Kode.BOSATT, bool(perioder), perioder, verdier)


def _vedtak(fakta: Fakta) -> Vilkaar:
    """Judge the first registration."""
    vedtak = fakta.foerste_vedtak
    utloest = bool(utloeste_aar(fakta))
    if vedtak is None:
        return Vilkaar(Kode.VEDTAK, False, hvem=Hvem.KOMMUNEN)
    aktuell = utloest or ordning_for(fakta.personopplysning) is None or not fakta.bosteder
    hvem = Hvem.INGEN if aktuell else Hvem.KOMMUNEN
    verdier = {"dato": vedtak.startdato, "registrert": vedtak.registrert}
    return Vilkaar(Kode.VEDTAK, aktuell, (vedtak,), verdier, hvem)


def _stans(fakta: Fakta, paa: date) -> Vilkaar:
    """Judge whether training has been stopped for good."""
    stans = fakta.foerste_stans
    if stans is None:
        return Vilkaar(Kode.IKKE_STANSET, True)
    return Vilkaar(Kode.IKKE_STANSET, paa < stans.fra, (stans,), {"dato": stans.fra})


def _satser(fakta: Fakta, paa: date, satser: Mapping[Satsnoekkel, int]) -> list[Vilkaar]:
    """Judge each triggered grant year that has begun: is there a rate?"""
    return [_sats(aar, satser) for aar in utloeste_aar(fakta) if aar.fra <= paa]


def _sats(aar: Tilskuddsaar, satser: Mapping[Satsnoekkel, int]) -> Vilkaar:
    sats = satser.get((aar.ordning, aar.aar_nr, aar.landgruppe, aar.budsjettaar))
    verdier = {
        "ordning": aar.kode.rstrip("-"),
        "budsjettaar": aar.budsjettaar,
        "sats": sats,
        "fra": aar.fra,
        "slutt": aar.slutt,
    }
    return Vilkaar(Kode.SATS, sats is not None, (), verdier, Hvem.INGEN if sats is not None else Hvem.FYLKET)


def _vgo(fakta: Fakta) -> list[Vilkaar]:
    """Judge the second registration: a period, full-time, with an end date."""
    if not fakta.vgo:
        return [Vilkaar(Kode.VGO, False, hvem=Hvem.KOMMUNEN)]
    ut: list[Vilkaar] = []
    for periode in sorted(fakta.vgo, key=lambda p: p.fra):
        ut += _periode(periode)
    return ut


def _periode(periode: FulltidVgo) -> list[Vilkaar]:
    grunn = (periode,)
    dekning = {"fra": periode.fra, "til": periode.til, "registrert": periode.registrert}
    har_slutt = periode.til is not None
    hvem = Hvem.INGEN if har_slutt else Hvem.KOMMUNEN
    return [
        Vilkaar(Kode.VGO, True, grunn, dekning),
        Vilkaar(Kode.FULLTID, periode.fulltid, grunn, {"timer": periode.timer_per_uke}),
        Vilkaar(Kode.SLUTTDATO, har_slutt, grunn, {"dato": periode.til}, hvem),
    ]
