"""What the rule of progress needs, for many persons in four queries. Never for a school: it reads nir."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.models import Registreringsstatus
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal, Proeveresultat
from integrering.nir.rules.registrert import Registrert, Registrerte
from opplaering.models import Resultat, Skolegang
from opplaering.rules.framdrift import Framdrift, Framdriftsfakta, framdrift
from opplaering.rules.fritak_av_resultat import BESTAATT_KARAKTER, VURDERINGER, Resultatfakta

_SLAG = [FAKTATYPER[slug] for slug in ("norskmaal", "proeve")]
_DELER = tuple(ferdighet.value for ferdighet in Ferdighet)
_PROEVEDELER = (*_DELER, "resultat")
_RESULTATFELT = ("person_id", "slag", "dato", "fag", "karakter", *_PROEVEDELER)
# the code of a result → its level; «ikke bestått» has none
_NIVAA = {n.value.replace(" ", "_").lower(): n for n in Nivaa}
_NORSK = ("norsk", "norsk_muntlig", "norsk_skriftlig")


def framdrift_for(rader: QuerySet[Skolegang], dag: date) -> dict[int, Framdrift]:
    """Return person → progress, of those who have these periods.

    A person with several periods is seen from the one that ends last.
    """
    skolen = _slutten(rader)
    nir, egne, retten = registrerte(skolen, slag=_SLAG), resultatene(skolen), _rettens_slutt(skolen)
    ut = {}
    for person, siste_dag in skolen.items():
        slutt = _foerste(siste_dag, retten.get(person))
        ut[person] = framdrift(_fakta(nir.get(person, Registrerte()), egne[person], slutt, dag), dag)
    return ut


def resultatene(personer: Collection[int]) -> dict[int, list[Resultatfakta]]:
    """Return person → results at the school that hold."""
    ut: dict[int, list[Resultatfakta]] = defaultdict(list)
    rader = Resultat.objects.gjeldende().filter(person_id__in=personer)
    for person, slag, dato, fag, karakter, *verdier in rader.values_list(*_RESULTATFELT):
        deler = tuple((del_, verdi) for del_, verdi in zip(_PROEVEDELER, verdier, strict=True) if verdi)
        ut[person].append(Resultatfakta(slag=slag, dato=dato, fag=fag, karakter=karakter, proeve=deler))
    return ut


def norskmaalet(verdier: Mapping[str, Any]) -> Norskmaal:
    """Return the values of a goal as the rules know it."""
    match verdier["slag"]:
        case "karakter_2":
            return Norskmaal(karakter=BESTAATT_KARAKTER)
        case "c1":
            return Norskmaal(nivaaer=((Ferdighet.SKRIFTLIG, Nivaa.C1), (Ferdighet.MUNTLIG, Nivaa.C1)))
    return Norskmaal(nivaaer=tuple((f, Nivaa(verdier[f.value].upper())) for f in Ferdighet))


def maalet_paa(r: Registrerte, dag: date) -> Registrert | None:
    """Return the goal that holds on a day."""
    return next((rad for rad in reversed(r.av("norskmaal")) if rad.start <= dag), None)


def _slutten(rader: QuerySet[Skolegang]) -> dict[int, date | None]:
    """Return person → the last day at the school: of the period, else of the class."""
    ut: dict[int, date | None] = {}
    for person, til, klassens in rader.order_by().values_list("person_id", "til", "klasse__til"):
        siste, foer = til or klassens, ut.get(person)
        ut[person] = max(foer, siste) if foer and siste else foer or siste
    return ut


def _rettens_slutt(personer: Collection[int]) -> dict[int, date | None]:
    """Return person → the last day of the right (§ 32), as it was computed last."""
    rader = Registreringsstatus.objects.filter(person_id__in=personer, norsk_slutt__isnull=False)
    return dict(rader.values_list("person_id", "norsk_slutt"))


def _foerste(*dager: date | None) -> date | None:
    return min((dag for dag in dager if dag), default=None)


def _fakta(r: Registrerte, egne: list[Resultatfakta], slutt: date | None, dag: date) -> Framdriftsfakta:
    deler = [(d, rad.verdier[d]) for rad in r.av("proeve") for d in _DELER if rad.verdier[d]]
    deler += [(d, verdi) for rad in egne for d, verdi in rad.proeve if d in _DELER]
    karakterer = [
        rad.karakter
        for rad in egne
        if rad.slag in VURDERINGER and rad.fag in _NORSK and rad.karakter is not None
    ]
    return Framdriftsfakta(
        maal=norskmaalet(maal.verdier) if (maal := maalet_paa(r, dag)) else None,
        resultater=tuple(
            Proeveresultat(Ferdighet(d), nivaa)
            for d, verdi in deler
            if (nivaa := _NIVAA.get(verdi)) is not None
        ),
        karakter=max(karakterer, default=None),
        slutt=slutt,
    )
