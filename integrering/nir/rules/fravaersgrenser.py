"""Is an absence or leave inside its limit, given the earlier ones? Tells with the numbers, never refuses.

Forskriften §§ 5–9, 11–18 in the programme, §§ 29–33 for those who only train Norwegian and social studies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from integrering.grunnmur.datoer import pluss_aar, pluss_maaneder
from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.fravaer import VELFERD, Fravaer, Fravaerstype, Omsorg, Opplegg
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lovfrister import egenmelding_fra, varsel_religion
from integrering.nir.rules.regelkoder import Grunn, Regelkode
from integrering.nir.rules.regelsett import Enhet
from integrering.nir.rules.utregning import Mangler, Utregning, regel


class Vindu(StrEnum):
    """What is counted together."""

    PER_GANG = "per_gang"
    KALENDERAAR = "kalenderaar"
    SISTE_12_MAANEDER = "siste_12_maaneder"
    SISTE_16_DAGER = "siste_16_dager"
    PER_BARN = "per_barn"
    """Rows about the same child."""
    SAMLET = "samlet"


class Merknad(StrEnum):
    """Other things worth telling before saving."""

    EGENMELDING_FOER_TIDEN = "egenmelding_foer_tiden"
    EGENMELDING_KAN_BORTFALLE = "egenmelding_kan_bortfalle"
    BARNET_FOR_GAMMELT = "barnet_for_gammelt"
    UTENFOR_FOERSTE_LEVEAAR = "utenfor_foerste_leveaar"
    VARSLET_FOR_SENT = "varslet_for_sent"


@dataclass(frozen=True)
class Grensesjekk:
    """How much is used of one limit, the new absence included."""

    brukt: int
    grense: int
    enhet: Enhet
    vindu: Vindu
    hjemmel: str

    @property
    def over(self) -> int:
        """How much is beyond the limit; 0 inside it."""
        return max(0, self.brukt - self.grense)


@dataclass(frozen=True)
class _Grense:
    """A limit of a kind; `typer` are counted together."""

    kode: Regelkode
    vindu: Vindu
    typer: frozenset[Fravaerstype]


def _g(kode: Regelkode, vindu: Vindu, *typer: Fravaerstype) -> _Grense:
    return _Grense(kode, vindu, frozenset(typer))


_T, _R = Fravaerstype, Regelkode
_FOR_INTRO: tuple[_Grense, ...] = (
    _g(_R.SVANGERSKAP_DAGER, Vindu.PER_BARN, _T.SVANGERSKAP),
    _g(_R.FOEDSEL_MOR_DAGER, Vindu.PER_BARN, _T.FOEDSEL_MOR),
    _g(_R.FOEDSEL_FAR_DAGER, Vindu.PER_BARN, _T.FOEDSEL_FAR),
    _g(_R.VELFERD_BARNEHAGE_DAGER, Vindu.PER_GANG, _T.VELFERD_BARNEHAGE),
    _g(_R.VELFERD_SKOLESTART_DAGER, Vindu.PER_GANG, _T.VELFERD_SKOLESTART),
    _g(_R.VELFERD_VIGSEL_DAGER, Vindu.PER_GANG, _T.VELFERD_VIGSEL),
    _g(_R.VELFERD_DOEDSFALL_DAGER, Vindu.PER_GANG, _T.VELFERD_DOEDSFALL),
    _Grense(_R.VELFERD_DAGER, Vindu.KALENDERAAR, VELFERD),
    _g(_R.FRED_DAGER, Vindu.KALENDERAAR, _T.FRED),
    _g(_R.RELIGION_DAGER, Vindu.KALENDERAAR, _T.RELIGION),
    _g(_R.FERIE_DAGER, Vindu.KALENDERAAR, _T.FERIE),
    _g(_R.SYKDOM_TID, Vindu.SAMLET, _T.LANGVARIG_SYKDOM),
    _g(_R.OMSORG_TID, Vindu.PER_BARN, _T.OMSORG_FOEDSEL, _T.OMSORG_ADOPSJON),
)
_FOR_NORSK: tuple[_Grense, ...] = (
    *_FOR_INTRO[3:7],
    _Grense(_R.NORSK_VELFERD_DAGER, Vindu.KALENDERAAR, VELFERD | {_T.RELIGION}),
    _g(_R.NORSK_RELIGION_DAGER, Vindu.KALENDERAAR, _T.RELIGION),
    _g(_R.NORSK_FRED_DAGER, Vindu.KALENDERAAR, _T.FRED),
    _g(_R.NORSK_SYKDOM_TID, Vindu.SAMLET, _T.LANGVARIG_SYKDOM),
    _g(_R.NORSK_OMSORG_TID, Vindu.PER_BARN, _T.OMSORG_FOEDSEL, _T.OMSORG_ADOPSJON),
)


@regel
def grenser(
    u: Utregning,
    ny: Fravaer,
    tidligere: Iterable[Fravaer] = (),
    *,
    opplegg: Opplegg = Opplegg.INTRO,
    omsorg: Omsorg | None = None,
) -> tuple[Grensesjekk, ...]:
    """Return each limit the new absence touches, and how much of it is used. Empty: no limit for this kind.

    Args:
        tidligere: the other rows of the person that hold.
        omsorg: for a sick child and for parental leave.

    Raises nothing: outside the programme kinds that are not in §§ 30–33 do not apply.
    """
    rader = [*tidligere, ny]
    if opplegg is Opplegg.NORSK and not any(ny.type in g.typer for g in _FOR_NORSK):
        u.gjelder_ikke(Grunn.INGEN_PERMISJONSREGEL, "integreringsforskriften § 30 tredje ledd")
    if ny.type is Fravaerstype.EGENMELDING:
        return (_egenmelding(u, ny, rader),)
    if ny.type is Fravaerstype.BARN_SYKDOM:
        return (_barns_sykdom(u, ny, rader, omsorg),)
    sett = _FOR_INTRO if opplegg is Opplegg.INTRO else _FOR_NORSK
    return tuple(s for g in sett if ny.type in g.typer for s in _sjekk(u, g, ny, rader, omsorg))


@regel
def merknader(
    u: Utregning, ny: Fravaer, tidligere: Iterable[Fravaer] = (), *, omsorg: Omsorg | None = None
) -> tuple[Merknad, ...]:
    """Return what else is unusual about an absence in the programme."""
    match ny.type:
        case Fravaerstype.EGENMELDING:
            return _om_egenmelding(u, ny, [*tidligere, ny])
        case Fravaerstype.BARN_SYKDOM:
            return _om_barnets_alder(u, ny, omsorg)
        case Fravaerstype.OMSORG_FOEDSEL | Fravaerstype.OMSORG_ADOPSJON:
            return _om_omsorg(u, ny)
        case Fravaerstype.RELIGION if ny.varslet:
            sent = ny.varslet > varsel_religion.i(u, ny.fra).dato
            return (Merknad.VARSLET_FOR_SENT,) if sent else ()
    return ()


@regel
def samf_fravaer_kan_tas_igjen(u: Utregning, timer_borte: int, timer_plan: int, med_lege: bool) -> bool:
    """Return True when missed hours of social studies may be taken again free of charge (§ 29)."""
    prosent = u.regel(Regelkode.SAMF_FRAVAER_PROSENT).tall
    u.ut(Mellomregning.BRUKT, timer_borte)
    return med_lege or timer_borte * 100 <= prosent * timer_plan


def _sjekk(
    u: Utregning, g: _Grense, ny: Fravaer, rader: Sequence[Fravaer], omsorg: Omsorg | None
) -> list[Grensesjekk]:
    rad = u.regel(g.kode)
    like = [f for f in rader if f.type in g.typer]
    if rad.enhet is Enhet.MAANEDER:
        return [_i_maaneder(u, g, ny, like, omsorg)]
    if g.vindu is Vindu.KALENDERAAR:
        aarene = range(ny.fra.year, ny.til.year + 1)
        brukt = [sum(f.virkedager(date(aar, 1, 1), date(aar, 12, 31)) for f in like) for aar in aarene]
    elif g.vindu is Vindu.PER_BARN:
        brukt = [sum(f.virkedager() for f in _samme_barn(ny, like))]
    else:
        brukt = [ny.virkedager()]
    return [_ferdig(u, dager, rad.tall, rad.enhet, g.vindu, rad.hjemmel) for dager in brukt]


def _i_maaneder(
    u: Utregning, g: _Grense, ny: Fravaer, like: Sequence[Fravaer], omsorg: Omsorg | None
) -> Grensesjekk:
    """Months are compared as days: from the first day of the leave that many months on."""
    rad = u.regel(g.kode)
    rader = _samme_barn(ny, like) if g.vindu is Vindu.PER_BARN else list(like)
    start = min(f.fra for f in rader)
    grense = (pluss_maaneder(start, rad.tall) - start).days
    if g.kode is Regelkode.OMSORG_TID and omsorg and omsorg.begge_i_program:
        grense -= u.regel(Regelkode.OMSORG_FORBEHOLDT).tall
    return _ferdig(u, sum(f.kalenderdager for f in rader), grense, Enhet.DAGER, g.vindu, rad.hjemmel)


def _samme_barn(ny: Fravaer, like: Sequence[Fravaer]) -> list[Fravaer]:
    if ny.barn_foedt is None:
        raise Mangler(Felt.BARNETS_FOEDSELSDATO)
    return [f for f in like if f.barn_foedt == ny.barn_foedt]


def _egenmelding(u: Utregning, ny: Fravaer, rader: Sequence[Fravaer]) -> Grensesjekk:
    """Three calendar days at a time; days without a doctor's statement in the 16 days before count (§ 8)."""
    rad = u.regel(Regelkode.EGENMELDING_DAGER)
    vindu = ny.fra - timedelta(u.regel(Regelkode.EGENMELDING_VINDU).tall)
    brukt = sum(f.kalenderdager_i(vindu, ny.til) for f in rader if f.type is Fravaerstype.EGENMELDING)
    return _ferdig(u, brukt, rad.tall, rad.enhet, Vindu.SISTE_16_DAGER, rad.hjemmel)


