"""Grenser for fravær og permisjon: forskriften §§ 5–18 og 29–33. Ingenting nektes; det sies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.nir.rules import fravaersgrenser as fg
from integrering.nir.rules.fravaer import Fravaer, Fravaerstype, Omsorg, Opplegg
from integrering.nir.rules.fravaersgrenser import Merknad, Vindu
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.regelkoder import Grunn
from integrering.nir.rules.virkedager import (
    antall_virkedager,
    er_virkedag,
    fridager,
    paaskedag,
    pluss_virkedager,
)
from tests.nir.regler.personer import I_DAG, REGLER, flyktning

T = Fravaerstype
PERSON = flyktning(oppstart_intro=date(2026, 5, 4))
D = date


def f(type_: Fravaerstype, fra: date, til: date | None = None, **annet: Any) -> Fravaer:
    return Fravaer(type=type_, fra=fra, til=til or fra, **annet)


# virkedager


@pytest.mark.parametrize(
    ("aar", "dag"),
    [(2024, D(2024, 3, 31)), (2025, D(2025, 4, 20)), (2026, D(2026, 4, 5)), (2027, D(2027, 3, 28)),
     (2028, D(2028, 4, 16)), (2038, D(2038, 4, 25))],
)  # fmt: skip
def test_paaske(aar: int, dag: date) -> None:
    assert paaskedag(aar) == dag


@pytest.mark.parametrize(
    ("dag", "virkedag"),
    [
        (D(2026, 4, 1), True), (D(2026, 4, 2), False), (D(2026, 4, 3), False), (D(2026, 4, 6), False),
        (D(2026, 4, 7), True), (D(2026, 5, 1), False), (D(2026, 5, 14), False), (D(2026, 5, 17), False),
        (D(2026, 5, 25), False), (D(2026, 12, 24), True), (D(2026, 12, 25), False), (D(2026, 12, 26), False),
        (D(2027, 1, 1), False), (D(2026, 9, 5), False), (D(2026, 9, 6), False), (D(2026, 9, 7), True),
    ],
    ids=["onsdag før påske", "skjærtorsdag", "langfredag", "2. påskedag", "tirsdag etter påske", "1. mai",
         "Kristi himmelfartsdag", "17. mai", "2. pinsedag", "julaften", "1. juledag", "2. juledag",
             "nyttårsdag",
         "lørdag", "søndag", "mandag"],
)  # fmt: skip
def test_fridager_paragraf_17(dag: date, virkedag: bool) -> None:
    assert er_virkedag(dag) is virkedag


def test_ti_fridager_i_aaret() -> None:
    assert len(fridager(2026)) == 10


@given(st.dates(D(2020, 1, 1), D(2040, 1, 1)), st.integers(0, 60))
def test_pluss_virkedager_og_antall_er_hverandres_speil(dag: date, antall: int) -> None:
    slutt = pluss_virkedager(dag, antall)
    assert antall_virkedager(dag + timedelta(1), slutt) == antall
    assert pluss_virkedager(dag, antall + 1) > slutt


# grenser: brukt, grense, over


def sjekk(ny: Fravaer, tidligere: list[Fravaer], **annet: Any) -> list[tuple[int, int, int]]:
    svar = fg.grenser(PERSON, REGLER, I_DAG, ny, tidligere, **annet).svar
    assert svar is not None
    return [(s.brukt, s.grense, s.over) for s in svar]


EN, TRE = Omsorg(antall_barn=1), Omsorg(antall_barn=3)
BARN = {"barn_foedt": D(2026, 6, 1)}
GRENSER: dict[str, tuple[Fravaer, list[Fravaer], dict[str, Any], list[tuple[int, int, int]]]] = {
    "§ 8: tre kalenderdager": (f(T.EGENMELDING, D(2026, 8, 3), D(2026, 8, 5)), [], {}, [(3, 3, 0)]),
    "§ 8: helgen teller": (f(T.EGENMELDING, D(2026, 8, 7), D(2026, 8, 10)), [], {}, [(4, 3, 1)]),
    "§ 8: nytt fravær etter 16 dager": (
        f(T.EGENMELDING, D(2026, 8, 20)), [f(T.EGENMELDING, D(2026, 8, 3), D(2026, 8, 4))], {}, [(2, 3, 0)]),
    "§ 8: nytt fravær etter 17 dager": (
        f(T.EGENMELDING, D(2026, 8, 21)), [f(T.EGENMELDING, D(2026, 8, 3), D(2026, 8, 4))], {}, [(1, 3, 0)]),
    "§ 8: innen 16 dager teller de med": (
        f(T.EGENMELDING, D(2026, 8, 17), D(2026, 8, 18)), [f(T.EGENMELDING, D(2026, 8, 3), D(2026, 8, 4))],
        {}, [(4, 3, 1)]),
    "§ 8: dager med legeerklæring teller ikke": (
        f(T.EGENMELDING, D(2026, 8, 17), D(2026, 8, 18)), [f(T.LEGEERKLAERING, D(2026, 8, 3), D(2026, 8,
            14))],
        {}, [(2, 3, 0)]),
    "§ 7: ti virkedager": (
        f(T.BARN_SYKDOM, D(2026, 8, 3), D(2026, 8, 14)), [], {"omsorg": EN}, [(10, 10, 0)]),
    "§ 7: dagen for et år siden er ute av vinduet": (
        f(T.BARN_SYKDOM, D(2026, 8, 4)), [f(T.BARN_SYKDOM, D(2025, 8, 4))], {"omsorg": EN}, [(1, 10, 0)]),
    "§ 7: dagen etter er inne i vinduet": (
        f(T.BARN_SYKDOM, D(2026, 8, 4)), [f(T.BARN_SYKDOM, D(2025, 8, 5))], {"omsorg": EN}, [(2, 10, 0)]),
    "§ 7: tre barn": (f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": TRE}, [(1, 15, 0)]),
    "§ 7: to barn er ikke flere enn to": (
        f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": Omsorg(antall_barn=2)}, [(1, 10, 0)]),
    "§ 7: alene": (
        f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": Omsorg(antall_barn=1, alene=True)}, [(1, 20, 0)]),
    "§ 7: alene med tre barn": (
        f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": Omsorg(antall_barn=3, alene=True)}, [(1, 30, 0)]),
    "§ 7 andre ledd: kronisk": (
        f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": Omsorg(antall_barn=3, kronisk=True)}, [(1, 20, 0)]),
    "§ 7 andre ledd: kronisk og alene": (
        f(T.BARN_SYKDOM, D(2026, 8, 3)), [], {"omsorg": Omsorg(antall_barn=1, kronisk=True, alene=True)},
        [(1, 40, 0)]),
    "§ 11: svangerskap, samme barn": (
        f(T.SVANGERSKAP, D(2026, 5, 4), D(2026, 5, 8), **BARN),
        [f(T.SVANGERSKAP, D(2026, 4, 7), D(2026, 4, 14), **BARN)], {}, [(11, 10, 1)]),
    "§ 11: et annet barn": (
        f(T.SVANGERSKAP, D(2026, 5, 4), D(2026, 5, 8), **BARN),
        [f(T.SVANGERSKAP, D(2024, 4, 8), D(2024, 4, 19), barn_foedt=D(2024, 6, 1))], {}, [(5, 10, 0)]),
    "§ 12: mor": (f(T.FOEDSEL_MOR, D(2026, 6, 1), D(2026, 6, 26), **BARN), [], {}, [(20, 20, 0)]),
    "§ 12: far": (f(T.FOEDSEL_FAR, D(2026, 6, 1), D(2026, 6, 10), **BARN), [], {}, [(8, 7, 1)]),
    "§ 14: ti virkedager i kalenderåret": (
        f(T.VELFERD_INTERVJU, D(2026, 9, 7)), [f(T.VELFERD_PLEIE, D(2026, 8, 3), D(2026, 8, 14))], {},
        [(11, 10, 1)]),
    "§ 14: hvert kalenderår for seg": (
        f(T.VELFERD_ANNET, D(2026, 12, 28), D(2027, 1, 5)), [], {}, [(4, 10, 0), (2, 10, 0)]),
    "§ 14 a: tilvenning i barnehage": (
        f(T.VELFERD_BARNEHAGE, D(2026, 8, 10), D(2026, 8, 13)), [], {}, [(4, 3, 1), (4, 10, 0)]),
    "§ 14 b: skolestart": (f(T.VELFERD_SKOLESTART, D(2026, 8, 17)), [], {}, [(1, 1, 0), (1, 10, 0)]),
    "§ 14 c: vigsel": (
        f(T.VELFERD_VIGSEL, D(2026, 8, 20), D(2026, 8, 21)), [], {}, [(2, 1, 1), (2, 10, 0)]),
    "§ 14 d: dødsfall": (
        f(T.VELFERD_DOEDSFALL, D(2026, 8, 5), D(2026, 8, 7)), [], {}, [(3, 3, 0), (3, 10, 0)]),
    "§ 14 a: fred og forsoning": (f(T.FRED, D(2026, 8, 3), D(2026, 8, 14)), [], {}, [(10, 10, 0)]),
    "§ 15: langvarig sykdom et år": (
        f(T.LANGVARIG_SYKDOM, D(2026, 8, 1), D(2027, 7, 31)), [], {}, [(365, 365, 0)]),
    "§ 15: en dag for mye": (
        f(T.LANGVARIG_SYKDOM, D(2026, 8, 1), D(2027, 8, 1)), [], {}, [(366, 365, 1)]),
    "§ 16: ti måneder": (
        f(T.OMSORG_FOEDSEL, D(2026, 6, 29), D(2027, 4, 28), **BARN), [], {}, [(304, 304, 0)]),
    "§ 16: 75 dager er forbeholdt den andre": (
        f(T.OMSORG_FOEDSEL, D(2026, 6, 29), D(2027, 4, 28), **BARN), [],
        {"omsorg": Omsorg(antall_barn=1, begge_i_program=True)}, [(304, 229, 75)]),
    "§ 17: to virkedager i året": (
        f(T.RELIGION, D(2026, 9, 8)), [f(T.RELIGION, D(2026, 3, 20)), f(T.RELIGION, D(2025, 3, 31))],
        {}, [(2, 2, 0)]),
    "§ 18: ferie": (f(T.FERIE, D(2026, 7, 1), D(2026, 8, 5)), [], {}, [(26, 25, 1)]),
    "uten grense": (f(T.LEGEERKLAERING, D(2026, 8, 3), D(2026, 9, 30)), [], {}, []),
    "§ 31: religiøse dager er velferd utenfor program": (
        f(T.RELIGION, D(2026, 9, 8)), [f(T.VELFERD_ANNET, D(2026, 8, 3), D(2026, 8, 14))],
        {"opplegg": Opplegg.NORSK}, [(11, 10, 1), (1, 2, 0)]),
    "§ 31 b: skolestart utenfor program": (
        f(T.VELFERD_SKOLESTART, D(2026, 8, 17)), [], {"opplegg": Opplegg.NORSK}, [(1, 1, 0), (1, 10, 0)]),
    "§ 33: ti måneder uten forbehold": (
        f(T.OMSORG_ADOPSJON, D(2026, 6, 29), D(2027, 4, 28), **BARN), [],
        {"opplegg": Opplegg.NORSK, "omsorg": Omsorg(antall_barn=1, begge_i_program=True)}, [(304, 304, 0)]),
}  # fmt: skip


@pytest.mark.parametrize(("ny", "tidligere", "annet", "svar"), GRENSER.values(), ids=GRENSER.keys())
def test_grense(
    ny: Fravaer, tidligere: list[Fravaer], annet: dict[str, Any], svar: list[tuple[int, int, int]]
) -> None:
    assert sjekk(ny, tidligere, **annet) == svar


def test_grensen_sier_vindu_og_hjemmel() -> None:
    svar = fg.grenser(PERSON, REGLER, I_DAG, f(T.BARN_SYKDOM, D(2026, 8, 3)), omsorg=EN).svar
    assert svar is not None
    assert (svar[0].vindu, svar[0].hjemmel) == (
        Vindu.SISTE_12_MAANEDER,
        "integreringsforskriften § 7 første ledd",
    )


def test_grenser_uten_svar() -> None:
    def mangler(ny: Fravaer) -> tuple[Any, ...]:
        return fg.grenser(PERSON, REGLER, I_DAG, ny).mangler

    assert mangler(f(T.FOEDSEL_MOR, D(2026, 8, 3))) == (Felt.BARNETS_FOEDSELSDATO,)
    assert mangler(f(T.BARN_SYKDOM, D(2026, 8, 3))) == (Felt.BARN_UNDER_18,)
    utenfor = fg.grenser(PERSON, REGLER, I_DAG, f(T.FERIE, D(2026, 8, 3)), opplegg=Opplegg.NORSK)
    assert utenfor.grunn is Grunn.INGEN_PERMISJONSREGEL


@given(st.lists(st.tuples(st.dates(D(2026, 1, 1), D(2026, 12, 1)), st.integers(0, 20)), max_size=6))
def test_flere_rader_gir_aldri_mindre_brukt(perioder: list[tuple[date, int]]) -> None:
    ny = f(T.VELFERD_ANNET, D(2026, 6, 1))
    rader = [f(T.VELFERD_ANNET, fra, fra + timedelta(n)) for fra, n in perioder]
    brukt = [sjekk(ny, rader[:n])[0][0] for n in range(len(rader) + 1)]
    assert brukt == sorted(brukt)


# merknader


FIRE = [f(T.EGENMELDING, D(2026, m, 10)) for m in (1, 3, 5)]
MERKNADER: dict[str, tuple[Fravaer, list[Fravaer], Omsorg | None, tuple[Merknad, ...]]] = {
    "§ 8: dagen før åtte uker": (f(T.EGENMELDING, D(2026, 6, 28)), [], None,
        (Merknad.EGENMELDING_FOER_TIDEN,)),
    "§ 8: etter åtte uker": (f(T.EGENMELDING, D(2026, 6, 29)), [], None, ()),
    "§ 9: fire egenmeldinger på et år": (
        f(T.EGENMELDING, D(2026, 8, 10)), FIRE, None, (Merknad.EGENMELDING_KAN_BORTFALLE,)),
    "§ 9: den eldste er et år gammel": (f(T.EGENMELDING, D(2027, 1, 10)), FIRE, None, ()),
    "§ 9 andre ledd: lege fra fjerde dag teller ikke": (
        f(T.EGENMELDING, D(2026, 8, 10), lege_fra_fjerde_dag=True), FIRE, None, ()),
    "§ 6: året barnet fyller 12": (f(T.BARN_SYKDOM, D(2026, 12, 30), barn_foedt=D(2014, 1, 1)), [], EN, ()),
    "§ 6: året etter": (
        f(T.BARN_SYKDOM, D(2027, 1, 4), barn_foedt=D(2014, 12, 31)), [], EN, (Merknad.BARNET_FOR_GAMMELT,)),
    "§ 6: kronisk til 18": (
        f(T.BARN_SYKDOM, D(2027, 1, 4), barn_foedt=D(2014, 12, 31)), [],
        Omsorg(antall_barn=1, kronisk=True), ()),
    "§ 16: til ettårsdagen": (f(T.OMSORG_FOEDSEL, D(2026, 8, 1), D(2027, 5, 31), **BARN), [], None, ()),
    "§ 16: på ettårsdagen": (
        f(T.OMSORG_FOEDSEL, D(2026, 8, 1), D(2027, 6, 1), **BARN), [], None,
            (Merknad.UTENFOR_FOERSTE_LEVEAAR,)),
    "§ 16: adoptivbarn på 14": (
        f(T.OMSORG_ADOPSJON, D(2026, 8, 1), barn_foedt=D(2011, 8, 2)), [], None, ()),
    "§ 16: adoptivbarn på 15": (
        f(T.OMSORG_ADOPSJON, D(2026, 8, 1), barn_foedt=D(2011, 8, 1)), [], None,
            (Merknad.BARNET_FOR_GAMMELT,)),
    "§ 17: varslet 14 dager før": (f(T.RELIGION, D(2026, 9, 15), varslet=D(2026, 9, 1)), [], None, ()),
    "§ 17: varslet 13 dager før": (
        f(T.RELIGION, D(2026, 9, 14), varslet=D(2026, 9, 1)), [], None, (Merknad.VARSLET_FOR_SENT,)),
    "§ 17: varsel ikke kjent": (f(T.RELIGION, D(2026, 9, 14)), [], None, ()),
    "ingen merknad": (f(T.FERIE, D(2026, 9, 14)), [], None, ()),
}  # fmt: skip


@pytest.mark.parametrize(("ny", "tidligere", "omsorg", "svar"), MERKNADER.values(), ids=MERKNADER.keys())
def test_merknader(
    ny: Fravaer, tidligere: list[Fravaer], omsorg: Omsorg | None, svar: tuple[Merknad, ...]
) -> None:
    assert fg.merknader(PERSON, REGLER, I_DAG, ny, tidligere, omsorg=omsorg).svar == svar


@pytest.mark.parametrize("type_", [T.BARN_SYKDOM, T.OMSORG_FOEDSEL])
def test_merknader_trenger_barnets_foedselsdato(type_: Fravaerstype) -> None:
    b = fg.merknader(PERSON, REGLER, I_DAG, f(type_, D(2026, 9, 1)), omsorg=EN)
    assert b.mangler == (Felt.BARNETS_FOEDSELSDATO,)


@pytest.mark.parametrize(
    ("borte", "lege", "kan"),
    [(7, False, True), (8, False, False), (40, True, True)],
    ids=["§ 29: ti prosent av 75", "§ 29: over ti prosent", "§ 29: med legeerklæring"],
)
def test_samfunnskunnskap_kan_tas_igjen_gratis(borte: int, lege: bool, kan: bool) -> None:
    assert fg.samf_fravaer_kan_tas_igjen(PERSON, REGLER, I_DAG, borte, 75, lege).svar is kan
