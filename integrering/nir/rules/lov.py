"""Which law a person is under, on a day (integreringsloven § 52 and chapter 6A; forskriften §§ 43 h, 72)."""

from __future__ import annotations

from enum import StrEnum

from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Grunn, Regelkode, Regelmangel
from integrering.nir.rules.utregning import Mangler, Utregning, regel

KOLLEKTIV = "9e"
PAR9 = frozenset({"9a", "9b", "9c", "9d", "9e", "9f", "9g"})
PAR27 = PAR9 | {"27"}
PAR28 = "28"


class Lov(StrEnum):
    """The sets of rules. What varies inside each is decided by dated values."""

    INTRODUKSJONSLOVEN = "introduksjonsloven"
    INTEGRERINGSLOVEN = "integreringsloven"
    KAP_6A = "kap_6a"
    OVERGANG_FRA_34 = "overgang_fra_34"
    """Has had a decision under chapter 6A, and now another permit: only completes (forskriften § 43 h)."""


@regel
def lov(u: Utregning) -> Lov:
    """Return the law: by the permit's day (arrival when granted abroad), then by the kind of permit."""
    if u.regel(Regelkode.LOV).verdi == Lov.INTRODUKSJONSLOVEN:
        return Lov.INTRODUKSJONSLOVEN
    if u.trenger(Felt.TILLATELSE) == KOLLEKTIV:
        return Lov.KAP_6A if _kap_6a(u) else Lov.INTEGRERINGSLOVEN
    return Lov.OVERGANG_FRA_34 if _overgang(u) else Lov.INTEGRERINGSLOVEN


def krev_integreringsloven(u: Utregning) -> Lov:
    """Return the law. Raises Mangler under introduksjonsloven: its rules are not known to us."""
    svar = lov.i(u)
    if svar is Lov.INTRODUKSJONSLOVEN:
        raise Mangler(Regelmangel.INTRODUKSJONSLOVEN)
    return svar


def _kap_6a(u: Utregning) -> bool:
    """Permits of § 34 from 11 March 2022, while the chapter is in force."""
    gitt = u.dato(Felt.TILLATELSE_DATO)
    return gitt >= u.regel(Regelkode.KAP_6A_TILLATELSE_FRA).dato and u.regel(Regelkode.KAP_6A).ja


def _overgang(u: Utregning) -> bool:
    if KOLLEKTIV not in u.grunnlag.tidligere_tillatelser or not u.ja(Felt.VEDTAK_KAP_6A):
        return False
    if not u.regel(Regelkode.OVERGANG_43H).ja:
        return False
    u.lov(Grunn.INGEN_NYE_RETTIGHETER, "integreringsforskriften § 43 h")
    return True
