"""IMDi's `bosatt_anmodede`, `enslige_mindrearige` and `flyktning_botid_flytting`: one row per figure."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from regionalt.kunnskap.formater.felles import (
    Feil,
    Lest,
    Radfeil,
    Tallrad,
    Ulesbar,
    les_aar,
    les_celle,
    les_nummer,
)

# who of those that live there were settled elsewhere first (`flyktning_botid_flytting`)
FLYTTING = "Sekundærflytting"
# «Bosetting» in `bosatt_anmodede`; the long heading in `enslige_mindrearige`
_SLAG = ("Bosetting", "Anmodning, vedtak og faktisk bosetting", FLYTTING)
_FASTE = ("År", "Kommunenummer", "Antall")
# how the kind begins → indicator; the first that fits
_BEGYNNER = (
    ("opprinnelig anmodning", "anmodning"),
    ("anmodning", "anmodning"),
    ("vedtak", "vedtak"),
    ("faktisk", "bosatt"),
    ("bosatt", "bosatt"),
    ("flyttet hit", "flytting_inn"),
)
# the other parts of those who live there; how long they have been in Norway is not asked here
_ANDRE_DELER = ("alle", "bosatt her", "uoppgitt")
_BOTID = "Botid i Norge"


def kjenner(overskrift: str) -> bool:
    """Return True when the first line of a file is that of such a table."""
    kolonner = [k.strip().strip('"') for k in overskrift.split(";")]
    return set(_FASTE) <= set(kolonner) and any(s in kolonner for s in _SLAG)


def les(tekst: str, *, em: bool = False) -> Lest:
    """Read the table. A year with an original request has it beside the revised one.

    Args:
        em: the figures are about unaccompanied minors.

    Raises:
        Ulesbar: a column is missing.
    """
    leser = csv.DictReader(tekst.splitlines(), delimiter=";")
    kolonner = leser.fieldnames or []
    slag = next((s for s in _SLAG if s in kolonner), _SLAG[0])
    for navn in (*_FASTE, slag):
        if navn not in kolonner:
            raise Ulesbar(Feil.MANGLER_KOLONNE, navn)
    alle = list(leser)
    rader = [(nr, rad) for nr, rad in enumerate(alle, 2) if _brukes(rad, slag)]
    reviderte = {(rad["År"] or "").strip() for _nr, rad in rader if _er_opprinnelig(rad[slag])}
    lest = Lest()
    for nr, rad in rader:
        _legg_til(lest, nr, rad, slag, reviderte, "em_" if em else "")
    return lest


def _brukes(rad: dict[str, str], slag: str) -> bool:
    """Return True for persons; of secondary moves all who moved here, however long in Norway."""
    if (rad.get("Enhet") or "Personer") != "Personer":
        return False
    if slag != FLYTTING:
        return True
    alle = (rad.get(_BOTID) or "alle").strip().casefold() == "alle"
    return alle and (rad[slag] or "").strip().casefold() not in _ANDRE_DELER


def _er_opprinnelig(slag: str | None) -> bool:
    return (slag or "").strip().casefold().startswith("opprinnelig")


def _legg_til(
    lest: Lest, nr: int, rad: dict[str, str], slag: str, reviderte: Iterable[str], foran: str
) -> None:
    """Add the figure of a row, or what is wrong with it."""
    hva, aar = (rad[slag] or "").strip().casefold(), les_aar(rad["År"] or "")
    nummer, celle = les_nummer(rad["Kommunenummer"] or ""), les_celle(rad["Antall"] or "")
    indikator = next((kode for ord_, kode in _BEGYNNER if hva.startswith(ord_)), None)
    if indikator is None:
        lest.feil.append(Radfeil(nr, slag, Feil.MANGLER_INDIKATOR, rad[slag] or ""))
    elif aar is None:
        lest.feil.append(Radfeil(nr, "År", Feil.IKKE_AAR, rad["År"] or ""))
    elif nummer is None:
        lest.feil.append(Radfeil(nr, "Kommunenummer", Feil.IKKE_NUMMER, rad["Kommunenummer"] or ""))
    elif celle is None:
        lest.feil.append(Radfeil(nr, "Antall", Feil.IKKE_TALL, rad["Antall"] or ""))
    else:
        versjon = ""
        if indikator == "anmodning":
            revidert = str(aar) in reviderte and not _er_opprinnelig(rad[slag])
            versjon = "revidert" if revidert else "opprinnelig"
        lest.rader.append(Tallrad(nummer, foran + indikator, aar, versjon, celle, nr))
