"""A table of the county's own: municipality (number, name or both) and columns of figures."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from regionalt.kunnskap.formater.felles import (
    HOPPES_OVER,
    Feil,
    Lest,
    Radfeil,
    Tallrad,
    Ulesbar,
    les_aar,
    les_celle,
)
from regionalt.kunnskap.formater.register import Register

# a row as it stands in the file: its line and its cells
Rad = tuple[int, Sequence[str]]
_NUMMER = ("kommunenummer", "kommunenr", "knr", "nummer", "nr")
_NAVN = ("kommunenavn", "kommune", "navn")
_AAR = ("år", "aar", "årstall")
# «anm2021»; never «anmerkning»
_ANM = re.compile(r"(em[ _.]*)?anm[ _.]*\d{4}")
# what a heading says → indicator; the first that fits
_OVERSKRIFTER: Mapping[str, str] = {
    "em_anmod": "em_anmodning",
    "em anmod": "em_anmodning",
    "em_vedtak": "em_vedtak",
    "em_bosatt": "em_bosatt",
    "anmod": "anmodning",
    "vedta": "vedtak",
    "vedtak": "vedtak",
    "faktisk": "bosatt",
    "bosatt": "bosatt",
    "innbyggere": "folketall",
    "folketall": "folketall",
    "sysselsatte": "sysselsatte_andel",
    "innvandrere": "innvandrere_andel",
    "intro": "intro_resultat",
    "flytting_ut": "flytting_ut",
    "flytting_inn": "flytting_inn",
    "flyttet ut": "flytting_ut",
    "flyttet inn": "flytting_inn",
}


@dataclass(frozen=True)
class _Oppsett:
    """Which columns are what, the year of each, and the years of a column of years that were revised."""

    hode: Sequence[str]
    nummer: int | None
    navn: int | None
    aar: int | None
    kolonner: Mapping[int, str]
    aar_av: Mapping[int, int]
    reviderte: Collection[int | None]
    versjon: str


def rader_av_csv(tekst: str) -> list[Rad]:
    """Return the rows of a CSV file with «;», «,» or tab between the cells."""
    foerste = tekst.splitlines()[0]
    skille = max(";\t,", key=foerste.count)
    alle = enumerate(csv.reader(tekst.splitlines(), delimiter=skille), 1)
    return [(nr, celler) for nr, celler in alle if any(c.strip() for c in celler)]


def les(
    rader: Sequence[Rad],
    register: Register,
    *,
    aar: int | None,
    versjon: str = "opprinnelig",
    indikator: str = "",
) -> Lest:
    """Read a table whose first row has the headings.

    A heading may name its own year («Anmodning 2021»), or a column have the year of each row. With two
    columns and `indikator` the second column may be called anything.

    Raises:
        Ulesbar: no municipality, no figures, or no year.
    """
    if not rader:
        raise Ulesbar(Feil.TOM)
    hode = [" ".join(c.casefold().split()) for c in rader[0][1]]
    nummer, navn, aarkolonne = (_kolonne(hode, ord_) for ord_ in (_NUMMER, _NAVN, _AAR))
    faste = (nummer, navn, aarkolonne)
    if nummer is None and navn is None:
        raise Ulesbar(Feil.MANGLER_KOLONNE, "Kommunenummer")
    kolonner = _tallkolonner(hode, indikator, faste)
    if not kolonner:
        raise Ulesbar(Feil.MANGLER_INDIKATOR)
    aarene = {les_aar(hode[k]) for k in kolonner}
    i_filen = next(iter(aarene)) if len(aarene) == 1 else None
    if aar is None and aarkolonne is None and None in aarene:
        raise Ulesbar(Feil.MANGLER_AAR)
    aar_av = {k: (les_aar(hode[k]) if len(aarene) > 1 else None) or aar or i_filen or 0 for k in kolonner}
    uleste = [tittel.strip() for k, tittel in enumerate(rader[0][1]) if k not in (*faste, *kolonner)]
    reviderte = _reviderte(rader[1:], hode, kolonner, aarkolonne)
    oppsett = _Oppsett(hode, nummer, navn, aarkolonne, kolonner, aar_av, reviderte, versjon)
    lest = Lest(aar_i_filen=i_filen, uleste=[tittel for tittel in uleste if tittel])
    sett: set[tuple[str, str, int, str]] = set()
    for linje, celler in rader[1:]:
        _les_rad(lest, oppsett, register, (linje, celler), sett)
    return lest


def _les_rad(
    lest: Lest, o: _Oppsett, register: Register, rad: Rad, sett: set[tuple[str, str, int, str]]
) -> None:
    """Add the figures of a row, or what is wrong with it."""
    linje, celler = rad
    funnet = register.finn(_i(celler, o.nummer), _i(celler, o.navn) or "")
    if isinstance(funnet, Feil):
        _meld(lest, linje, funnet, _i(celler, o.nummer), _i(celler, o.navn))
        return
    radens = 0
    if o.aar is not None:
        skrevet = _i(celler, o.aar) or ""
        if not (radens := les_aar(skrevet) or 0):
            lest.feil.append(Radfeil(linje, o.hode[o.aar], Feil.IKKE_AAR, skrevet.strip()))
            return
    for k, kode in o.kolonner.items():
        versjon = _versjon(o, k, radens)
        celle = (o.hode[k], _i(celler, k) or "")
        tall = versjon and _tall(lest, funnet, linje, celle, kode, radens or o.aar_av[k], versjon)
        if not tall:
            continue
        noekkel = (tall.nummer, tall.indikator, tall.aar, tall.versjon)
        if noekkel in sett:
            lest.feil.append(Radfeil(linje, o.hode[k], Feil.DOBBEL, funnet))
            continue
        sett.add(noekkel)
        lest.rader.append(tall)


def _reviderte(
    rader: Sequence[Rad], hode: Sequence[str], kolonner: Mapping[int, str], aarkolonne: int | None
) -> set[int | None]:
    """Return the years, of a column of years, whose request was revised: the original stands beside it."""
    opprinnelige = [k for k in kolonner if "opprinnelig" in hode[k]]
    return {
        les_aar(_i(celler, aarkolonne) or "")
        for _linje, celler in rader
        if any((_i(celler, k) or "").strip() for k in opprinnelige)
    }


def _versjon(o: _Oppsett, kolonne: int, aar: int) -> str:
    """Return which request a column has; «» for the original of a year that was not revised."""
    overskrift = o.hode[kolonne]
    if "revidert" in overskrift:
        return "revidert"
    if "opprinnelig" in overskrift:
        return "opprinnelig" if not aar or aar in o.reviderte else ""
    return "revidert" if aar and aar in o.reviderte and "gjeldende" in overskrift else o.versjon


def _kolonne(hode: Sequence[str], navnene: Sequence[str]) -> int | None:
    return next((hode.index(n) for n in navnene if n in hode), None)


def _tallkolonner(hode: Sequence[str], indikator: str, ikke: tuple[int | None, ...]) -> dict[int, str]:
    """Return column → indicator."""
    igjen = [i for i, t in enumerate(hode) if i not in ikke and t and not HOPPES_OVER.search(t)]
    kjente = {i: kode for i in igjen if (kode := _kode(hode[i]))}
    if not indikator:
        return kjente
    valgte = [i for i, kode in kjente.items() if kode == indikator]
    if not valgte and len(igjen) == 1:
        valgte = igjen
    return dict.fromkeys(valgte, indikator)


def _kode(overskrift: str) -> str | None:
    if funnet := _ANM.match(overskrift):
        return "em_anmodning" if funnet[1] else "anmodning"
    return next((kode for ord_, kode in _OVERSKRIFTER.items() if ord_ in overskrift), None)


def _i(celler: Sequence[str], kolonne: int | None) -> str | None:
    return celler[kolonne] if kolonne is not None and kolonne < len(celler) else None


def _meld(lest: Lest, linje: int, feil: Feil, nummer: str | None, navn: str | None) -> None:
    verdi, kolonne = (nummer, "Kommunenummer") if feil is Feil.IKKE_NUMMER else (navn, "Kommune")
    # the sum below a table is no municipality
    if (navn or "").strip().casefold() in ("sum", "totalt", "i alt") or not (nummer or navn or "").strip():
        return
    lest.feil.append(Radfeil(linje, kolonne, feil, (verdi or "").strip()))


def _tall(
    lest: Lest, nummer: str, linje: int, celle: tuple[str, str], kode: str, aar: int, versjon: str
) -> Tallrad | None:
    lest_celle = les_celle(celle[1])
    if lest_celle is None:
        lest.feil.append(Radfeil(linje, celle[0], Feil.IKKE_TALL, celle[1].strip()))
        return None
    return Tallrad(nummer, kode, aar, versjon if "anmodning" in kode else "", lest_celle, linje)
