"""When a session may be, and what is said of the interpreter (tolkeloven §§ 6-8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

# Longer than any session: a slip of the pen.
LENGST = timedelta(hours=10)
# Tolkeloven § 7: public bodies use qualified interpreters; a body may be dispensed to and with this day.
DISPENSASJON_TIL = date(2026, 12, 31)
MED_TOLK = ("kvalifisert", "ikke_kvalifisert")
UTEN_KVALIFISERT = ("ikke_kvalifisert", "uten")


def feil_i_tid(start: datetime, slutt: datetime, naa: datetime) -> str | None:
    """Return what is wrong with a planned time: «fortid», «slutt» or «lengde»; None when it will do."""
    if slutt <= start:
        return "slutt"
    if slutt - start > LENGST:
        return "lengde"
    return "fortid" if start < naa else None


def feil_i_tolk(felt: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields about the interpreter that are missing.

    Who has an interpreter, says in which language and where; who goes without a qualified one, says why.
    """
    maa: tuple[str, ...] = ("tolkespraak", "tolkeform") if felt["tolk"] in MED_TOLK else ()
    if felt["tolk"] in UTEN_KVALIFISERT:
        maa += ("ikke_tolk_grunn",)
    return tuple(navn for navn in maa if not felt.get(navn))


def uten_det_som_ikke_gjelder(felt: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers without those that the kind of interpreter and of place leave no room for."""
    rene = dict(felt)
    if rene["tolk"] not in MED_TOLK:
        rene["tolkeform"] = ""
    if rene["tolk"] not in UTEN_KVALIFISERT:
        rene["ikke_tolk_grunn"] = ""
    rene["videolenke" if rene["form"] == "sted" else "sted"] = ""
    return rene


def maa_ha_kvalifisert_tolk(tolk: str, dag: date) -> bool:
    """Return True when there is no qualified interpreter and the dispensation is over (§ 7)."""
    return tolk in UTEN_KVALIFISERT and dag > DISPENSASJON_TIL
