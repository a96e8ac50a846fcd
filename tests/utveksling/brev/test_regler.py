"""Which language, and how dates and references are written."""

from __future__ import annotations

from datetime import date

import pytest

from integrering.utveksling.brev.rules import maalform
from integrering.utveksling.brev.rules.maalform import Kilde, Maalformvalg
from integrering.utveksling.brev.rules.skriving import (
    ORD,
    dato_lang,
    kommunenavn,
    les_referanse,
    referanse,
)


@pytest.mark.parametrize(
    ("vedtak", "standard", "ventet"),
    [
        ("nn", "nb", Maalformvalg("nn", Kilde.VEDTAK)),
        ("nb", "nn", Maalformvalg("nb", Kilde.VEDTAK)),
        ("noeytral", "nn", Maalformvalg("nn", Kilde.NOEYTRAL)),
        ("", "nb", Maalformvalg("nb", Kilde.NOEYTRAL)),
    ],
)
def test_spraaket_til_en_virksomhet(vedtak: str, standard: str, ventet: Maalformvalg) -> None:
    """What the kommune has decided; where it is neutral, the county's own choice (språklova § 15)."""
    assert maalform.for_virksomhet(vedtak, standard) == ventet


@pytest.mark.parametrize(
    ("regel", "valgt", "kilde", "grunn"),
    [
        (Maalformvalg("nn", Kilde.VEDTAK), "nn", Kilde.VEDTAK, False),
        (Maalformvalg("nn", Kilde.VEDTAK), "nb", Kilde.OVERSTYRT, True),
        (Maalformvalg("nb", Kilde.NOEYTRAL), "nb", Kilde.NOEYTRAL, False),
        (Maalformvalg("nb", Kilde.NOEYTRAL), "nn", Kilde.VALGT, False),
        (Maalformvalg("", Kilde.BRUKT), "nn", Kilde.BRUKT, False),
    ],
)
def test_valget_og_grunnen(regel: Maalformvalg, valgt: str, kilde: Kilde, grunn: bool) -> None:
    """Against a decision only with a reason."""
    assert maalform.kilde_for(regel, valgt) is kilde
    assert maalform.krever_grunn(regel, valgt) is grunn


def test_spraaket_til_en_person() -> None:
    """That of the letter before; else it has to be said."""
    assert maalform.for_person("nn") == Maalformvalg("nn", Kilde.BRUKT)
    assert maalform.for_person("") == Maalformvalg("", Kilde.BRUKT)


def test_datoer_navn_og_referanser() -> None:
    """«5. juni 2014», «Rindal kommune», «2026/00017»."""
    assert dato_lang(date(2014, 6, 5)) == "5. juni 2014"
    assert kommunenavn("Rindal") == "Rindal kommune"
    assert kommunenavn("Oslo kommune") == "Oslo kommune"
    assert referanse(2026, 17) == "2026/00017"
    assert ORD["nb"].keys() == ORD["nn"].keys()


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("2026/00017", (2026, 17)), (" 2026/17 ", (2026, 17)), ("2026", None), ("26/17", None),
        ("2026/x", None),
        ("x/1", None), ("2026/1234567890", None), ("2026/١", None),
    ],
)  # fmt: skip
def test_en_referanse_leses(tekst: str, ventet: tuple[int, int] | None) -> None:
    """With or without leading zeros; nothing else."""
    assert les_referanse(tekst) == ventet
