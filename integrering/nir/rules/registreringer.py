"""Which registrations apply to a person: yes, no with reason and paragraph, or unknown and why. Pure.

The list is the municipalities' checklist (regelverk §4.4) with a column per law; on top come the person's own
circumstances: permit, rights, decisions, children, and who is responsible for the training.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from integrering.nir.rules.beregning import Beregning
from integrering.nir.rules.grunnlag import Felt, Grunnlag
from integrering.nir.rules.lov import Lov, lov
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.rett_norsk import fylket_ansvarlig, norsk, samfunnskunnskap
from integrering.nir.rules.rettigheter import Rettsstilling, intro, kompetansekartlegging
from integrering.nir.rules.utregning import Mangler, Utregning, regel


class Registrering(StrEnum):
    """The items, in the order of the checklist."""

    KOMPETANSEKARTLEGGING = "kompetansekartlegging"
    VEDTAK_INTRO = "vedtak_intro"
    OPPSTART_INTRO = "oppstart_intro"
    SLUTTMAAL = "sluttmaal"
    INTEGRERINGSPLAN = "integreringsplan"
    INTEGRERINGSKONTRAKT = "integreringskontrakt"
    TILTAK_FRAVAER = "tiltak_fravaer"
    FORELDREVEILEDNING = "foreldreveiledning"
    LIVSMESTRING = "livsmestring"
    PERMISJON = "permisjon"
    KLAGE = "klage"
    AVSLUTNING = "avslutning"
    UTDANNINGSBAKGRUNN = "utdanningsbakgrunn"
    VEDTAK_NORSK = "vedtak_norsk"
    OPPSTART_NORSK = "oppstart_norsk"
    NORSKMAAL = "norskmaal"
    NORSKPLAN = "norskplan"
    TIMER_NORSK = "timer_norsk"
    TIMER_SAMF = "timer_samf"
    FULLTID_VGO = "fulltid_vgo"


class Krav(StrEnum):
    """How an item that applies is asked for."""

    SKAL = "skal"
    """Missing until it is registered."""
    NAAR_DET_SKJER = "naar_det_skjer"
    """Registered when it happens; nothing is missing before."""


class Lovkolonne(StrEnum):
    """The columns of the checklist."""

    INTEGRERINGSLOVEN = "integreringsloven"
    KAP_6A_FOER_2026 = "kap_6a_foer_2026"
    KAP_6A = "kap_6a"
    INTRODUKSJONSLOVEN = "introduksjonsloven"


_K, _R = Lovkolonne, Registrering
# What the checklist leaves out under a law, and why. Everything else applies there.
_UNNTATT: dict[tuple[Lovkolonne, Registrering], tuple[Grunn, str]] = {
    **{
        (_K.INTRODUKSJONSLOVEN, hva): (Grunn.IKKE_I_DENNE_LOVEN, "introduksjonsloven")
        for hva in (
            _R.INTEGRERINGSKONTRAKT, _R.SLUTTMAAL, _R.UTDANNINGSBAKGRUNN, _R.NORSKMAAL, _R.FULLTID_VGO
        )
    },
    **{
        (_K.KAP_6A_FOER_2026, hva): (Grunn.KAP_6A_FOER_2026, "integreringsloven § 37 c (før 1.1.2026)")
        for hva in (_R.INTEGRERINGSKONTRAKT, _R.INTEGRERINGSPLAN, _R.LIVSMESTRING)
    },
}  # fmt: skip
# What the checklist says nothing about.
_TIER = frozenset(
    (_K.INTRODUKSJONSLOVEN, hva)
    for hva in (
        _R.KOMPETANSEKARTLEGGING, _R.INTEGRERINGSPLAN, _R.FORELDREVEILEDNING, _R.LIVSMESTRING, _R.PERMISJON,
        _R.KLAGE, _R.NORSKPLAN,
    )
)  # fmt: skip


@regel
def lovkolonne(u: Utregning) -> Lovkolonne:
    """Return the column of the checklist: the law, and for § 34 whether the decision is from before 2026."""
    match lov.i(u):
        case Lov.INTRODUKSJONSLOVEN:
            return Lovkolonne.INTRODUKSJONSLOVEN
        case Lov.INTEGRERINGSLOVEN:
            return Lovkolonne.INTEGRERINGSLOVEN
    ny = u.regel(Regelkode.KAP_6A_INTRO_PLIKT).ja
    return Lovkolonne.KAP_6A if ny else Lovkolonne.KAP_6A_FOER_2026


def registreringer(grunnlag: Grunnlag, regler: Regelsett, dag: date) -> dict[Registrering, Beregning[Krav]]:
    """Return for each registration whether it applies to the person on the day."""
    return {hva: gjelder(grunnlag, regler, dag, hva) for hva in Registrering}


@regel
def gjelder(u: Utregning, hva: Registrering) -> Krav:
    """Return how one registration is asked for; not applicable or unknown as other rules say it."""
    kolonne = lovkolonne.i(u)
    unntak = _UNNTATT.get((kolonne, hva))
    if unntak:
        u.gjelder_ikke(*unntak)
    if (kolonne, hva) in _TIER:
        raise Mangler(Regelmangel.KILDEN_SIER_INGENTING)
    return _KRAV[hva](u, kolonne)


def _skal(u: Utregning, hjemmel: str) -> Krav:
    u.lov(Grunn.REGISTRERES, hjemmel)
    return Krav.SKAL


def _naar(u: Utregning, hjemmel: str) -> Krav:
    u.lov(Grunn.REGISTRERES, hjemmel)
    return Krav.NAAR_DET_SKJER


def _kartlegging(u: Utregning, _kolonne: Lovkolonne) -> Krav:
    """Asked for where it is a duty; where it is only a right it is registered when it is done."""
    stilling = kompetansekartlegging.i(u)
    if stilling is Rettsstilling.INGEN:
        u.gjelder_ikke(*u.siste_grunn())
    hjemmel = "integreringsforskriften §§ 47 første ledd og 52 c"
    return _skal(u, hjemmel) if stilling.plikt else _naar(u, hjemmel)


def _vedtak_intro(u: Utregning, kolonne: Lovkolonne) -> Krav:
    """A decision that is made is registered; one that should be made is missing; an offer is made or not."""
    hjemmel = "integreringsloven § 12, integreringsforskriften § 52 a"
    if _har_program(u):
        return _skal(u, hjemmel)
    if kolonne is Lovkolonne.INTRODUKSJONSLOVEN:
        return _naar(u, hjemmel)
    stilling = intro.i(u)
    if stilling in (Rettsstilling.INGEN, Rettsstilling.FULLFOERE):
        u.gjelder_ikke(*u.siste_grunn())
    return _skal(u, hjemmel) if stilling.plikt else _naar(u, hjemmel)


def _i_programmet(krav: Krav, hjemmel: str) -> Callable[[Utregning, Lovkolonne], Krav]:
    """Items of a programme: asked for when there is a decision on it."""

    def etter_vedtak(u: Utregning, _kolonne: Lovkolonne) -> Krav:
        _krev_program(u)
        return _skal(u, hjemmel) if krav is Krav.SKAL else _naar(u, hjemmel)

    return etter_vedtak


def _krev_program(u: Utregning) -> None:
    if not _har_program(u):
        u.gjelder_ikke(Grunn.IKKE_VEDTAK, "integreringsloven § 12")


def _kontrakt(u: Utregning, _kolonne: Lovkolonne) -> Krav:
    """The step says whether it is a contract or, once in force, a declaration (§ 16)."""
    _krev_program(u)
    u.regel(Regelkode.PARTSDOKUMENT)
    return _skal(u, "integreringsloven § 16")


def _foreldreveiledning(u: Utregning, _kolonne: Lovkolonne) -> Krav:
    _krev_program(u)
    if not u.ja(Felt.BARN_UNDER_18):
        u.gjelder_ikke(Grunn.UTEN_BARN, "integreringsloven § 14 a andre ledd")
    return _skal(u, "integreringsloven § 14 a andre ledd, integreringsforskriften § 52 e")


def _har_program(u: Utregning) -> bool:
    return bool(u.les(Felt.VEDTAK_INTRO) or u.les(Felt.OPPSTART_INTRO))


def _utdanning(u: Utregning, kolonne: Lovkolonne) -> Krav:
    """It sets how long programme and training last. Under chapter 6A: the programme since 2026, and extended
    training while it was.
    """
    if kolonne is Lovkolonne.KAP_6A and _har_program(u):
        u.lov(Grunn.STYRER_VARIGHET, "integreringsloven §§ 13 og 14")
        return Krav.SKAL
    if kolonne is Lovkolonne.INTEGRERINGSLOVEN:
        if not _har_program(u) and not norsk.i(u).rett:
            u.gjelder_ikke(*u.siste_grunn())
        u.lov(Grunn.STYRER_VARIGHET, "integreringsloven §§ 13, 14 og 32")
        return Krav.SKAL
    if not (u.regel(Regelkode.KAP_6A_UTVIDET_NORSK).ja and u.ja(Felt.UTVIDET_NORSK)):
        u.gjelder_ikke(Grunn.IKKE_UTVIDET_NORSK, "integreringsforskriften § 43 g")
    u.lov(Grunn.UTVIDET_NORSK, "integreringsforskriften § 43 g")
    return Krav.SKAL


def _vedtak_norsk(u: Utregning, kolonne: Lovkolonne) -> Krav:
    """Everyone with right or duty shall have a decision; with an exemption only when they ask for it."""
    hjemmel = "integreringsloven § 30, integreringsforskriften § 53 a"
    if _har_norskvedtak(u):
        return _skal(u, hjemmel)
    if kolonne is Lovkolonne.INTRODUKSJONSLOVEN:
        return _naar(u, hjemmel)
    stilling = norsk.i(u)
    if stilling in (Rettsstilling.INGEN, Rettsstilling.FULLFOERE):
        u.gjelder_ikke(*u.siste_grunn())
    fritatt = stilling is Rettsstilling.RETT and u.grunnlag.fritak != ()
    return _naar(u, hjemmel) if fritatt else _skal(u, hjemmel)


def _har_norskvedtak(u: Utregning) -> bool:
    return bool(u.les(Felt.VEDTAK_NORSK) or u.les(Felt.OPPSTART_NORSK))


def _krev_norskvedtak(u: Utregning) -> None:
    if not _har_norskvedtak(u):
        u.gjelder_ikke(Grunn.IKKE_VEDTAK, "integreringsloven § 30")


def _etter_norskvedtak(hjemmel: str) -> Callable[[Utregning, Lovkolonne], Krav]:
    def etter_vedtak(u: Utregning, _kolonne: Lovkolonne) -> Krav:
        _krev_norskvedtak(u)
        return _skal(u, hjemmel)

    return etter_vedtak


def _norskplan(u: Utregning, kolonne: Lovkolonne) -> Krav:
    """One plan for those in the programme (§ 15); not where the county trains, but for § 34 permits."""
    _krev_norskvedtak(u)
    if kolonne is not Lovkolonne.KAP_6A_FOER_2026 and u.grunnlag.i_program(u.dag):
        u.gjelder_ikke(Grunn.SAMLET_I_INTEGRERINGSPLAN, "integreringsloven § 15 sjuende ledd")
    if kolonne is not Lovkolonne.INTEGRERINGSLOVEN:
        return _skal(u, "integreringsloven § 37 d tredje ledd")
    if fylket_ansvarlig.i(u):
        u.gjelder_ikke(Grunn.FYLKET_ANSVARLIG, "integreringsloven § 34")
    return _skal(u, "integreringsloven § 34")


def _timer_samf(u: Utregning, kolonne: Lovkolonne) -> Krav:
    """Not for § 34 permits; while exempted, or the county is responsible, only what is taken all the same."""
    hjemmel = "integreringsloven § 33, integreringsforskriften § 53 h"
    if kolonne is not Lovkolonne.INTRODUKSJONSLOVEN:
        stilling = samfunnskunnskap.i(u)
        if stilling is Rettsstilling.INGEN:
            u.gjelder_ikke(*u.siste_grunn())
        _krev_norskvedtak(u)
        frivillig = stilling is Rettsstilling.RETT or fylket_ansvarlig.i(u)
        return _naar(u, hjemmel) if frivillig else _skal(u, hjemmel)
    _krev_norskvedtak(u)
    return _skal(u, hjemmel)


def _fulltid_vgo(u: Utregning, _kolonne: Lovkolonne) -> Krav:
    """Releases the county's grant: for those with a right; duty only stays with the municipality (§ 30)."""
    stilling = norsk.i(u)
    if stilling is Rettsstilling.PLIKT:
        u.gjelder_ikke(Grunn.BARE_PLIKT_KOMMUNEN, "integreringsloven § 30 andre ledd")
    if not stilling.rett:
        u.gjelder_ikke(*u.siste_grunn())
    return _naar(u, "integreringsloven § 30 andre ledd, integreringsforskriften § 53 a")


