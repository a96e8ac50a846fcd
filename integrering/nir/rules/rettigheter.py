"""Rights and duties to the introduction programme, mapping of competence and career guidance.

Integreringsloven §§ 8–11, 37 b, 37 c; forskriften § 43 h.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from integrering.grunnmur.datoer import alder, pluss_aar
from integrering.nir.rules.beregning import Beregning, Mellomregning
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lov import PAR9, Lov, krev_integreringsloven
from integrering.nir.rules.regelkoder import Grunn, Regelkode
from integrering.nir.rules.utregning import Utregning, regel

# Citizens whom § 8 fifth paragraph leaves out: the Nordic countries and the EEA (ISO 3166 alpha-3).
NORDEN_OG_EOES = frozenset(
    [
        "NOR",
        "SWE",
        "DNK",
        "FIN",
        "ISL",
        "LIE",
        "AUT",
        "BEL",
        "BGR",
        "HRV",
        "CYP",
        "CZE",
        "EST",
        "FRA",
        "DEU",
        "GRC",
        "HUN",
        "IRL",
        "ITA",
        "LVA",
        "LTU",
        "LUX",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "ESP",
    ]
)


class Rettsstilling(StrEnum):
    """What a person has towards one scheme. Right and duty are separate: § 34 and exemptions split them."""

    RETT_OG_PLIKT = "rett_og_plikt"
    RETT = "rett"
    PLIKT = "plikt"
    KAN_TILBYS = "kan_tilbys"
    FULLFOERE = "fullfoere"
    """A right to complete what has begun, nothing new."""
    INGEN = "ingen"

    @property
    def rett(self) -> bool:
        """True when there is a right, if only to complete."""
        return self in (Rettsstilling.RETT_OG_PLIKT, Rettsstilling.RETT, Rettsstilling.FULLFOERE)

    @property
    def plikt(self) -> bool:
        """True when there is a duty."""
        return self in (Rettsstilling.RETT_OG_PLIKT, Rettsstilling.PLIKT)


Stilling = Beregning[Rettsstilling]


@regel
def intro(u: Utregning) -> Rettsstilling:
    """Return the right to the introduction programme (§§ 8, 9; since 1.1.2026 also for § 34 permits)."""
    loven = krev_integreringsloven(u)
    if loven is Lov.OVERGANG_FRA_34:
        return fullfoerer(u, u.grunnlag.i_program(u.dag), "integreringsforskriften § 43 h")
    if _utenfor(u):
        return fullfoerer(u, u.grunnlag.i_program(u.dag), "integreringsloven § 9 tredje ledd")
    stilling = _maalgruppe(u)
    if stilling is Rettsstilling.RETT_OG_PLIKT and loven is Lov.KAP_6A:
        return _kap_6a_intro(u)
    return stilling


@regel
def kompetansekartlegging(u: Utregning) -> Rettsstilling:
    """Return the right to have one's competence mapped after settlement (§§ 10, 37 b)."""
    if not _i_foerste_ledd(u, "integreringsloven § 10 første ledd"):
        return Rettsstilling.INGEN
    if krev_integreringsloven(u) is Lov.KAP_6A:
        return _kartlegging_kap_6a(u)
    if u.ja(Felt.KARTLAGT_FOER_BOSETTING):
        u.lov(Grunn.KARTLAGT_FOER_BOSETTING, "integreringsloven §§ 6 og 10 første ledd")
        return Rettsstilling.INGEN
    return Rettsstilling.RETT_OG_PLIKT


@regel
def karriereveiledning(u: Utregning) -> Rettsstilling:
    """Return the right to career guidance by the county (§§ 11, 37 b). «Kan tilbys» gives none."""
    if not _i_foerste_ledd(u, "integreringsloven § 11 første ledd"):
        return Rettsstilling.INGEN
    if krev_integreringsloven(u) is Lov.KAP_6A:
        u.lov(Grunn.RETT_IKKE_PLIKT, "integreringsloven § 37 b tredje ledd")
        return Rettsstilling.RETT
    return Rettsstilling.RETT_OG_PLIKT


def fullfoerer(u: Utregning, paabegynt: bool, hjemmel: str) -> Rettsstilling:
    """Return the right to complete what has begun; without a beginning there is none."""
    if not paabegynt:
        return Rettsstilling.INGEN
    u.lov(Grunn.FULLFOERER, hjemmel)
    return Rettsstilling.FULLFOERE


def _i_foerste_ledd(u: Utregning, hjemmel: str) -> bool:
    """§§ 10 and 11 name only § 8 first paragraph; chapter 6A refers to both (our reading)."""
    stilling = intro.i(u)
    if stilling in (Rettsstilling.RETT_OG_PLIKT, Rettsstilling.RETT):
        return True
    u.lov(Grunn.IKKE_PAR_8_FOERSTE_LEDD, hjemmel)
    return False


