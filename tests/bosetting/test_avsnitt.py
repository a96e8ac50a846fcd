"""The paragraph «Hvorfor 24?», in both languages, and the map."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from bosetting.avsnitt import TEKSTER, Hvorfor, avsnitt, personer
from bosetting.kart import UTEN, endringskart, promillekart
from bosetting.rules.modell import beregn
from bosetting.rules.motstykke import Motstykke, motstykke
from tests.bosetting.grunnlag import forutsetninger_o7, fylke_o7

RADER, F = fylke_o7(), forutsetninger_o7(em_ramme=4)
SVAR = beregn(RADER, F)
C = Hvorfor(
    kommune="Fjordby",
    aar=2027,
    linje=SVAR.linje("C"),
    folketall=8000,
    forrige=20,
    motstykke=motstykke(RADER, F, SVAR, "C"),
    kriterienavn={"intro": "Resultater"},
    mangler=("Arbeid",),
)


def test_bokmaal() -> None:
    """The number, its steps, the limit, what would give another, and the last number."""
    assert avsnitt(C, "nb") == (
        "Fjordby bør bes om å bosette 24 flyktninger i 2027. Én av dem er enslig mindreårig. "
        "Hver kommune får 5 til å begynne med. Folketallet, 8\N{NO-BREAK SPACE}000 innbyggere, gir 19. "
        "Kriteriene gir +3,4 («Resultater»). "
        "Det finnes ikke tall for «Arbeid»; der regnes kommunen som midt i fylket. "
        "Kriteriene for de andre kommunene gir −1,9, så summen blir rammen. "
        "Grensene, her og i andre kommuner, gir −1,5. "
        "Tallet er så høyt som kommunen har kapasitet til. "
        "Det ville vært 25 dersom grensen var hevet fra 24 til 25. "
        "Forrige gang var tallet 20, 4 lavere enn nå."
    )


def test_nynorsk() -> None:
    """The same in the other language."""
    assert avsnitt(C, "nn") == (
        "Fjordby bør bli beden om å busetje 24 flyktningar i 2027. Éin av dei er einsleg mindreårig. "
        "Kvar kommune får 5 til å byrje med. Folketalet, 8\N{NO-BREAK SPACE}000 innbyggjarar, gir 19. "
        "Kriteria gir +3,4 («Resultater»). "
        "Det finst ikkje tal for «Arbeid»; der blir kommunen rekna som midt i fylket. "
        "Kriteria for dei andre kommunane gir −1,9, så summen blir ramma. "
        "Grensene, her og i andre kommunar, gir −1,5. "
        "Talet er så høgt som kommunen har kapasitet til. "
        "Det ville vore 25 dersom grensa var heva frå 24 til 25. "
        "Førre gong var talet 20, 4 lågare enn no."
    )


def test_hver_tekst_finnes_i_begge() -> None:
    """No sentence is missing in one of the languages, and they have the same blanks."""
    assert TEKSTER["nb"].keys() == TEKSTER["nn"].keys()
    for navn, tekst in TEKSTER["nb"].items():
        assert tekst.count("{") == TEKSTER["nn"][navn].count("{")


@pytest.mark.parametrize(
    ("hvorfor", "slutt"),
    [
        (replace(C, motstykke=None, forrige=24), "kapasitet til. Forrige gang var tallet det samme."),
        (
            replace(C, motstykke=None, forrige=30),
            "kapasitet til. Forrige gang var tallet 30, 6 høyere enn nå.",
        ),
        (replace(C, motstykke=None, forrige=0), "Forrige gang ble kommunen ikke bedt om å bosette noen."),
        (replace(C, motstykke=None, forrige=None), "Tallet er så høyt som kommunen har kapasitet til."),
        (
            replace(
                C, linje=replace(C.linje, grense=""), motstykke=Motstykke("ramme", 120, 124, 25), forrige=None
            ),
            "Det ville vært 25 dersom rammen for fylket var 124 i stedet for 120.",
        ),
        (
            replace(C, linje=replace(C.linje, grense="oenske"), motstykke=None, forrige=None),
            "Tallet er så høyt som kommunen ønsker.",
        ),
        (
            replace(
                C,
                linje=replace(C.linje, grense="oenske", oevre=None),
                motstykke=Motstykke("nedre", 24, 23, 23),
                forrige=None,
            ),
            "så lavt som kommunen ønsker. Det ville vært 23 dersom grensen var senket fra 24 til 23.",
        ),
        (
            replace(
                C,
                linje=replace(C.linje, grense="laas"),
                laas_grunn="Nytt bofellesskap.",
                motstykke=Motstykke("laas", 24, None, 19),
                forrige=None,
            ),
            "Tallet er låst av fylkeskommunen: Nytt bofellesskap. Uten låsen ville det vært 19.",
        ),
    ],
)
def test_slutten_av_avsnittet(hvorfor: Hvorfor, slutt: str) -> None:
    """The limit that binds, the counterfactual and the last number, each only when there is one."""
    assert avsnitt(hvorfor, "nb").endswith(slutt)


def test_flere_mindreaarige_og_flere_kriterier() -> None:
    """Several are listed; without minors and missing figures nothing is said of them."""
    a = Hvorfor(
        "Storby", 2027, SVAR.linje("A"), 20000, kriterienavn={"arbeid": "Arbeid", "intro": "Resultater"}
    )
    assert "2 av dem er enslige mindreårige. " in avsnitt(a, "nb")
    assert "Kriteriene gir +4,3 («Arbeid») og +4,3 («Resultater»). " in avsnitt(a, "nb")
    uten = avsnitt(replace(a, linje=replace(a.linje, em=0, forklaring=())), "nb")
    assert uten == "Storby bør bes om å bosette 56 flyktninger i 2027."


@pytest.mark.parametrize(
    ("verdi", "svar"),
    [("5", "+5"), ("-1.88", "−1,9"), ("0", "0"), ("0.04", "0"), ("3.42", "+3,4"), ("-0.04", "0")],
)
def test_personer_i_ord(verdi: str, svar: str) -> None:
    """One decimal, with sign; nothing has none."""
    assert personer(Fraction(verdi), fortegn=True) == svar


def test_kartet_har_hver_kommune_i_sin_klasse() -> None:
    """Each municipality of the county is drawn once; a class has the figures up to its limit."""
    navn = {"5001": "Trondheim", "5006": "Steinkjer", "5007": "Namsos"}
    kart = promillekart({"5001": Decimal(2), "5006": Decimal("2.1"), "5007": Decimal(40)}, navn)
    assert kart is not None
    assert len(kart.flater) == 38
    assert {f.tekst: f.klasse for f in kart.flater if f.klasse != UTEN} == {
        "Trondheim: 2": "kart-p1",
        "Steinkjer: 2,1": "kart-p2",
        "Namsos: 40": "kart-p5",
    }
    assert [klasse for klasse, _tekst in kart.forklaring][-1] == UTEN
    assert kart.forklaring[0][1] == "2 og under"
    assert all(f.sti.startswith("M") and f.sti.endswith("Z") for f in kart.flater)


def test_kart_over_endring() -> None:
    """Less, the same, more; a municipality without a last number has no colour."""
    kart = endringskart({"5001": Decimal(-30), "5006": Decimal(0), "5007": None}, {"5001": "Trondheim"})
    assert kart is not None
    klasser = {f.tekst: f.klasse for f in kart.flater}
    assert klasser["Trondheim: -30 %"] == "kart-e1"
    assert klasser["5006: 0 %"] == "kart-e3"
    assert klasser["5007: ingen tall"] == UTEN
    assert kart.forklaring[-1] == (UTEN, "Ikke noe å sammenligne med")


def test_et_fylke_uten_kart() -> None:
    """Where the system has no geometry there is no map, and the table stands alone."""
    assert promillekart({"0301": Decimal(3)}, {}) is None
