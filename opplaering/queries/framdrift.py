"""What the rule of progress needs, for many persons in three queries. Never for a school: it reads nir."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from integrering.nir.faktatyper import FAKTATYPER
from integrering.nir.queries.regelverk import regelsett
from integrering.nir.queries.registrerte import registrerte
from integrering.nir.rules.fra_registrerte import SLAG, grunnlag
from integrering.nir.rules.minstenivaa import Ferdighet, Nivaa, Norskmaal, Proeveresultat
from integrering.nir.rules.norsktid import norsk_slutt
from integrering.nir.rules.regelsett import Regelsett
from integrering.nir.rules.registrert import Registrert, Registrerte
from opplaering.models import Resultat
from opplaering.rules.framdrift import Framdrift, Framdriftsfakta, framdrift
from opplaering.rules.fritak_av_resultat import BESTAATT_KARAKTER, VURDERINGER, Resultatfakta

_SLAG = [FAKTATYPER[slug] for slug in (*SLAG, "norskmaal", "proeve")]
_DELER = tuple(ferdighet.value for ferdighet in Ferdighet)
_NORSK = ("norsk", "norsk_muntlig", "norsk_skriftlig")


def framdrift_for(rader: Sequence[Any], dag: date) -> dict[int, Framdrift]:
    """Return person → progress, of periods as `queries.skolegang.med_person` gives them.

    A person with several periods is seen from the one that ends last.
    """
    slutt = _slutten(rader)
    nir, egne, regler = registrerte(slutt, slag=_SLAG), resultatene(slutt), regelsett()
    ut = {}
    for person, siste_dag in slutt.items():
        r = nir.get(person, Registrerte())
        fakta = _fakta(r, egne[person], _foerste(siste_dag, _rettens_slutt(r, regler, dag)), dag)
        ut[person] = framdrift(fakta, dag)
    return ut


def resultatene(personer: Collection[int]) -> dict[int, list[Resultatfakta]]:
    """Return person → results at the school that hold."""
    ut: dict[int, list[Resultatfakta]] = defaultdict(list)
    for rad in Resultat.objects.gjeldende().filter(person_id__in=personer):
        deler = tuple((del_, verdi) for del_ in (*_DELER, "resultat") if (verdi := getattr(rad, del_)))
        ut[rad.person_id].append(
            Resultatfakta(slag=rad.slag, dato=rad.dato, fag=rad.fag, karakter=rad.karakter, proeve=deler)
        )
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


def _slutten(rader: Iterable[Any]) -> dict[int, date | None]:
    """Return person → the last day at the school: of the period, else of the class."""
    ut: dict[int, date | None] = {}
    for rad in rader:
        siste = rad.til or (rad.klasse.til if rad.klasse else None)
        foer = ut.get(rad.person_id)
        ut[rad.person_id] = max(foer, siste) if foer and siste else foer or siste
    return ut


def _rettens_slutt(r: Registrerte, regler: Regelsett, dag: date) -> date | None:
    return norsk_slutt(grunnlag(r), regler, dag).svar


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
            Proeveresultat(Ferdighet(d), nivaa) for d, verdi in deler if (nivaa := _nivaa(verdi)) is not None
        ),
        karakter=max(karakterer, default=None),
        slutt=slutt,
    )


def _nivaa(kode: str) -> Nivaa | None:
    """Return the level of a result; None for «ikke bestått»."""
    return {n.value.replace(" ", "_").lower(): n for n in Nivaa}.get(kode)
