"""Where the figures of a round come from: what is known of the municipalities, and a file of our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bosetting.etterproeving import les_runder
from bosetting.kodeverk import ANMODNING, BOSATT, FOLKETALL, VEDTAK, VURDERINGER, Indikator, Merke
from bosetting.rules.etterproeving import Runde as ImdisRunde
from integrering.tilgang.models import Virksomhet
from regionalt.kunnskap.kodeverk import Utgave
from regionalt.kunnskap.queries.tall import Tallverdi, siste_tall, tall_for, vurderinger_for

# The last round before this one is looked for so many years back.
AAR_TILBAKE = 4
_STATISTIKK = tuple(i for i in Indikator if i not in VURDERINGER)


@dataclass(frozen=True)
class Lest:
    """A figure of a municipality (its number), and the columns it is kept in."""

    kommune: str
    indikator: str
    verdier: dict[str, Any]


def les_grunnlaget(kommuner: Iterable[Virksomhet], aar: int, dag: date, utgave: int = 0) -> Iterator[Lest]:
    """Yield what is known about the municipalities on the day, for a round of the year in this version."""
    alle = list(kommuner)
    numre = {k.nummer for k in alle}
    yield from _folketall(alle, siste_tall(FOLKETALL))
    yield from list(aarets(numre, aar, utgave)) or _forrige(numre, aar)
    for indikator in _STATISTIKK:
        yield from _tall(indikator, siste_tall(indikator), numre)
    for nummer, slagene in vurderinger_for(dag).items():
        if nummer in numre:
            yield from (_vurdering(nummer, v) for slag, v in slagene.items() if v.trinn is not None)


def _tall(indikator: str, tall: Mapping[str, Tallverdi], numre: Iterable[str]) -> Iterator[Lest]:
    for nummer in numre:
        if t := tall.get(nummer):
            felt = {"verdi": t.verdi, "merke": t.merke, "aar": t.aar, "kilde": t.kilde, "hentet": t.hentet}
            yield Lest(nummer, indikator, felt)


def _vurdering(nummer: str, v: Any) -> Lest:
    felt = {
        "verdi": Decimal(v.trinn), "merke": Merke.VERDI, "aar": v.dato.year, "tekst": v.tekst[:1000],
        "kilde": v.kilde, "hentet": v.dato,
    }  # fmt: skip
    return Lest(nummer, v.slag, felt)


def _folketall(kommuner: Iterable[Virksomhet], hentet: Mapping[str, Tallverdi]) -> Iterator[Lest]:
    """Yield the inhabitants that are fetched, else those the register of organisations has."""
    for k in kommuner:
        if k.nummer in hentet:
            yield from _tall(FOLKETALL, hentet, [k.nummer])
            continue
        felt = {
            "verdi": None if k.innbyggere is None else Decimal(k.innbyggere),
            "merke": Merke.MANGLER if k.innbyggere is None else Merke.VERDI,
            "aar": k.innbyggere_per.year if k.innbyggere_per else None,
            "kilde": _("SSB, tabell 07459"),
            "hentet": k.innbyggere_per,
        }
        yield Lest(k.nummer, FOLKETALL, felt)


def aarets(numre: set[str], aar: int, utgave: int) -> Iterator[Lest]:
    """Yield this year's request, which a revised round is held against; nothing when it is not known.

    The first revision is held against the original request, the next against the revised one.
    """
    versjon = Utgave.OPPRINNELIG if utgave == 1 else ""
    if not utgave:
        return
    if tall := tall_for(ANMODNING, aar, versjon):
        yield from _anmodet(tall, numre, aar)
        return
    _innbyggere, runder = les_runder()
    passer = [r for r in runder if r.aar == aar and not (versjon and r.versjon == Utgave.REVIDERT)]
    if passer:
        yield from _runden(passer[-1], numre)


def _anmodet(tall: Mapping[str, Tallverdi], numre: set[str], aar: int) -> Iterator[Lest]:
    """Yield the requests, with what was decided and settled that year."""
    yield from _tall(ANMODNING, tall, numre)
    for indikator in (VEDTAK, BOSATT):
        yield from _tall(indikator, tall_for(indikator, aar), numre)


def _forrige(numre: set[str], aar: int) -> Iterator[Lest]:
    """Yield the last requests before the year, with what was decided and settled, when they are known."""
    for forrige in range(aar - 1, aar - 1 - AAR_TILBAKE, -1):
        if tall := tall_for(ANMODNING, forrige):
            yield from _anmodet(tall, numre, forrige)
            return
    yield from _fra_filen(numre, aar)


def _fra_filen(numre: set[str], aar: int) -> Iterator[Lest]:
    _innbyggere, runder = les_runder()
    foer = [r for r in runder if aar - AAR_TILBAKE <= r.aar < aar]
    if foer:  # in order, the revised of a year after its original
        yield from _runden(foer[-1], numre)


def _runden(siste: ImdisRunde, numre: set[str]) -> Iterator[Lest]:
    for nummer in numre:
        verdi = siste.anmodning.get(nummer)
        felt = {
            "verdi": None if verdi is None else Decimal(verdi),
            "merke": Merke.IKKE_SPURT if verdi is None else Merke.VERDI,
            "aar": siste.aar,
            "kilde": _("IMDi, nøkkeltall for bosetting"),
        }
        yield Lest(nummer, ANMODNING, felt)
