"""What is registered of the introduction programme, item by item (docs/registreringer.md). Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules import lovfrister
from integrering.nir.rules.beregning import Beregning
from integrering.nir.rules.frister import registreringsfrist
from integrering.nir.rules.funn import (
    IKKE_ENNAA,
    Finner,
    Funn,
    Omfang,
    Sak,
    Statusgrunn,
    delvis,
    helt,
    innen,
    intet,
    utgave,
)
from integrering.nir.rules.programtid import foreldreveiledning, livsmestring
from integrering.nir.rules.regelkoder import Regelkode
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.registrert import Registrert

# What the plan at least holds, and the reasons it gives (§ 15 third and fourth paragraph).
PLANKRAV = frozenset(
    {"sluttmaal", "norskmaal", "langsiktige_maal", "omfang", "varighet", "elementer", "klagemuligheter",
     "begrunnelse"}
)  # fmt: skip
# Holiday is no enkeltvedtak (forskriften § 69).
_UTEN_VEDTAK = frozenset({"ferie"})


def kartlegging(s: Sak) -> Funn:
    """The mapping of competence, also one from before the settlement (§§ 6, 10)."""
    rad = s.r.siste("kompetansekartlegging")
    return helt(rad) if rad else _lovens(lovfrister.kartlegging(s.g, s.regler, s.dag))


def vedtak(s: Sak) -> Funn:
    """The decision, or that the answer was no (§ 12)."""
    if rad := s.r.siste("vedtak-introduksjonsprogram"):
        return helt(rad, rad.verdier["vedtaksdato"])
    if avslag := s.r.siste("avslag", ordning="intro"):
        return Funn(omfang=Omfang.HELT, dato=avslag.start, grunn=Statusgrunn.AVSLAG)
    return _lovens(lovfrister.intro_vedtak_og_start(s.g, s.regler, s.dag))


def oppstart(s: Sak) -> Funn:
    """The start stands in the decision."""
    rad = s.r.siste("vedtak-introduksjonsprogram")
    return helt(rad) if rad else IKKE_ENNAA


def sluttmaal(s: Sak) -> Funn:
    """The goal, set with the decision (§§ 13, 14)."""
    rad = s.r.siste("sluttmaal")
    return helt(rad) if rad else intet(s.g.vedtak_intro)


def plan(s: Sak) -> Funn:
    """The newest version of the plan, with all that § 15 asks for."""
    return utgave(s.r.siste("integreringsplan"), PLANKRAV, s.g.vedtak_intro)


def kontrakt(s: Sak) -> Funn:
    """The contract, signed by both; a declaration by the participant (§ 16)."""
    rad = s.r.siste("integreringskontrakt")
    if rad is None:
        return intet(s.g.plan or s.g.vedtak_intro)
    slag = s.regler.verdi(Regelkode.PARTSDOKUMENT, s.g.plan or s.g.vedtak_intro or s.dag)
    begge = slag is None or slag.verdi == "integreringskontrakt"
    if rad.verdier["deltaker_signerte"] and (rad.verdier["kommune_signerte"] or not begge):
        return helt(rad)
    return delvis(rad, Statusgrunn.IKKE_SIGNERT, rad.start)


def tiltak(s: Sak) -> Funn:
    """Something in each month of the programme, leave counted; and no absence that is not cleared up."""
    start = s.g.oppstart_intro
    if start is None or start > s.dag:
        return IKKE_ENNAA
    rader = s.r.av("tiltak")
    if not rader:
        return intet(start)
    siste = min(s.dag, s.g.avsluttet_intro or s.dag)
    fra = max(start, pluss_maaneder(siste, -1) + timedelta(1))
    permisjoner = [p for p in s.r.av("permisjon") if p.verdier["ordning"] == "intro"]
    if not any(_dekker(rad, fra, siste) for rad in (*rader, *permisjoner)):
        slutter = [t.slutt for t in rader if t.slutt and t.slutt < fra]
        siden = max([start, *(dag + timedelta(1) for dag in slutter)])
        return delvis(rader[-1], Statusgrunn.INGEN_TILTAK_SISTE_MAANED, siden, rettes=False)
    uavklart = s.r.siste("fravaer", ordning="intro", fravaer="ikke_avklart")
    if uavklart:
        return delvis(uavklart, Statusgrunn.FRAVAER_UAVKLART, uavklart.verdier["til"])
    return helt(rader[-1])


def foreldre(s: Sak) -> Funn:
    """Guidance carried out, in as many meetings as the regulation at the least accepts (forskriften § 3)."""
    rader = s.r.av("foreldreveiledning")
    if not rader:
        return _foer_slutt(s)
    # whoever was guided has children, also where that is not registered
    g = replace(s.g, barn_under_18=True)
    minste = foreldreveiledning(g, s.regler, s.dag, kapasitetsunntak=True).svar
    minste = minste or foreldreveiledning(g, s.regler, s.dag).svar
    krav = {"gruppe": minste.moeter[0], "individuell": minste.samtaler[0]} if minste else {}
    siste = rader[-1]
    if any(_moeter(rader, form) >= krav.get(form, 1) for form in ("gruppe", "individuell")):
        return helt(siste)
    return delvis(siste, Statusgrunn.FOR_FAA_MOETER, siste.start, rettes=False)


def livsmestringskurs(s: Sak) -> Funn:
    """The course carried out, in as many hours as the regulation says where known (forskriften § 4)."""
    rader = s.r.av("livsmestring")
    if not rader:
        return _foer_slutt(s)
    krav, siste = livsmestring(s.g, s.regler, s.dag).svar, rader[-1]
    helse, karriere = _timer(rader, "timer_migrasjon"), _timer(rader, "timer_karriere")
    if krav is None or (helse >= krav.helse and karriere >= krav.karriere):
        return helt(siste)
    return delvis(siste, Statusgrunn.FOR_FAA_TIMER, siste.start, rettes=False)


def permisjon(s: Sak) -> Funn:
    """Leave, with the day it was decided (§ 46)."""
    rader = [p for p in s.r.av("permisjon") if p.verdier["ordning"] == "intro"]
    for rad in rader:
        if rad.verdier["vedtaksdato"] is None and rad.verdier["permisjon"] not in _UTEN_VEDTAK:
            return delvis(rad, Statusgrunn.UTEN_VEDTAKSDATO, rad.start)
    return helt(rader[-1]) if rader else intet(None)


def klage(s: Sak) -> Funn:
    """A complaint, and what came of it. No law sets a day for the outcome."""
    rader = s.r.av("klage")
    for rad in rader:
        if not rad.verdier["utfall"]:
            return Funn(
                omfang=Omfang.DELVIS, dato=rad.start, siden=rad.start, grunn=Statusgrunn.UTEN_UTFALL,
                registrering=rad.registrering,
            )  # fmt: skip
    return helt(rader[-1]) if rader else intet(None)


def avslutning(s: Sak) -> Funn:
    """The end with reason and main activity; asked for when stopped for good, or when time is out."""
    slutt = s.g.avsluttet_intro
    rad = next(
        (a for a in s.r.av("avslutning") if a.verdier["ordning"] == "intro" and a.start == slutt), None
    )
    if rad and rad.verdier["hovedaktivitet"]:
        return helt(rad)
    if rad:
        return delvis(rad, Statusgrunn.UTEN_HOVEDAKTIVITET, rad.start)
    if slutt and slutt < s.dag:
        return intet(slutt + timedelta(1), Statusgrunn.STANSET, skjedd=True)
    if s.g.oppstart_intro and s.programslutt and s.programslutt < s.dag:
        return intet(s.programslutt, Statusgrunn.PROGRAMTID_UTE, skjedd=True)
    return intet(None)


def _lovens(frist: Beregning[lovfrister.Regnet]) -> Funn:
    svar = frist.svar
    return innen(svar.dato, svar.regnet_fra) if svar else innen(None, None)


def _foer_slutt(s: Sak) -> Funn:
    """Parts of the programme are carried out before it ends, and registered within two months after."""
    if s.g.avsluttet_intro and s.g.avsluttet_intro <= s.dag:
        return innen(registreringsfrist(s.g.avsluttet_intro), s.g.avsluttet_intro)
    return innen(s.programslutt, s.g.oppstart_intro)


def _dekker(rad: Registrert, fra: date, til: date) -> bool:
    return rad.start <= til and (rad.slutt is None or rad.slutt >= fra)


def _moeter(rader: tuple[Registrert, ...], form: str) -> int:
    return sum(rad.verdier["moeter"] for rad in rader if rad.verdier["form"] == form)


def _timer(rader: tuple[Registrert, ...], felt: str) -> Decimal:
    return sum((rad.verdier[felt] for rad in rader), Decimal(0))


FINNERE: dict[Registrering, Finner] = {
    Registrering.KOMPETANSEKARTLEGGING: kartlegging,
    Registrering.VEDTAK_INTRO: vedtak,
    Registrering.OPPSTART_INTRO: oppstart,
    Registrering.SLUTTMAAL: sluttmaal,
    Registrering.INTEGRERINGSPLAN: plan,
    Registrering.INTEGRERINGSKONTRAKT: kontrakt,
    Registrering.TILTAK_FRAVAER: tiltak,
    Registrering.FORELDREVEILEDNING: foreldre,
    Registrering.LIVSMESTRING: livsmestringskurs,
    Registrering.PERMISJON: permisjon,
    Registrering.KLAGE: klage,
    Registrering.AVSLUTNING: avslutning,
}
