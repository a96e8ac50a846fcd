"""`manage.py bosetting fordel`: the known answers, and a clear message for a file that is wrong."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.bosetting.test_webster import FASIT

TO_LIKE = [{"p": 1, "z": {"a": 1}}, {"p": 1, "z": {"a": None}}]
FASITFIL = Path(__file__).parent / "fasit.json"


def _fordel(fil: Path) -> tuple[dict[str, Any], str]:
    ut, feil = StringIO(), StringIO()
    call_command("bosetting", "fordel", str(fil), stdout=ut, stderr=feil)
    svarene = [json.loads(linje) for linje in ut.getvalue().splitlines()]
    return {svar.pop("id"): svar for svar in svarene}, feil.getvalue()


def _fil(mappe: Path, innhold: object) -> Path:
    fil = mappe / "tilfeller.json"
    fil.write_text(innhold if isinstance(innhold, str) else json.dumps(innhold), encoding="utf-8")
    return fil


def test_alle_kjente_svar() -> None:
    """Every case of the list that can be calculated gets the answer it names; the others are told."""
    svarene, sagt = _fordel(FASITFIL)
    assert set(svarene) == {"O1", "O2", "O3", "O4", "O5", "O6", "O7"}
    for nr, svar in svarene.items():
        assert svar == {k: FASIT[nr][k] for k in svar}
    assert svarene["O5"] == {"error": {"missing": 5}}
    assert [linje.split()[1] for linje in sagt.splitlines()] == ["O9", "O11"]


@pytest.mark.parametrize(
    ("case", "svar"),
    [
        ({"q": [1.5, 0.5], "N": 4}, {"x": [3, 1]}),
        ({"q": [1, 1], "u": [None, 1], "N": 4}, {"x": [3, 1]}),
        ({"q": [1, 1], "l": [3, 3], "N": 4}, {"error": {"surplus": 2}}),
        ({"q": [], "N": 0}, {"x": []}),
        ({"rows": [{"p": 300}, {"p": 100, "l": 2}], "N": 8}, {"x": [6, 2]}),
        ({"rows": TO_LIKE, "N": 5, "w": {"a": 0.5}}, {"x": [3, 2]}),
        ({"rows": [{"p": 100, "u": 3}], "N": 5}, {"error": {"missing": 2}}),
    ],
)
def test_tilfeller(tmp_path: Path, case: dict[str, Any], svar: dict[str, Any]) -> None:
    """Decimals are exact, no bound is none, and rows have their own assumptions."""
    assert _fordel(_fil(tmp_path, [{"id": 7, **case}]))[0] == {"7": svar}


@pytest.mark.parametrize(
    ("innhold", "melding"),
    [
        ("{", "Filen er ikke gyldig JSON"),
        ("[" * 100_000, "Filen er ikke gyldig JSON"),
        ({"a": 1}, "Filen mangler «cases», en liste av tilfeller."),
        ("3", "Filen mangler «cases», en liste av tilfeller."),
        ([{"q": [1]}], "Tilfelle 1: «id» mangler."),
        ([3], "Tilfelle 1: «id» mangler."),
        ('[{"id": "A", "q": [NaN], "N": 1}]', "NaN er ikke et tall."),
        ('[{"id": "A", "q": [1e400], "N": 1}]', "Tallet 1e400 … er for stort eller for fint."),
        ([{"id": "A", "N": 1}], "Tilfelle A: feltet «q» mangler."),
        ([{"id": "A", "q": 1, "N": 1}], "Tilfelle A: feltet «q» må være en liste."),
        ([{"id": "A", "q": ["1"], "N": 1}], "Tilfelle A: feltet «q» må være tall, ikke under 0."),
        ([{"id": "A", "q": [True], "N": 1}], "Tilfelle A: feltet «q» må være tall, ikke under 0."),
        ([{"id": "A", "q": [-1], "N": 1}], "Tilfelle A: feltet «q» må være tall, ikke under 0."),
        ([{"id": "A", "q": [1]}], "Tilfelle A: feltet «N» mangler."),
        ([{"id": "A", "q": [1], "N": 1.5}], "Tilfelle A: feltet «N» må være et helt tall."),
        ([{"id": "A", "q": [1], "l": [0, 0], "N": 1}], "feltet «l» har ikke like mange tall som «q»."),
        ([{"id": "A", "q": [1], "u": [], "N": 1}], "feltet «u» har ikke like mange tall som «q»."),
        ([{"id": "A", "q": [1], "l": [2], "u": [1], "N": 1}], "Tilfelle A: feltet «u» er under «l»."),
        ([{"id": "A", "q": [1], "runs": [{"M": 1}]}], "Tilfelle A: feltet «runs[0].N» mangler."),
        ([{"id": "A", "q": [1], "runs": [{"N": -1}]}], "feltet «runs[0].N» må være tall, ikke under 0."),
        ([{"id": "A", "rows": [{}], "N": 1}], "Tilfelle A: feltet «rows[0].p» mangler."),
        ([{"id": "A", "rows": [{"p": 1, "z": 1}], "N": 1}], "feltet «rows[0].z» må være navn med tall."),
        ([{"id": "A", "rows": [{"p": 1}]}], "Tilfelle A: feltet «N» mangler."),
        ([{"id": "A", "rows": [{"p": 1}], "N": 1, "w": 1}], "feltet «w» må være navn med tall."),
        ([{"id": "A", "rows": [{"p": 1}], "N": 1, "g": 2}], "feltet «grunntall» gir ikke et regnestykke"),
    ],
)
def test_en_fil_med_feil(tmp_path: Path, innhold: object, melding: str) -> None:
    """The message names the case and the field, and nothing is printed."""
    with pytest.raises(CommandError) as feil:
        _fordel(_fil(tmp_path, innhold))
    assert melding in str(feil.value)


def test_en_fil_som_ikke_kan_leses(tmp_path: Path) -> None:
    """No file, and one that is not text."""
    with pytest.raises(CommandError, match="Kan ikke lese"):
        _fordel(tmp_path / "finnes-ikke.json")
    (tmp_path / "bilde.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="ikke tekst i UTF-8"):
        _fordel(tmp_path / "bilde.json")
