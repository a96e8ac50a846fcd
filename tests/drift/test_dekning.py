"""The verdict on coverage: rules and actions wholly, the rest at nine tenths."""

from pathlib import Path
from typing import Any

from tests.dekning import mangler, resten, uten_maaling


def fil(linjer: list[int], grener: list[list[int]], dekket: int = 9, alle: int = 10) -> dict[str, Any]:
    """One file as coverage reports it."""
    return {
        "missing_lines": linjer,
        "missing_branches": grener,
        "summary": {
            "covered_lines": dekket,
            "num_statements": alle,
            "covered_branches": 0,
            "num_branches": 0,
        },
    }


def test_en_udekket_gren_i_en_regel_feiler() -> None:
    filer = {
        "integrering/nir/rules.py": fil([], [[3, 5]]),
        "tilskudd/actions/godkjenn.py": fil([7], []),
        "tilskudd/rules/dag.py": fil([], []),
        "tilskudd/views.py": fil([1], [[1, 2]]),
    }
    assert [linje.split(":")[0] for linje in mangler(filer)] == [
        "integrering/nir/rules.py",
        "tilskudd/actions/godkjenn.py",
    ]


def test_resten_regnes_uten_dem_som_skal_vaere_hele() -> None:
    assert resten({"a/views.py": fil([], [], 9, 10), "a/rules.py": fil([], [], 0, 100)}) == 90.0
    assert resten({}) == 100.0


def test_en_glemt_pakke_oppdages(tmp_path: Path) -> None:
    for navn in ("tilskudd", "karriere", "tests"):
        (tmp_path / navn).mkdir()
        (tmp_path / navn / "__init__.py").touch()
    assert uten_maaling(tmp_path, ["tilskudd"]) == ["karriere"]