def _barns_sykdom(u: Utregning, ny: Fravaer, rader: Sequence[Fravaer], omsorg: Omsorg | None) -> Grensesjekk:
    """Working days in the last twelve months; more for several or chronically ill ones (§ 7)."""
    if omsorg is None:
        raise Mangler(Felt.BARN_UNDER_18)
    if omsorg.kronisk:
        rad = u.regel(Regelkode.BARN_DAGER_KRONISK)
    elif omsorg.antall_barn > u.regel(Regelkode.BARN_FLERE_ENN).tall:
        rad = u.regel(Regelkode.BARN_DAGER_FLERE)
    else:
        rad = u.regel(Regelkode.BARN_DAGER)
    grense = rad.tall * (u.regel(Regelkode.BARN_ALENE_GANGER).tall if omsorg.alene else 1)
    fra = pluss_maaneder(ny.til, -u.regel(Regelkode.BARN_VINDU).tall) + timedelta(1)
    brukt = sum(f.virkedager(fra, ny.til) for f in rader if f.type is Fravaerstype.BARN_SYKDOM)
    return _ferdig(u, brukt, grense, rad.enhet, Vindu.SISTE_12_MAANEDER, rad.hjemmel)


def _ferdig(u: Utregning, brukt: int, grense: int, enhet: Enhet, vindu: Vindu, hjemmel: str) -> Grensesjekk:
    u.ut(Mellomregning.BRUKT, brukt)
    u.ut(Mellomregning.GRENSE, grense)
    return Grensesjekk(brukt, grense, enhet, vindu, hjemmel)


