"""The deadlines of the law, each with what it is counted from and how (integreringsloven §§ 10–37 d).

The two-month clock of registration is `frister.registreringsfrist`; here it is only given a paragraph.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from integrering.grunnmur.datoer import pluss_aar, pluss_maaneder
from integrering.nir.rules.beregning import Beregning, Mellomregning, Utfall
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.norsktid import norsk_slutt, samf_frist
from integrering.nir.rules.programtid import programslutt
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.rett_norsk import norsk, rett_norsk_fra, samfunnskunnskapsproeve
from integrering.nir.rules.rettigheter import Rettsstilling, intro, karriereveiledning, kompetansekartlegging
from integrering.nir.rules.sluttmaal import Sluttmaal
from integrering.nir.rules.utregning import Mangler, Regel, Utregning, regel


class Fristkode(StrEnum):
    """Which deadline."""

    KARTLEGGING = "kartlegging"
    KARRIEREVEILEDNING = "karriereveiledning"
    INTRO_VEDTAK_OG_START = "intro_vedtak_og_start"
    INTEGRERINGSPLAN = "integreringsplan"
    PARTSDOKUMENT = "partsdokument"
    ARBEIDSRETTET = "arbeidsrettet"
    PROGRAMSLUTT = "programslutt"
    NORSK_TILBUD = "norsk_tilbud"
    NORSK_SLUTT = "norsk_slutt"
    SAMFUNNSKUNNSKAP = "samfunnskunnskap"
    SAMFUNNSKUNNSKAPSPROEVE = "samfunnskunnskapsproeve"
    UTSATT_OPPSTART = "utsatt_oppstart"


@dataclass(frozen=True)
class Regnet:
    """A day, and the day it is counted from."""

    dato: date
    regnet_fra: date


@dataclass(frozen=True)
class Frist:
    """A deadline. Without a day it is unknown; the calculation says what is missing.

    Attributes:
        dato: last day that keeps it.
        regnet_fra: the day counted from.
    """

    kode: Fristkode
    dato: date | None
    regnet_fra: date | None
    hjemmel: str
    beregning: Beregning[Regnet] = field(compare=False)


@regel
def kartlegging(u: Utregning) -> Regnet:
    """Before the decision, hence within three months of settlement (§§ 10, 12; IMDi's guide)."""
    return _etter_bosetting(u, kompetansekartlegging.i(u), Regelkode.KARTLEGGING_FRIST)


@regel
def karriere(u: Utregning) -> Regnet:
    """«Bør» before the decision, within three months of settlement (§ 11; IMDi)."""
    return _etter_bosetting(u, karriereveiledning.i(u), Regelkode.KARRIERE_FRIST)


@regel
def intro_vedtak_og_start(u: Utregning) -> Regnet:
    """Decision and start within three months of settlement, or of a claim (§ 12)."""
    return _etter_bosetting(u, intro.i(u), Regelkode.INTRO_FRIST)


@regel
def plan(u: Utregning) -> Regnet:
    """The integration plan is made together with the decision (§ 15)."""
    return _med_vedtak(u, "integreringsloven § 15 første ledd")


@regel
def partsdokument(u: Utregning) -> Regnet:
    """The contract is made with the plan (§ 16). Programmes under chapter 6A before 2026 have none."""
    if intro.i(u) is Rettsstilling.RETT:
        u.gjelder_ikke(Grunn.KAP_6A_FOER_2026, "integreringsloven § 37 c (før 1.1.2026)")
    u.regel(Regelkode.PARTSDOKUMENT)
    return _med_vedtak(u, "integreringsloven § 16 første ledd")


@regel
def arbeidsrettet(u: Utregning) -> Regnet:
    """From this day work-oriented elements fill 15 hours a week in programmes towards work (§ 14 a)."""
    if u.trenger(Felt.SLUTTMAAL) is not Sluttmaal.ARBEID:
        u.gjelder_ikke(Grunn.IKKE_ARBEID, "integreringsloven § 14 a tredje ledd")
    u.regel(Regelkode.ARBEIDSRETTET_TIMER)
    kode = Regelkode.ARBEIDSRETTET_MED_VGS if u.ja(Felt.HAR_VGS) else Regelkode.ARBEIDSRETTET_UTEN_VGS
    return _maaneder_etter(u, u.dato(Felt.OPPSTART_INTRO), kode)


@regel
def program_slutt(u: Utregning) -> Regnet:
    """The longest time without absence and extension; with them: `programtid.programslutt`."""
    if u.grunnlag.vedtak_intro is None:
        u.gjelder_ikke(Grunn.IKKE_VEDTAK, "integreringsloven § 12")
    return Regnet(programslutt.i(u), u.dato(Felt.OPPSTART_INTRO))


@regel
def norsk_tilbud(u: Utregning) -> Regnet:
    """The offer of training within three months of registration in the municipality, or of a claim (§ 30)."""
    if norsk.i(u) in (Rettsstilling.INGEN, Rettsstilling.FULLFOERE):
        u.gjelder_ikke(*u.siste_grunn())
    if u.les(Felt.UTSATT_OPPSTART):
        fra = u.dato(Felt.KRAV_NORSK)
    else:
        fra = u.les(Felt.FOLKEREGISTRERT) or u.dato(Felt.KRAV_NORSK)
    return _maaneder_etter(u, fra, Regelkode.NORSK_TILBUD_FRIST)


@regel
def norskens_slutt(u: Utregning) -> Regnet:
    """The end of the right to training in Norwegian (§§ 32, 37 d)."""
    return Regnet(norsk_slutt.i(u), u.grunnlag.tilbud_oppstart_norsk or u.dato(Felt.OPPSTART_NORSK))


@regel
def samf(u: Utregning) -> Regnet:
    """Social studies within a year (§ 33)."""
    return Regnet(samf_frist.i(u), u.grunnlag.tilbud_oppstart_norsk or rett_norsk_fra.i(u))


@regel
def samf_proeve(u: Utregning) -> Regnet:
    """The test in social studies within the same year (§ 37 second paragraph)."""
    if not samfunnskunnskapsproeve.i(u).plikt:
        u.gjelder_ikke(*u.siste_grunn())
    return samf.i(u)


@regel
def utsatt_oppstart(u: Utregning) -> Regnet:
    """A late start is granted for at most ten years from when right and duty arose (forskriften § 20)."""
    if not u.grunnlag.utsatt_oppstart:
        u.gjelder_ikke(Grunn.IKKE_UTSATT, "integreringsforskriften § 20")
    fra = max(u.dato(Felt.TILLATELSE_DATO), u.les(Felt.ANKOMST) or date.min)
    return Regnet(pluss_aar(fra, u.regel(Regelkode.UTSATT_OPPSTART_AAR).tall), fra)


_FRISTER: dict[Fristkode, tuple[Regel[[], Regnet], str]] = {
    Fristkode.KARTLEGGING: (kartlegging, "integreringsloven § 10"),
    Fristkode.KARRIEREVEILEDNING: (karriere, "integreringsloven § 11"),
    Fristkode.INTRO_VEDTAK_OG_START: (intro_vedtak_og_start, "integreringsloven § 12 andre ledd"),
    Fristkode.INTEGRERINGSPLAN: (plan, "integreringsloven § 15"),
    Fristkode.PARTSDOKUMENT: (partsdokument, "integreringsloven § 16"),
    Fristkode.ARBEIDSRETTET: (arbeidsrettet, "integreringsloven § 14 a tredje ledd"),
    Fristkode.PROGRAMSLUTT: (program_slutt, "integreringsloven §§ 13 og 14"),
    Fristkode.NORSK_TILBUD: (norsk_tilbud, "integreringsloven § 30 tredje ledd"),
    Fristkode.NORSK_SLUTT: (norskens_slutt, "integreringsloven §§ 32 og 37 d"),
    Fristkode.SAMFUNNSKUNNSKAP: (samf, "integreringsloven § 33"),
    Fristkode.SAMFUNNSKUNNSKAPSPROEVE: (samf_proeve, "integreringsloven § 37 andre ledd"),
    Fristkode.UTSATT_OPPSTART: (utsatt_oppstart, "integreringsforskriften § 20 tredje ledd"),
}


def frist(kode: Fristkode, grunnlag: Grunnlag, regler: Regelsett, dag: date) -> Frist:
    """Return one deadline of a person, also when it does not apply (the calculation says so)."""
    regelen, hjemmel = _FRISTER[kode]
    beregning = regelen(grunnlag, regler, dag)
    svar = beregning.svar
    return Frist(kode, svar.dato if svar else None, svar.regnet_fra if svar else None, hjemmel, beregning)


def frister(grunnlag: Grunnlag, regler: Regelsett, dag: date) -> tuple[Frist, ...]:
    """Return the deadlines that apply to a person, those with a day first and in order, then the unknown."""
    alle = (frist(kode, grunnlag, regler, dag) for kode in Fristkode)
    gjelder = [f for f in alle if f.beregning.utfall is not Utfall.GJELDER_IKKE]
    return tuple(sorted(gjelder, key=lambda f: (f.dato is None, f.dato or dag, f.kode)))


@regel
def klagefrist(u: Utregning, mottatt: date) -> Regnet:
    """Three weeks from the notice (fvl § 29, integreringsloven § 47).

    When a new public administration act is in force, the value must be renewed first: until then unknown.
    """
    uker = u.regel_paa(Regelkode.KLAGE_FRIST, mottatt)
    loven = u.regel_paa(Regelkode.FORVALTNINGSLOV, mottatt)
    if (uker.gjelder_fra or date.min) < (loven.gjelder_fra or date.min):
        raise Mangler(Regelmangel.NY_FORVALTNINGSLOV, kode=Regelkode.KLAGE_FRIST)
    return Regnet(mottatt + timedelta(weeks=uker.tall), mottatt)


@regel
def klagefrist_proeve(u: Utregning, fra: date) -> Regnet:
    """Three weeks from the test (formal errors) or from knowing the result (forskriften § 42)."""
    return Regnet(fra + timedelta(weeks=u.regel_paa(Regelkode.KLAGE_PROEVE_FRIST, fra).tall), fra)


@regel
def egenmelding_fra(u: Utregning) -> Regnet:
    """The first day egenmelding may be used: after eight weeks in the programme (forskriften § 8)."""
    fra = u.dato(Felt.OPPSTART_INTRO)
    return Regnet(fra + timedelta(weeks=u.regel(Regelkode.EGENMELDING_ETTER).tall), fra)


@regel
def egenmelding_revurdering(u: Utregning, vedtak: date) -> Regnet:
    """A decision that egenmelding is lost is reviewed within six months (forskriften § 9)."""
    return _maaneder_etter(u, vedtak, Regelkode.EGENMELDING_REVURDERING)


@regel
def oppfoelging_i_permisjon(u: Utregning, fra: date) -> Regnet:
    """From and including the fourth month of parental leave the municipality offers training (§§ 16, 33)."""
    maaned = u.regel(Regelkode.OMSORG_OPPFOELGING).tall
    return Regnet(pluss_maaneder(fra, maaned - 1), fra)


@regel
def varsel_religion(u: Utregning, dag: date) -> Regnet:
    """Religious days off are told of at the latest 14 days before (forskriften § 17)."""
    return Regnet(dag - timedelta(u.regel(Regelkode.RELIGION_VARSEL).tall), dag)


@regel
def aarsfrist(u: Utregning, aar: int) -> Regnet:
    """Registrations of a year are in order by the last day of February after it (IMDi, yearly)."""
    maaned = u.regel(Regelkode.AARSFRIST_MAANED).tall
    return Regnet(date(aar + 1, maaned, monthrange(aar + 1, maaned)[1]), date(aar, 12, 31))


def _maaneder_etter(u: Utregning, fra: date, kode: Regelkode) -> Regnet:
    dato = pluss_maaneder(fra, u.regel(kode).tall)
    u.ut(Mellomregning.FRIST, dato)
    return Regnet(dato, fra)


def _etter_bosetting(u: Utregning, stilling: Rettsstilling, kode: Regelkode) -> Regnet:
    """From settlement by agreement; else from the claim, or settlement without one. Not for offers."""
    if not stilling.rett or stilling is Rettsstilling.FULLFOERE:
        u.gjelder_ikke(*u.siste_grunn())
    if u.les(Felt.ETTER_AVTALE):
        return _maaneder_etter(u, u.dato(Felt.BOSATT), kode)
    return _maaneder_etter(u, u.les(Felt.KRAV_INTRO) or u.dato(Felt.BOSATT), kode)


def _med_vedtak(u: Utregning, hjemmel: str) -> Regnet:
    vedtak = u.les(Felt.VEDTAK_INTRO)
    if vedtak is None:
        u.gjelder_ikke(Grunn.IKKE_VEDTAK, "integreringsloven § 12")
    u.lov(Grunn.SAMME_TID_SOM_VEDTAK, hjemmel)
    return Regnet(vedtak, vedtak)