def _klage(u: Utregning, _kolonne: Lovkolonne) -> Krav:
    return _naar(u, "integreringsloven § 47, integreringsforskriften §§ 52 g og 53 k")


_L, _F = "integreringsloven", "integreringsforskriften"
_KRAV: dict[Registrering, Callable[[Utregning, Lovkolonne], Krav]] = {
    _R.KOMPETANSEKARTLEGGING: _kartlegging,
    _R.VEDTAK_INTRO: _vedtak_intro,
    _R.OPPSTART_INTRO: _i_programmet(Krav.SKAL, f"{_F} § 52 a"),
    _R.SLUTTMAAL: _i_programmet(Krav.SKAL, f"{_L} §§ 13 og 14, {_F} § 52 b"),
    _R.INTEGRERINGSPLAN: _i_programmet(Krav.SKAL, f"{_L} § 15, {_F} § 52 d"),
    _R.INTEGRERINGSKONTRAKT: _kontrakt,
    _R.TILTAK_FRAVAER: _i_programmet(Krav.SKAL, f"{_F} § 52 d og f"),
    _R.FORELDREVEILEDNING: _foreldreveiledning,
    _R.LIVSMESTRING: _i_programmet(Krav.SKAL, f"{_L} § 14 a, {_F} § 52 e"),
    _R.PERMISJON: _i_programmet(Krav.NAAR_DET_SKJER, f"{_L} § 17, {_F} § 52 f"),
    _R.KLAGE: _klage,
    _R.AVSLUTNING: _i_programmet(Krav.NAAR_DET_SKJER, f"{_L} § 18 a, {_F} § 52 a"),
    _R.UTDANNINGSBAKGRUNN: _utdanning,
    _R.VEDTAK_NORSK: _vedtak_norsk,
    _R.OPPSTART_NORSK: _etter_norskvedtak(f"{_F} § 53 a"),
    _R.NORSKMAAL: _etter_norskvedtak(f"{_L} § 31, {_F} § 53 c"),
    _R.NORSKPLAN: _norskplan,
    _R.TIMER_NORSK: _etter_norskvedtak(f"{_F} § 53 g og j"),
    _R.TIMER_SAMF: _timer_samf,
    _R.FULLTID_VGO: _fulltid_vgo,
}
