"""Who is responsible for training in norsk and samfunnskunnskap (integreringsloven § 30). Pure.

The county, for those with a right under § 26 first paragraph who go to upper secondary full time, or to an
offer that combines grunnskole and upper secondary when it has the main responsibility. Else the municipality.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from integrering.grunnmur.datoer import alder, pluss_aar
from opplaering.rules.fulltid import fulltid

PAR_26, PAR_26_5, PAR_28 = (
    "integreringsloven § 26",
    "integreringsloven § 26 femte ledd",
    "integreringsloven § 28",
)
PAR_30_1, PAR_30_2 = "integreringsloven § 30 første ledd", "integreringsloven § 30 andre ledd"
PAR_30_3 = "integreringsloven § 30 tredje ledd"
MYNDIG, SLUTTALDER = 18, 67


class Ansvarlig(StrEnum):
    """Who is responsible."""

    FYLKE = "fylke"
    KOMMUNE = "kommune"
    INGEN = "ingen"
    """§ 30 does not concern the person."""
    UKJENT = "ukjent"


class Hovedansvar(StrEnum):
    """What was decided of a combination class."""

    FYLKE = "fylke"
    KOMMUNE = "kommune"
    UAVKLART = "uavklart"


class Maalgruppe(StrEnum):
    """Codes of the list `opplaeringsmaalgruppe`."""

    PROGRAM = "program"
    RETT_PLIKT = "rett_plikt"
    PLIKT = "plikt"
    UTEN = "uten"


class Steg(StrEnum):
    """What was looked at, or what the law says of it: the lines of the calculation."""

    DAG = "dag"
    MAALGRUPPE = "maalgruppe"
    PERIODE = "periode"
    TIMER = "timer"
    HAR_RETT = "har_rett"
    BARE_PLIKT = "bare_plikt"
    VERKEN_RETT_ELLER_PLIKT = "verken_rett_eller_plikt"
    FOEDT_UKJENT = "foedt_ukjent"
    UNDER_18 = "under_18"
    FYLT_67 = "fylt_67"
    IKKE_BEGYNT = "ikke_begynt"
    SLUTTET = "sluttet"
    HELTID = "heltid"
    HELTID_FOR_HAAND = "heltid_for_haand"
    DELTID = "deltid"
    DELTID_FOR_HAAND = "deltid_for_haand"
    KOMBINASJON_FYLKET = "kombinasjon_fylket"
    KOMBINASJON_KOMMUNEN = "kombinasjon_kommunen"
    KOMBINASJON_UAVKLART = "kombinasjon_uavklart"
    KOMBINASJON_IKKE_BESTEMT = "kombinasjon_ikke_bestemt"


@dataclass(frozen=True, kw_only=True)
class Skolefakta:
    """What decides, of one period at a school.

    Attributes:
        foedt: birth date; None when unknown.
        innvilget: the day the permit was granted; None when unknown: then the age on the day counts.
        timer_per_uke: hours of teaching a week.
        fulltid_overstyrt: what was decided by hand of full time, if anything.
        hovedansvar: what was decided of the combination class by the day; None when nothing is.
    """

    maalgruppe: Maalgruppe
    fra: date
    timer_per_uke: Decimal
    foedt: date | None = None
    innvilget: date | None = None
    til: date | None = None
    fulltid_overstyrt: bool | None = None
    kombinasjonsklasse: bool = False
    hovedansvar: Hovedansvar | None = None


@dataclass(frozen=True)
class Ansvarslinje:
    """A line of the calculation: what, its value where it has one, and the paragraph."""

    steg: Steg
    verdi: str | date | Decimal = ""
    hjemmel: str = ""


@dataclass(frozen=True)
class Ansvar:
    """Who is responsible, how it came about, and whether a decision on the combination class is missing."""

    hvem: Ansvarlig
    linjer: tuple[Ansvarslinje, ...]
    mangler_bestemmelse: bool = False

    @property
    def grunn(self) -> Ansvarslinje:
        """The line that decided."""
        return self.linjer[-1]


def ansvar(f: Skolefakta, dag: date) -> Ansvar:
    """Return who is responsible on a day, and why."""
    linjer = [Ansvarslinje(Steg.DAG, dag), Ansvarslinje(Steg.MAALGRUPPE, f.maalgruppe.value)]
    hvem, grunn = _utenfor(f, dag) or _etter_tid(f, dag) or _etter_tilbudet(f)
    if grunn.steg in _AV_TIDEN:
        linjer.append(Ansvarslinje(Steg.PERIODE, f.til if grunn.steg is Steg.SLUTTET and f.til else f.fra))
    if grunn.steg in _AV_TIMENE:
        linjer.append(Ansvarslinje(Steg.TIMER, f.timer_per_uke))
    if grunn.steg in _AV_TIMENE | _AV_TIDEN | _AV_KLASSEN:
        linjer.append(Ansvarslinje(Steg.HAR_RETT, hjemmel=f"{PAR_26} første ledd"))
    linjer.append(grunn)
    return Ansvar(hvem, tuple(linjer), grunn.steg is Steg.KOMBINASJON_IKKE_BESTEMT)


_AV_TIDEN = frozenset({Steg.IKKE_BEGYNT, Steg.SLUTTET})
_AV_TIMENE = frozenset({Steg.HELTID, Steg.HELTID_FOR_HAAND, Steg.DELTID, Steg.DELTID_FOR_HAAND})
_AV_KLASSEN = frozenset(
    {
        Steg.KOMBINASJON_FYLKET,
        Steg.KOMBINASJON_KOMMUNEN,
        Steg.KOMBINASJON_UAVKLART,
        Steg.KOMBINASJON_IKKE_BESTEMT,
    }
)
_Svar = tuple[Ansvarlig, Ansvarslinje]


def _utenfor(f: Skolefakta, dag: date) -> _Svar | None:
    """Those § 26 first paragraph does not give a right, whatever school they go to."""
    if f.maalgruppe is Maalgruppe.UTEN:
        return Ansvarlig.INGEN, Ansvarslinje(Steg.VERKEN_RETT_ELLER_PLIKT, hjemmel=PAR_26)
    if f.foedt is None:
        return Ansvarlig.UKJENT, Ansvarslinje(Steg.FOEDT_UKJENT, hjemmel=f"{PAR_26} første ledd")
    if alder(f.foedt, f.innvilget or dag) < MYNDIG:
        return Ansvarlig.INGEN, Ansvarslinje(Steg.UNDER_18, f.foedt, PAR_26_5)
    if dag >= pluss_aar(f.foedt, SLUTTALDER):
        return Ansvarlig.INGEN, Ansvarslinje(Steg.FYLT_67, f.foedt, PAR_26_5)
    if f.maalgruppe is Maalgruppe.PLIKT:
        return Ansvarlig.KOMMUNE, Ansvarslinje(Steg.BARE_PLIKT, hjemmel=f"{PAR_28} og § 30 andre ledd")
    return None


def _etter_tid(f: Skolefakta, dag: date) -> _Svar | None:
    """The county's responsibility begins when upper secondary does, and ends with it."""
    if dag < f.fra:
        return Ansvarlig.KOMMUNE, Ansvarslinje(Steg.IKKE_BEGYNT, hjemmel=PAR_30_3)
    if f.til and dag > f.til:
        return Ansvarlig.KOMMUNE, Ansvarslinje(Steg.SLUTTET, hjemmel=PAR_30_1)
    return None