def _om_egenmelding(u: Utregning, ny: Fravaer, rader: Sequence[Fravaer]) -> tuple[Merknad, ...]:
    funn = []
    if ny.fra < egenmelding_fra.i(u).dato:
        funn.append(Merknad.EGENMELDING_FOER_TIDEN)
    fra = pluss_maaneder(ny.til, -u.regel(Regelkode.EGENMELDING_TAP_VINDU).tall)
    antall = sum(
        f.type is Fravaerstype.EGENMELDING and fra < f.fra <= ny.til and not f.lege_fra_fjerde_dag
        for f in rader
    )
    u.ut(Mellomregning.BRUKT, antall)
    if antall >= u.regel(Regelkode.EGENMELDING_TAP_ANTALL).tall:
        funn.append(Merknad.EGENMELDING_KAN_BORTFALLE)
    return tuple(funn)


def _om_barnets_alder(u: Utregning, ny: Fravaer, omsorg: Omsorg | None) -> tuple[Merknad, ...]:
    """Through the calendar year the child is 12, or 18 when chronically ill (§ 6)."""
    if ny.barn_foedt is None:
        raise Mangler(Felt.BARNETS_FOEDSELSDATO)
    kronisk = omsorg is not None and omsorg.kronisk
    grense = u.regel(Regelkode.BARN_ALDER_KRONISK if kronisk else Regelkode.BARN_ALDER).tall
    return (Merknad.BARNET_FOR_GAMMELT,) if ny.til.year > ny.barn_foedt.year + grense else ()


def _om_omsorg(u: Utregning, ny: Fravaer) -> tuple[Merknad, ...]:
    """Leave after a birth is in the child's first year; after adoption the child is under 15 (§§ 16, 33)."""
    if ny.barn_foedt is None:
        raise Mangler(Felt.BARNETS_FOEDSELSDATO)
    if ny.type is Fravaerstype.OMSORG_FOEDSEL:
        return (Merknad.UTENFOR_FOERSTE_LEVEAAR,) if ny.til >= pluss_aar(ny.barn_foedt, 1) else ()
    for_gammelt = ny.fra >= pluss_aar(ny.barn_foedt, u.regel(Regelkode.ADOPSJON_ALDER).tall)
    return (Merknad.BARNET_FOR_GAMMELT,) if for_gammelt else ()