def _kartlegging_kap_6a(u: Utregning) -> Rettsstilling:
    """A right; a duty too for those who take part in the programme and began after 2 June 2023."""
    if u.grunnlag.i_program(u.dag) and u.regel(Regelkode.KAP_6A_KARTLEGGING_PLIKT).ja:
        u.lov(Grunn.DELTAR_I_PROGRAM, "integreringsloven § 37 b andre ledd")
        return Rettsstilling.RETT_OG_PLIKT
    u.lov(Grunn.RETT_IKKE_PLIKT, "integreringsloven § 37 b andre ledd")
    return Rettsstilling.RETT


def _kap_6a_intro(u: Utregning) -> Rettsstilling:
    if u.regel(Regelkode.KAP_6A_INTRO_PLIKT).ja:
        return Rettsstilling.RETT_OG_PLIKT
    u.lov(Grunn.RETT_IKKE_PLIKT, "integreringsloven § 37 c (før 1.1.2026)")
    return Rettsstilling.RETT


def _utenfor(u: Utregning) -> bool:
    """Citizenship or permit puts the person outside § 8 altogether."""
    if u.trenger(Felt.STATSBORGERSKAP) in NORDEN_OG_EOES:
        u.lov(Grunn.NORDISK_ELLER_EOES, "integreringsloven § 8 femte ledd")
        return True
    if u.trenger(Felt.TILLATELSE) in PAR9 or u.ja(Felt.FAMILIEINNVANDRING):
        return False
    u.lov(Grunn.IKKE_PAR9, "integreringsloven § 9")
    return True


def _maalgruppe(u: Utregning) -> Rettsstilling:
    """Age first, then time in a municipality, then who may be offered, then work and agreement."""
    over = _over_alder(u)
    if over is None or not _kort_botid(u):
        return Rettsstilling.INGEN
    if over:
        u.lov(Grunn.OVER_ALDER, "integreringsloven § 8 tredje ledd")
        return Rettsstilling.KAN_TILBYS
    if u.trenger(Felt.TILLATELSE) not in PAR9:
        u.lov(Grunn.ANNEN_FAMILIE, "integreringsloven § 8 tredje ledd")
        return Rettsstilling.KAN_TILBYS
    timer = u.trenger(Felt.ARBEID_TIMER)
    if timer and timer >= u.regel(Regelkode.INTRO_ARBEID_TIMER).tall:
        u.lov(Grunn.I_ARBEID, "integreringsloven § 8 fjerde ledd")
        return Rettsstilling.INGEN
    if not _avtale(u):
        u.lov(Grunn.UTEN_AVTALE, "integreringsloven § 8 tredje ledd")
        return Rettsstilling.KAN_TILBYS
    u.lov(Grunn.PAR_8_FOERSTE_LEDD, "integreringsloven § 8 første ledd")
    return Rettsstilling.RETT_OG_PLIKT


def _over_alder(u: Utregning) -> bool | None:
    """Return None below the lowest age, else whether above the highest; measured when the permit was granted.

    «Mellom 18 og 55 år»: that the highest year counts until the next birthday is our reading, kept as data.
    """
    u.krev(Felt.FOEDT, Felt.TILLATELSE_DATO)
    aar = alder(u.dato(Felt.FOEDT), u.dato(Felt.TILLATELSE_DATO))
    u.ut(Mellomregning.ALDER, aar)
    if aar < u.regel(Regelkode.INTRO_ALDER_MIN).tall:
        u.lov(Grunn.UNDER_ALDER, "integreringsloven § 8 første ledd")
        return None
    mest = u.regel(Regelkode.INTRO_ALDER_MAKS).tall
    return aar > mest or (aar == mest and not u.regel(Regelkode.INTRO_MAKSAAR_MEDREGNET).ja)


def bodd_fra(u: Utregning) -> date:
    """Return the first day in a municipality with a permit of § 9."""
    u.krev(Felt.BOSATT, Felt.TILLATELSE_DATO)
    tillatelse = u.les(Felt.PAR9_FRA) or u.dato(Felt.TILLATELSE_DATO)
    fra: date = max(u.dato(Felt.BOSATT), tillatelse)
    u.ut(Mellomregning.BODD_FRA, fra)
    return fra


def _kort_botid(u: Utregning) -> bool:
    """Less than two years in a municipality when the decision is made (or today, while there is none)."""
    grense = pluss_aar(bodd_fra(u), u.regel(Regelkode.INTRO_BOTID).tall)
    if (u.les(Felt.VEDTAK_INTRO) or u.dag) < grense:
        return True
    u.lov(Grunn.BOTID, "integreringsloven § 8 første ledd tredje punktum")
    return False


def _avtale(u: Utregning) -> bool:
    """Settled by agreement, or of those who need none: 9f, 9g, and 9a after 9f (§ 8 second paragraph)."""
    tillatelse = u.trenger(Felt.TILLATELSE)
    if tillatelse in ("9f", "9g") or (tillatelse == "9a" and "9f" in u.grunnlag.tidligere_tillatelser):
        return True
    return u.ja(Felt.ETTER_AVTALE)