def _etter_tilbudet(f: Skolefakta) -> _Svar:
    return _kombinasjon(f.hovedansvar) if f.kombinasjonsklasse else _ordinaert(f)


def _kombinasjon(bestemt: Hovedansvar | None) -> _Svar:
    """§ 30 second paragraph: whoever has the main responsibility; the county when it cannot be decided."""
    match bestemt:
        case Hovedansvar.KOMMUNE:
            return Ansvarlig.KOMMUNE, Ansvarslinje(Steg.KOMBINASJON_KOMMUNEN, hjemmel=PAR_30_2)
        case Hovedansvar.FYLKE:
            return Ansvarlig.FYLKE, Ansvarslinje(Steg.KOMBINASJON_FYLKET, hjemmel=PAR_30_2)
        case Hovedansvar.UAVKLART:
            return Ansvarlig.FYLKE, Ansvarslinje(Steg.KOMBINASJON_UAVKLART, hjemmel=PAR_30_2)
    return Ansvarlig.FYLKE, Ansvarslinje(Steg.KOMBINASJON_IKKE_BESTEMT, hjemmel=PAR_30_2)


def _ordinaert(f: Skolefakta) -> _Svar:
    heltid = fulltid(f.timer_per_uke, f.fulltid_overstyrt)
    if heltid.ja:
        steg = Steg.HELTID_FOR_HAAND if heltid.bestemt_for_haand else Steg.HELTID
        return Ansvarlig.FYLKE, Ansvarslinje(steg, hjemmel=PAR_30_2)
    steg = Steg.DELTID_FOR_HAAND if heltid.bestemt_for_haand else Steg.DELTID
    return Ansvarlig.KOMMUNE, Ansvarslinje(steg, hjemmel=PAR_30_1)


class Krav(StrEnum):
    """What the law requires of the one who is responsible, or not."""

    SAMF_75_TIMER = "samf_75_timer"
    NORSKPLAN = "norskplan"
    SAMF_PROEVE_ETT_AAR = "samf_proeve_ett_aar"
    NORSK_TID = "norsk_tid"
    PROEVEPLIKT = "proeveplikt"
    VGO_LAEREPLAN = "vgo_laereplan"


@dataclass(frozen=True)
class Foelge:
    """Whether a requirement applies while the county is responsible, and where that is said."""

    krav: Krav
    gjelder: bool
    hjemmel: str


def foelger(hvem: Ansvarlig, *, kollektiv: bool = False) -> tuple[Foelge, ...]:
    """Return what applies and what does not while the county is responsible; () when it is not.

    Args:
        hvem: who is responsible.
        kollektiv: the person has a permit of utlendingsloven § 34. Then the municipality makes the norskplan
            all the same, and there is neither a right nor a duty to social studies (§ 37 d).
    """
    if hvem is not Ansvarlig.FYLKE:
        return ()
    felles = (
        Foelge(Krav.NORSK_TID, True, "integreringsloven § 37 d" if kollektiv else "integreringsloven § 32"),
        Foelge(Krav.VGO_LAEREPLAN, True, "integreringsforskriften § 19 a"),
    )
    if kollektiv:
        return (*felles, Foelge(Krav.NORSKPLAN, True, "integreringsloven § 37 d"))
    return (
        *felles,
        Foelge(Krav.PROEVEPLIKT, True, "integreringsloven § 37 første ledd"),
        Foelge(Krav.SAMF_75_TIMER, False, "integreringsloven § 33 andre ledd"),
        Foelge(Krav.NORSKPLAN, False, "integreringsloven § 34"),
        Foelge(Krav.SAMF_PROEVE_ETT_AAR, False, "integreringsloven § 37 andre ledd"),
    )
