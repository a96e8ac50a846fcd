"""Rights and duties to training in Norwegian and social studies, and to the tests; who is responsible.

Integreringsloven §§ 26–30, 37, 37 d; forskriften §§ 23–25, 36, 43 h.
"""

from __future__ import annotations

from datetime import date

from integrering.grunnmur.datoer import alder, pluss_aar
from integrering.nir.rules.beregning import Mellomregning
from integrering.nir.rules.fritak import Fag, fra_opplaering, fra_proeve
from integrering.nir.rules.fritak import hjemmel as fritakshjemmel
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.lov import KOLLEKTIV, PAR27, PAR28, Lov, krev_integreringsloven
from integrering.nir.rules.regelkoder import Grunn, Regelkode
from integrering.nir.rules.rettigheter import Rettsstilling, fullfoerer
from integrering.nir.rules.utregning import Utregning, regel


@regel
def norsk(u: Utregning) -> Rettsstilling:
    """Return the right and duty to training in Norwegian (§§ 26–28, 37 d), after exemptions."""
    return _etter_fritak(u, _foer_fritak(u, Fag.NORSK), Fag.NORSK)


@regel
def samfunnskunnskap(u: Utregning) -> Rettsstilling:
    """Return the right and duty to training in social studies; none for § 34 permits (§ 37 d)."""
    return _etter_fritak(u, _foer_fritak(u, Fag.SAMFUNNSKUNNSKAP), Fag.SAMFUNNSKUNNSKAP)


@regel
def norskproeve(u: Utregning) -> Rettsstilling:
    """Return the duty to the final test in Norwegian (§ 37); for § 34 a free test without duty (§ 37 d)."""
    return _proeve(u, Fag.NORSK)


@regel
def samfunnskunnskapsproeve(u: Utregning) -> Rettsstilling:
    """Return the duty to sit the test in social studies (§ 37); none for § 34 (§ 37 d)."""
    return _proeve(u, Fag.SAMFUNNSKUNNSKAP)


@regel
def rett_norsk_fra(u: Utregning) -> date:
    """Return the day the right or duty to training arose (§ 26; forskriften § 20)."""
    if u.grunnlag.utsatt_oppstart:
        u.les(Felt.UTSATT_OPPSTART)
        return u.dato(Felt.KRAV_NORSK)
    tillatelse = u.trenger(Felt.TILLATELSE)
    if tillatelse == "9d":
        return u.dato(Felt.FOERSTE_FORNYELSE)
    if tillatelse == KOLLEKTIV:
        return _avtalt_bosatt(u)
    gitt = u.dato(Felt.TILLATELSE_DATO)
    ankomst = u.les(Felt.ANKOMST)
    return max(gitt, ankomst) if ankomst else gitt


@regel
def fylket_ansvarlig(u: Utregning) -> bool:
    """Return True when the county is responsible for the training today (§ 30 second paragraph).

    Only for those with a right under § 26 first paragraph: whoever has duty only stays with the municipality.
    """
    if not norsk.i(u).rett:
        u.lov(Grunn.BARE_PLIKT_KOMMUNEN, "integreringsloven § 30 andre ledd")
        return False
    ansvarlig = any(t.har(u.dag) for t in u.trenger(Felt.FYLKETS_ANSVAR))
    if ansvarlig:
        u.lov(Grunn.FYLKET_ANSVARLIG, "integreringsloven § 30 andre ledd")
    return ansvarlig


def _foer_fritak(u: Utregning, fag: Fag) -> Rettsstilling:
    loven = krev_integreringsloven(u)
    if loven is Lov.OVERGANG_FRA_34:
        return _overgang(u, fag)
    if not _i_alder(u):
        return Rettsstilling.INGEN
    if u.grunnlag.statsborgerskap == "NOR":
        u.les(Felt.STATSBORGERSKAP)
        u.lov(Grunn.NORSK_BORGER, "integreringsloven § 26")
        return fullfoerer(u, u.grunnlag.paabegynt_norsk(u.dag), "integreringsloven § 26 sjette ledd")
    if loven is Lov.KAP_6A:
        return _kap_6a(u, fag)
    return _ordinaer(u)


def _overgang(u: Utregning, fag: Fag) -> Rettsstilling:
    """After a permit of § 34: the rest of the training in Norwegian, where there was a decision."""
    hadde_vedtak = u.les(Felt.VEDTAK_NORSK) is not None
    return fullfoerer(u, fag is Fag.NORSK and hadde_vedtak, "integreringsforskriften § 43 h")


