"""A table of the county's own: municipality (number, name or both) and columns of figures."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence

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

    A heading may name its own year («Anmodning 2021»). With two columns and `indikator` the second column
    may be called anything.

    Raises:
        Ulesbar: no municipality, no figures, or no year.
    """
    if not rader:
        raise Ulesbar(Feil.TOM)
    hode = [" ".join(c.casefold().split()) for c in rader[0][1]]
    nummer, navn = _kolonne(hode, _NUMMER), _kolonne(hode, _NAVN)
    if nummer is None and navn is None:
        raise Ulesbar(Feil.MANGLER_KOLONNE, "Kommunenummer")
    kolonner = _tallkolonner(hode, indikator, (nummer, navn))
    if not kolonner:
        raise Ulesbar(Feil.MANGLER_INDIKATOR)
    aarene = {les_aar(hode[k]) for k in kolonner}
    i_filen = next(iter(aarene)) if len(aarene) == 1 else None
    if aar is None and None in aarene:
        raise Ulesbar(Feil.MANGLER_AAR)
    lest = Lest(aar_i_filen=i_filen)
    aar_av = {k: (les_aar(hode[k]) if len(aarene) > 1 else None) or aar or i_filen or 0 for k in kolonner}
    sett: set[tuple[str, str, int, str]] = set()
    for linje, celler in rader[1:]:
        funnet = register.finn(_i(celler, nummer), _i(celler, navn) or "")
        if isinstance(funnet, Feil):
            _meld(lest, linje, funnet, _i(celler, nummer), _i(celler, navn))
            continue
        for k, kode in kolonner.items():
            rad = _tall(lest, funnet, linje, (hode[k], _i(celler, k) or ""), kode, aar_av[k], versjon)
            if rad is None:
                continue
            noekkel = (rad.nummer, rad.indikator, rad.aar, rad.versjon)
            if noekkel in sett:
                lest.feil.append(Radfeil(linje, hode[k], Feil.DOBBEL, funnet))
                continue
            sett.add(noekkel)
            lest.rader.append(rad)
    return lest


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
    utgave = "revidert" if "revidert" in celle[0] else "opprinnelig" if "opprinnelig" in celle[0] else versjon
    return Tallrad(nummer, kode, aar, utgave if "anmodning" in kode else "", lest_celle, linje)
