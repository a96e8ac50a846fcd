"""The markup of letters: what it reads, what it refuses, and that all else is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrering.utveksling.brev.rules.tekst import (
    Avsnitt,
    Bit,
    Funn,
    Liste,
    Tekstfeil,
    felt_i,
    finn_feil,
    flett,
    flett_linje,
    les_biter,
    les_blokker,
    rens,
)

KJENTE = {"mottaker", "svarfrist"}


def test_avsnitt_lister_og_fet_skrift() -> None:
    """A blank line parts paragraphs; a list may stand right below its introduction."""
    blokker = les_blokker("Første\nlinje **viktig** her\n\nDette:\n- en\n- to\nSlutt", flett=True)
    assert blokker == (
        Avsnitt((Bit("Første linje "), Bit("viktig", fet=True), Bit(" her"))),
        Avsnitt((Bit("Dette:"),)),
        Liste(((Bit("en"),), (Bit("to"),))),
        Avsnitt((Bit("Slutt"),)),
    )


@pytest.mark.parametrize(
    ("linje", "biter"),
    [
        ("til {mottaker}.", (Bit("til "), Bit("mottaker", felt=True), Bit("."))),
        ("**{ mottaker }**", (Bit("mottaker", fet=True, felt=True),)),
        ("{{mottaker}}", (Bit("{mottaker}"),)),
        ("2 ** 3", (Bit("2 ** 3"),)),
        ("**a** ** b", (Bit("a", fet=True), Bit(" ** b"))),
        ("", ()),
    ],
)
def test_biter(linje: str, biter: tuple[Bit, ...]) -> None:
    """Fields, bold, and what only looks like them."""
    assert les_biter(linje, flett=True) == biter


def test_egen_tekst_har_ingen_felt() -> None:
    """In one's own text braces are braces."""
    assert les_biter("{mottaker} {{", flett=False) == (Bit("{mottaker} {{"),)


@pytest.mark.parametrize(
    ("tekst", "funn"),
    [
        ("Til {mottaker} innen {svarfrist}", []),
        ("", [Funn(Tekstfeil.TOM, 1)]),
        (" \n ", [Funn(Tekstfeil.TOM, 1)]),
        ("a\nb {navn}", [Funn(Tekstfeil.UKJENT_FELT, 2, "navn")]),
        ("a\n\n{mottaker", [Funn(Tekstfeil.AAPEN_KLAMME, 3, "{mottaker")]),
        ("mottaker}", [Funn(Tekstfeil.LUKKET_KLAMME, 1, "mottaker}")]),
        ("{}", [Funn(Tekstfeil.UKJENT_FELT, 1, "")]),
        ("a **b", [Funn(Tekstfeil.AAPEN_FET, 1)]),
        ("{{ }}", []),
    ],
)
def test_feil_i_en_mal(tekst: str, funn: list[Funn]) -> None:
    """Each fault is named with its line."""
    assert finn_feil(tekst, KJENTE) == funn


def test_overskriften_er_en_linje() -> None:
    """A heading has one line."""
    assert finn_feil("a\nb", KJENTE, en_linje=True) == [Funn(Tekstfeil.FLERE_LINJER, 2)]
    assert finn_feil("a", KJENTE, en_linje=True) == []


def test_felt_som_brukes() -> None:
    """What is escaped is no field."""
    assert felt_i("{a} {{b}} { c }", "**{a}** {D} {") == {"a", "c"}


def test_fletting() -> None:
    """A value is never markup, whatever stands in it."""
    verdier = {"mottaker": "**A** {svarfrist}\n- b"}
    assert flett_linje("Til {mottaker}", verdier) == "Til **A** {svarfrist}\n- b"
    [avsnitt] = flett(les_blokker("Til **{mottaker}**", flett=True), verdier)
    assert avsnitt["biter"] == [
        {"tekst": "Til ", "fet": False},
        {"tekst": "**A** {svarfrist}\n- b", "fet": True},
    ]
    [liste] = flett(les_blokker("- {mottaker}", flett=True), verdier)
    assert liste == {"slag": "liste", "punkter": [[{"tekst": "**A** {svarfrist}\n- b", "fet": False}]]}
    with pytest.raises(KeyError):
        flett_linje("{ukjent}", verdier)


def test_rens() -> None:
    """One kind of line break; nothing invisible."""
    assert rens(" a\r\nb\rc\td\x00\x1b\u202e\ufeff ") == "a\nb\nc d"


def _tekst(blokker: tuple[Avsnitt | Liste, ...]) -> str:
    biter = [b for x in blokker for b in (x.biter if isinstance(x, Avsnitt) else sum(x.punkter, ()))]
    return "".join(b.tekst for b in biter)


@given(st.text(alphabet=st.characters(exclude_characters="*-", exclude_categories=["Cs"]), max_size=200))
def test_egen_tekst_mister_ingenting(tekst: str) -> None:
    """Whatever is written comes out again, apart from white space."""
    assert "".join(_tekst(les_blokker(tekst, flett=False)).split()) == "".join(rens(tekst).split())


@given(st.text(max_size=200))
def test_en_mal_uten_feil_kan_alltid_flettes(tekst: str) -> None:
    """What the check lets through never fails when merged."""
    if not finn_feil(tekst, KJENTE):
        flett(les_blokker(tekst, flett=True), dict.fromkeys(KJENTE, "x"))
        assert felt_i(tekst) <= KJENTE
