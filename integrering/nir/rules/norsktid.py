"""How long training lasts, and how many hours (integreringsloven §§ 32, 33, 37 d; forskriften §§ 73, 74)."""

from __future__ import annotations

from datetime import date, timedelta

from integrering.grunnmur.datoer import pluss_maaneder
from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lov import Lov, lov
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.rett_norsk import fylket_ansvarlig, norsk, rett_norsk_fra, samfunnskunnskap
from integrering.nir.rules.rettigheter import Rettsstilling
from integrering.nir.rules.utregning import Mangler, Utregning, regel


@regel
def norsk_slutt(u: Utregning) -> date:
    """Return the last day of the right to training in Norwegian, unless the goal is reached before.

    Three years, 18 months with upper secondary level, one year for § 34; with approved leave added.
    Whoever has duty only has hours instead (`norsk_timer`).
    """
    stilling = norsk.i(u)
    if stilling is Rettsstilling.PLIKT:
        u.gjelder_ikke(Grunn.TIMER_IKKE_TID, "integreringsloven § 32 andre ledd")
    if not stilling.rett:
        u.gjelder_ikke(*u.siste_grunn())
    if lov.i(u) is Lov.INTEGRERINGSLOVEN:
        fra = _regnet_fra(u, Regelkode.NORSK_REGNES_FRA)
        kode = Regelkode.NORSK_TID_MED_VGS if u.ja(Felt.HAR_VGS) else Regelkode.NORSK_TID
    else:
        fra, kode = u.dato(Felt.OPPSTART_NORSK), Regelkode.NORSK_TID_KAP_6A
    return _med_permisjon(u, pluss_maaneder(fra, u.regel(kode).tall))


@regel
def norsk_timer(u: Utregning) -> int:
    """Return the hours of Norwegian for those with duty only (§ 32; 250 for older permits)."""
    if norsk.i(u) is not Rettsstilling.PLIKT:
        u.gjelder_ikke(Grunn.PAR_27, "integreringsloven § 32 første ledd")
    return u.regel(Regelkode.NORSK_TIMER_PLIKT).tall


@regel
def samf_timer(u: Utregning) -> int:
    """Return the hours of social studies (§ 33; 50 for older permits, forskriften § 73).

    Known also under introduksjonsloven. Not required while the county is responsible (§ 33 second paragraph).
    """
    if lov.i(u) is not Lov.INTRODUKSJONSLOVEN:
        _krever_samf(u)
    return u.regel(Regelkode.SAMF_TIMER).tall


@regel
def samf_frist(u: Utregning) -> date:
    """Return the last day to complete social studies, and to sit its test (§§ 33, 37 second paragraph)."""
    _krever_samf(u)
    fra = _regnet_fra(u, Regelkode.SAMF_REGNES_FRA)
    return _med_permisjon(u, pluss_maaneder(fra, u.regel(Regelkode.SAMF_FRIST).tall))


def _krever_samf(u: Utregning) -> None:
    stilling = samfunnskunnskap.i(u)
    if stilling is Rettsstilling.INGEN:
        u.gjelder_ikke(*u.siste_grunn())
    if stilling.rett and fylket_ansvarlig.i(u):
        u.gjelder_ikke(Grunn.FYLKET_ANSVARLIG, "integreringsloven § 33 andre ledd")


def _regnet_fra(u: Utregning, kode: Regelkode) -> date:
    """Return the day time is counted from: the offer, or before 1 August 2023 what the law then said."""
    match u.regel(kode).verdi:
        case "tilbud_oppstart_norsk":
            return u.dato(Felt.TILBUD_OPPSTART_NORSK)
        case "rett_inntraadt":
            return rett_norsk_fra.i(u)
    raise Mangler(Regelmangel.LOVEN_NEVNER_INGEN_START, kode=kode)


def _med_permisjon(u: Utregning, frist: date) -> date:
    """Add approved leave, day for day; leave still running counts to today."""
    dager = sum(max(0, ((t.til or u.dag) - t.fra).days + 1) for t in u.grunnlag.permisjoner_norsk)
    if dager:
        u.ut(Mellomregning.PERMISJONSDAGER, dager)
    return frist + timedelta(dager)
