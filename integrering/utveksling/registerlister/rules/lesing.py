"""One row of a register's list as values. None is dropped: what cannot be read is kept as it stands. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from integrering.grunnmur.lesing import Ulesbar, les_dato
from integrering.utveksling.importering.rules import noekkelord
from integrering.utveksling.registerlister.rules.felt import DATOER, DUF, ETTERNAVN, FORNAVN, KODER, Felt

_MELLOM = str.maketrans("", "", " \u00a0\u202f.-\t'")
_KLOKKESLETT = re.compile(r"[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$")
_SKRAASTREK = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$")


@dataclass(frozen=True, kw_only=True)
class Verdi:
    """A cell: as it stands there, and as it is compared («» when it is empty or cannot be read)."""

    raa: str
    lest: str


@dataclass(frozen=True, kw_only=True)
class Lestrad:
    """A row of the file.

    Attributes:
        duf: twelve digits, or «» when there is no number to read.
        raa: column → its cell, just as it stands; a row that could not be split has all of it under «».
        feil: what was wrong with the row as a whole.
    """

    linje: int
    duf: str = ""
    raa: Mapping[str, str] = field(default_factory=dict)
    verdier: Mapping[Felt, Verdi] = field(default_factory=dict)
    feil: str = ""


def les_duf(tekst: str) -> str:
    """Return the twelve digits of a DUF number written in any way («2099 000001 12»), or «»."""
    sifre = tekst.translate(_MELLOM)
    return sifre if re.fullmatch(r"[0-9]{12}", sifre) else ""


def les_dag(tekst: str, i_dag: date) -> str:
    """Return a date as ISO, or «»: dd.mm.åååå, ISO, with a slash, and with a time behind it."""
    uten = _KLOKKESLETT.sub("", tekst.strip())
    if skraa := _SKRAASTREK.match(uten):
        uten = ".".join(skraa.groups())
    try:
        return les_dato(uten, i_dag).isoformat()
    except Ulesbar:
        return ""


def les_rad(
    linje: int,
    celler: Sequence[str],
    *,
    plasser: Mapping[str, int],
    kommuner: Mapping[str, str],
    i_dag: date,
    feil: str = "",
) -> Lestrad:
    """Return a row as values.

    Args:
        plasser: our column → where it stands.
        kommuner: `noekkelord` of a municipality's name, and its number → its name.
        feil: why the row could not be split into columns; its number is looked for in every cell.
    """
    if feil:
        duf = next((d for celle in celler if (d := les_duf(celle))), "")
        return Lestrad(linje=linje, duf=duf, raa={"": ";".join(celler)}, feil=feil)
    raa = {navn: celler[plass] for navn, plass in plasser.items()}
    verdier = {
        felt: Verdi(raa=celle, lest=_les(felt, celle, kommuner, i_dag))
        for felt, celle in _feltene(raa).items()
    }
    return Lestrad(linje=linje, duf=les_duf(raa.get(DUF, "")), raa=raa, verdier=verdier)


def _feltene(raa: Mapping[str, str]) -> dict[Felt, str]:
    """Return the cells by field; first and last name in columns of their own are put together."""
    celler = {Felt(navn): celle.strip() for navn, celle in raa.items() if navn in Felt._value2member_map_}
    if Felt.NAVN not in celler and (FORNAVN in raa or ETTERNAVN in raa):
        celler[Felt.NAVN] = f"{raa.get(FORNAVN, '').strip()} {raa.get(ETTERNAVN, '').strip()}".strip()
    return celler


def _les(felt: Felt, celle: str, kommuner: Mapping[str, str], i_dag: date) -> str:
    if felt in DATOER:
        return les_dag(celle, i_dag)
    if felt in KODER:
        return noekkelord(celle)
    if felt is Felt.KOMMUNE:
        return kommuner.get(noekkelord(celle), "")
    return celle