def _i_alder(u: Utregning) -> bool:
    """18 to 66 when the permit was granted, and not yet 67 (§ 26 first and fifth paragraph)."""
    u.krev(Felt.FOEDT, Felt.TILLATELSE_DATO)
    foedt, slutt = u.dato(Felt.FOEDT), u.regel(Regelkode.NORSK_ALDER_SLUTT).tall
    aar = alder(foedt, u.dato(Felt.TILLATELSE_DATO))
    u.ut(Mellomregning.ALDER, aar)
    if aar < u.regel(Regelkode.NORSK_ALDER_MIN).tall:
        u.lov(Grunn.UNDER_ALDER, "integreringsloven § 26 første og tredje ledd")
        return False
    if aar >= slutt or u.dag >= pluss_aar(foedt, slutt):
        u.lov(Grunn.FYLT_67, "integreringsloven § 26 femte ledd")
        return False
    return True


def _kap_6a(u: Utregning, fag: Fag) -> Rettsstilling:
    if fag is Fag.SAMFUNNSKUNNSKAP:
        u.lov(Grunn.KAP_6A_IKKE_SAMF, "integreringsloven § 37 d første ledd")
        return Rettsstilling.INGEN
    if not _inntraadt(u):
        return Rettsstilling.INGEN
    u.lov(Grunn.KAP_6A_NORSK, "integreringsloven § 37 d første ledd")
    return Rettsstilling.RETT


def _ordinaer(u: Utregning) -> Rettsstilling:
    if not _inntraadt(u):
        return Rettsstilling.INGEN
    if u.trenger(Felt.TILLATELSE) != PAR28:
        u.lov(Grunn.PAR_27, "integreringsloven §§ 26 første ledd og 27")
        return Rettsstilling.RETT_OG_PLIKT
    hadde_rett = any(t in PAR27 for t in u.grunnlag.tidligere_tillatelser)
    if hadde_rett and u.grunnlag.paabegynt_norsk(u.dag):
        u.lov(Grunn.FULLFOERER, "integreringsloven § 26 tredje og sjette ledd")
        return Rettsstilling.RETT_OG_PLIKT
    u.lov(Grunn.PAR_28, "integreringsloven §§ 26 tredje ledd og 28")
    return Rettsstilling.PLIKT


def _inntraadt(u: Utregning) -> bool:
    """The right has arisen: for 9d at the first renewal, for 9e when settled by agreement."""
    if u.trenger(Felt.TILLATELSE) == KOLLEKTIV and not u.ja(Felt.ETTER_AVTALE):
        u.lov(Grunn.IKKE_INNTRAADT, "integreringsloven § 26 andre ledd")
        return False
    if rett_norsk_fra.i(u) <= u.dag:
        return True
    u.lov(Grunn.IKKE_INNTRAADT, "integreringsloven § 26 andre ledd")
    return False


def _avtalt_bosatt(u: Utregning) -> date:
    """§ 34: the later of permit and settlement by agreement."""
    u.krev(Felt.TILLATELSE_DATO, Felt.BOSATT)
    return max(u.dato(Felt.TILLATELSE_DATO), u.dato(Felt.BOSATT))


def _etter_fritak(u: Utregning, stilling: Rettsstilling, fag: Fag) -> Rettsstilling:
    """An exemption lifts the duty; the right stays unless the municipality decided otherwise (§§ 23–25)."""
    fritak = fra_opplaering(u.grunnlag.fritak, fag)
    if fritak is None or stilling is Rettsstilling.INGEN:
        return stilling
    u.lov(Grunn.FRITATT, fritakshjemmel(fritak.kode))
    if not fritak.retten_staar:
        u.lov(Grunn.RETT_BORTFALT, "integreringsforskriften §§ 23 tredje ledd og 24 andre ledd")
        return Rettsstilling.INGEN
    return Rettsstilling.RETT if stilling.rett else Rettsstilling.INGEN


def _proeve(u: Utregning, fag: Fag) -> Rettsstilling:
    stilling = _foer_fritak(u, fag)
    if stilling is Rettsstilling.RETT_OG_PLIKT:
        return _proeveplikt(u, fag)
    if stilling.rett and fag is Fag.NORSK and u.grunnlag.statsborgerskap != "NOR":
        u.lov(Grunn.KAP_6A_FRIVILLIG_PROEVE, "integreringsloven § 37 d andre ledd")
        return Rettsstilling.RETT
    if stilling is Rettsstilling.PLIKT:
        u.lov(Grunn.BARE_PLIKT_INGEN_PROEVE, "integreringsloven § 37 første ledd")
    return Rettsstilling.INGEN


def _proeveplikt(u: Utregning, fag: Fag) -> Rettsstilling:
    fritak = fra_proeve(u.grunnlag.fritak, fag)
    if fritak is not None:
        u.lov(Grunn.FRITATT, f"{fritakshjemmel(fritak.kode)}, jf. § 36")
        return Rettsstilling.INGEN
    u.lov(Grunn.PROEVEPLIKT, "integreringsloven § 37 første ledd")
    return Rettsstilling.PLIKT
