"""How long the introduction programme may last, and towards which goals.

Integreringsloven §§ 13, 14, 14 a; forskriften §§ 3, 4, 10, 19, 75, 76. Older offers follow the act of 2020.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from integrering.grunnmur.datoer import alder, pluss_maaneder
from integrering.nir.rules import sluttmaal as sm
from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.fravaer import TIMEVIS, UTEN_TILLEGG, Fravaer
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lov import krev_integreringsloven
from integrering.nir.rules.regelkoder import Grunn, Regelkode
from integrering.nir.rules.sluttmaal import Sluttmaal
from integrering.nir.rules.utregning import Utregning, regel
from integrering.nir.rules.virkedager import pluss_virkedager


@dataclass(frozen=True)
class Sluttmaalvalg:
    """The goals that may be set; `hovedregel` is the one that shall be, where the law says so."""

    tillatt: tuple[Sluttmaal, ...]
    hovedregel: Sluttmaal | None = None


@dataclass(frozen=True)
class Programtid:
    """Longest time in months, the longest extension, and its condition (a code of FORLENGELSE_VILKAAR)."""

    maaneder: int
    forlengelse: int
    vilkaar: str = ""


@dataclass(frozen=True)
class Livsmestring:
    """Hours that shall be offered in each theme (forskriften § 4)."""

    helse: int
    karriere: int


@dataclass(frozen=True)
class Foreldreveiledning:
    """Fewest and most meetings in a group, or talks alone (forskriften § 3)."""

    moeter: tuple[int, int]
    samtaler: tuple[int, int]


@regel
def sluttmaal_valg(u: Utregning) -> Sluttmaalvalg:
    """Return which final goals the law leaves open (§§ 13, 14)."""
    krev_integreringsloven(u)
    med_vgs = u.ja(Felt.HAR_VGS)
    if u.regel(Regelkode.SLUTTMAAL_REGELVERK).verdi == "vedtatt_2020":
        return Sluttmaalvalg(sm.MED_VGS_FOER_2026 if med_vgs else sm.UTEN_VGS_FOER_2026)
    eldre = _alder_ved(u, Regelkode.SLUTTMAAL_ELDRE_MAALES)
    if eldre > u.regel(Regelkode.SLUTTMAAL_ELDRE_ALDER).tall:
        return Sluttmaalvalg((Sluttmaal.ARBEID,), Sluttmaal.ARBEID)
    if med_vgs:
        return Sluttmaalvalg(sm.MED_VGS)
    ung = _alder_ved(u, Regelkode.SLUTTMAAL_UNG_MAALES) < u.regel(Regelkode.SLUTTMAAL_UNG_ALDER).tall
    return Sluttmaalvalg(sm.UTEN_VGS, Sluttmaal.VGO if ung else None)


@regel
def programtid(u: Utregning) -> Programtid:
    """Return how long the programme may last for its goal (§§ 13, 14; before: the act of 2020)."""
    krev_integreringsloven(u)
    u.krev(Felt.SLUTTMAAL, Felt.HAR_VGS)
    maal, med_vgs = u.trenger(Felt.SLUTTMAAL), u.ja(Felt.HAR_VGS)
    if (maal in sm.MED_VGS) is not med_vgs and maal is not Sluttmaal.ARBEID:
        u.gjelder_ikke(Grunn.SLUTTMAAL_PASSER_IKKE, "integreringsloven §§ 13 og 14")
    navn = "VGS" if med_vgs else maal.name
    tid = u.regel(Regelkode[f"PROGRAMTID_{navn}"]).tall
    forlengelse = u.regel(Regelkode[f"FORLENGELSE_{navn}"]).tall
    if not forlengelse:
        return Programtid(tid, 0)
    formell = maal in (Sluttmaal.DELER_VGO, Sluttmaal.VGO)
    vilkaar = Regelkode.FORLENGELSE_VILKAAR_VGO if formell else Regelkode.FORLENGELSE_VILKAAR
    return Programtid(tid, forlengelse, u.regel(vilkaar).verdi)


@regel
def programslutt(u: Utregning, fravaer: Iterable[Fravaer] = (), forlenget: int = 0) -> date:
    """Return the last day of the programme.

    Args:
        fravaer: absence, time off and leave, added when together over ten working days (§§ 10, 19).
        forlenget: months of extension the municipality has granted; never more than the law allows.
    """
    tid = programtid.i(u)
    slutt = pluss_maaneder(u.dato(Felt.OPPSTART_INTRO), tid.maaneder + min(forlenget, tid.forlengelse))
    return pluss_virkedager(slutt - timedelta(1), tillegg.i(u, fravaer))


@regel
def tillegg(u: Utregning, fravaer: Iterable[Fravaer]) -> int:
    """Return the working days added to the programme (§§ 10, 19).

    All of it once the sum passes the threshold, without a counting period: our reading, kept as data.
    """
    sum_ = sum(f.virkedager() for f in fravaer if f.type not in UTEN_TILLEGG | TIMEVIS)
    u.ut(Mellomregning.FRAVAERSDAGER, sum_)
    if not sum_:
        return 0
    terskel = u.regel(Regelkode.TILLEGG_TERSKEL).tall
    if sum_ <= terskel:
        return 0
    legges_til = sum_ if u.regel(Regelkode.TILLEGG_OMFANG).verdi == "alt" else sum_ - terskel
    u.ut(Mellomregning.TILLEGG, legges_til)
    return legges_til


@regel
def livsmestring(u: Utregning) -> Livsmestring:
    """Return the hours of livsmestring to offer (forskriften § 4). Decisions before 2026: not known."""
    navn = "MED_VGS" if u.ja(Felt.HAR_VGS) else "UTEN_VGS"
    return Livsmestring(
        u.regel(Regelkode[f"LIVSMESTRING_HELSE_{navn}"]).tall,
        u.regel(Regelkode[f"LIVSMESTRING_KARRIERE_{navn}"]).tall,
    )


@regel
def foreldreveiledning(u: Utregning, kapasitetsunntak: bool = False) -> Foreldreveiledning:
    """Return the meetings or talks of parental guidance (§ 14 a; forskriften § 3)."""
    if not u.ja(Felt.BARN_UNDER_18):
        u.gjelder_ikke(Grunn.UTEN_BARN, "integreringsloven § 14 a andre ledd")
    navn = "KAPASITET" if kapasitetsunntak else "MIN"
    return Foreldreveiledning(
        (u.regel(Regelkode[f"FORELDRE_GRUPPE_{navn}"]).tall, u.regel(Regelkode.FORELDRE_GRUPPE_MAKS).tall),
        (
            u.regel(Regelkode[f"FORELDRE_SAMTALER_{navn}"]).tall,
            u.regel(Regelkode.FORELDRE_SAMTALER_MAKS).tall,
        ),
    )


def _alder_ved(u: Utregning, maales: Regelkode) -> int:
    """Return the age on the day §§ 13 and 14 leave unsaid: which one is data."""
    u.krev(Felt.FOEDT)
    felt = Felt(u.regel(maales).verdi)
    dag = (u.les(felt) or u.dag) if felt is Felt.VEDTAK_INTRO else u.dato(felt)
    aar = alder(u.dato(Felt.FOEDT), dag)
    u.ut(Mellomregning.ALDER, aar)
    return aar
