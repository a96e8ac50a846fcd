"""What always holds, whatever the facts: checked against a day-by-day count."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from integrering.grunnmur.kvartal import Kvartal
from tests.tilskudd.sak import TIDLIG, tid
from tilskudd.rules import dagverdi
from tilskudd.rules.fakta import Bosted, Fakta, FulltidVgo, Personopplysning, Stans, Vedtak
from tilskudd.rules.linjer import nye_linjer
from tilskudd.rules.opptjening import Satsnoekkel, opptjening
from tilskudd.rules.ordninger import Ordning
from tilskudd.rules.tilskuddsaar import Tilskuddsaar, stoppdag, utloeste_aar

SATSER: dict[Satsnoekkel, int] = {
    (Ordning.P_AR, nr, gruppe, aar): 10_000 * nr + 137 * (aar - 2015) + (gruppe == "H") * 7_777
    for nr in (1, 2, 3)
    for gruppe in "HL"
    for aar in range(2015, 2035)
} | {(Ordning.P37D, 1, "", aar): 45_001 for aar in range(2015, 2035)}
K = Kvartal(2026, 4)
dager = st.dates(date(2019, 6, 1), date(2026, 12, 31))


def _perioder(data: st.DataObject, antall: int) -> list[tuple[date, date | None]]:
    """Draw periods that never overlap; the last may be open."""
    grenser = sorted(data.draw(st.sets(dager, min_size=2 * antall, max_size=2 * antall)))
    par = [(grenser[2 * i], grenser[2 * i + 1]) for i in range(antall)]
    aapen = antall > 0 and data.draw(st.booleans())
    return [(fra, None if aapen and i == antall - 1 else til) for i, (fra, til) in enumerate(par)]


@st.composite
def fakta(draw: st.DrawFn) -> Fakta:
    """Draw the visible facts of a person."""
    data = draw(st.data())
    felles: dict[str, Any] = {"registrert": tid(TIDLIG)}
    person = Personopplysning(
        id=1, registrering="p", **felles,
        foedselsdato=draw(st.dates(date(1950, 1, 1), date(2006, 12, 31))),
        tillatelse=draw(st.sampled_from(["9a", "9a", "9e", "28", "27"])),
        tillatelse_dato=draw(dager),
        landgruppe=draw(st.sampled_from(["H", "L"])),
    )  # fmt: skip
    bosteder = tuple(
        Bosted(
            id=10 + i,
            registrering=f"b{i}",
            **felles,
            kommune=draw(st.sampled_from([5001, 5006])),
            fra=fra,
            til=til,
        )
        for i, (fra, til) in enumerate(_perioder(data, draw(st.integers(0, 3))))
    )
    vgo = tuple(
        FulltidVgo(
            id=20 + i, registrering=f"g{i}", **felles,
            fylke=draw(st.sampled_from([50, 46])), fra=fra, til=til,
            timer_per_uke=draw(st.sampled_from([Decimal(29), Decimal(30)])),
            kombinasjonsklasse=draw(st.booleans()), hovedansvar_fylke=draw(st.booleans()),
        )
        for i, (fra, til) in enumerate(_perioder(data, draw(st.integers(0, 2))))
    )  # fmt: skip
    vedtak = tuple(
        Vedtak(id=30 + i, registrering=f"v{i}", **felles, startdato=dag)
        for i, dag in enumerate(draw(st.lists(dager, max_size=2)))
    )
    stans = tuple(
        Stans(id=40 + i, registrering=f"s{i}", **felles, fra=dag, varighet=varighet)
        for i, (dag, varighet) in enumerate(
            draw(st.lists(st.tuples(dager, st.sampled_from(["permanent", "midlertidig"])), max_size=1))
        )
    )
    return Fakta((person,), bosteder, vedtak, vgo, stans)


Telling = dict[tuple[str, int, Kvartal], tuple[int, int]]


def dag_for_dag(f: Fakta) -> Telling:
    """Walk every day of every triggered grant year: who gets it, and what is it worth?"""
    ut: dict[tuple[str, int, Kvartal], list[int]] = defaultdict(lambda: [0, 0])
    stopp = stoppdag(f)
    for aar in utloeste_aar(f):
        sats = SATSER[aar.ordning, aar.aar_nr, aar.landgruppe, aar.budsjettaar]
        for i in range(aar.dager):
            dag = aar.fra + timedelta(days=i)
            kommune = next((b.kommune for b in f.bosteder if b.fra <= dag <= (b.til or date.max)), None)
            if dag > K.til or (stopp and dag >= stopp) or kommune is None:
                continue
            fylke = next((v.fylke for v in f.kvalifiserende_vgo if v.til and v.fra <= dag <= v.til), None)
            kr = [dagverdi.opptjent_til(n, sats=sats, dager_i_aaret=aar.dager) for n in (i, i + 1)]
            celle = ut[aar.kode, fylke or kommune, Kvartal.for_dato(dag)]
            celle[0] += 1
            celle[1] += kr[1] - kr[0]
    return {n: (d, b) for n, (d, b) in ut.items()}


def opptjent(f: Fakta) -> Telling:
    svar = opptjening(f, til_og_med=K.til, satser=SATSER)
    return {(p.aar.kode, p.mottaker, p.kvartal): (p.dager, p.beloep) for p in svar.poster}


@settings(max_examples=300, deadline=None)
@given(fakta())
def test_strekkene_gir_det_samme_som_aa_telle_dag_for_dag(f: Fakta) -> None:
    assert opptjent(f) == dag_for_dag(f)


@settings(max_examples=200, deadline=None)
@given(fakta())
def test_ingen_faar_mer_enn_aarets_sats_og_hele_aaret_blir_satsen(f: Fakta) -> None:
    per_aar: dict[tuple[Tilskuddsaar, int], list[int]] = defaultdict(lambda: [0, 0])
    for p in opptjening(f, til_og_med=K.til, satser=SATSER).poster:
        per_aar[p.aar, p.sats][0] += p.dager
        per_aar[p.aar, p.sats][1] += p.beloep
    for (aar, sats), (antall, kroner) in per_aar.items():
        assert 0 <= kroner <= sats
        assert antall < aar.dager or kroner == sats


@settings(max_examples=200, deadline=None)
@given(fakta())
def test_fylket_faar_ingenting_uten_begge_registreringer(f: Fakta) -> None:
    for uten in (
        Fakta(f.personopplysninger, f.bosteder, (), f.vgo, f.stans),
        Fakta(f.personopplysninger, f.bosteder, f.vedtak, (), f.stans),
    ):
        assert not [mottaker for _, mottaker, _ in opptjent(uten) if mottaker < 100]


@settings(max_examples=100, deadline=None)
@given(fakta(), st.randoms(use_true_random=False))
def test_rekkefoelgen_paa_fakta_betyr_ingenting(f: Fakta, tilfeldig: Random) -> None:
    def stokk(versjoner: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(tilfeldig.sample(versjoner, len(versjoner)))

    stokket = Fakta(f.personopplysninger, stokk(f.bosteder), stokk(f.vedtak), stokk(f.vgo), f.stans)
    ene, andre = (opptjening(x, til_og_med=K.til, satser=SATSER) for x in (f, stokket))
    assert set(ene.poster) == set(andre.poster)


@settings(max_examples=100, deadline=None)
@given(fakta(), fakta(), st.integers(0, 20))
def test_bokfoerte_linjer_er_retten_ved_siste_frist(f: Fakta, rettet: Fakta, kvartaler: int) -> None:
    """Whatever was posted before, the lines add up to what is due now; again gives nothing new."""
    tidligere = Kvartal.fra_indeks(K.indeks - 1 - kvartaler)
    bokfoert = nye_linjer(opptjening(f, til_og_med=tidligere.til, satser=SATSER), [], kvartal=tidligere)
    rett = opptjening(rettet, til_og_med=K.til, satser=SATSER)
    bokfoert += nye_linjer(rett, bokfoert, kvartal=K)
    sum_: dict[object, int] = defaultdict(int)
    for linje in bokfoert:
        sum_[linje.noekkel] += linje.beloep
    fasit = {(p.aar.kode, p.aar.aar_nr, p.mottaker, p.kvartal): p.beloep for p in rett.poster if p.beloep}
    assert {n: kr for n, kr in sum_.items() if kr} == fasit
    assert nye_linjer(rett, bokfoert, kvartal=K) == []


@given(st.integers(0, 200_000), st.sampled_from([365, 366]), st.lists(st.integers(0, 366)))
def test_enhver_deling_av_aaret_blir_til_sammen_satsen(sats: int, d: int, kutt: list[int]) -> None:
    grenser = sorted({0, d, *(k for k in kutt if k <= d)})
    deler = [dagverdi.verdi(((a, b),), sats=sats, dager_i_aaret=d) for a, b in itertools.pairwise(grenser)]
    assert sum(deler) == sats
    for (a, b), del_ in zip(itertools.pairwise(grenser), deler, strict=True):
        assert abs(del_ - Decimal(sats) * (b - a) / d) <= 1


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))),
)
def test_strekkregning_er_mengderegning(ene: list[tuple[int, int]], andre: list[tuple[int, int]]) -> None:
    def tall(biter: Iterable[tuple[int, int]]) -> set[int]:
        return {n for a, b in biter for n in range(a, b)}

    a, b = dagverdi.slaa_sammen(ene), dagverdi.slaa_sammen(andre)
    assert tall(a) == tall(ene)
    assert tall(dagverdi.snitt(a, b)) == tall(ene) & tall(andre)
    assert tall(dagverdi.uten(a, b)) == tall(ene) - tall(andre)
    assert dagverdi.dager(a) == len(tall(ene))
