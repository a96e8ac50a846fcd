"""What counts as proven, and the verdict on it: rules and actions wholly, the rest at nine tenths."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.dekning import Maalt, feilene, maalt
from tests.maaling import Maaler, filer, kilder, merket

REGEL = '''"""A rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import decimal


def svar(tall: int) -> int:
    """Tell."""
    if tall > 1:
        return 2
    for _ in range(tall):
        while True:
            break
        if tall == 1:
            pass
        else:
            return 0
    match tall:
        case 0:
            return -1
        case 1 | 2:
            tall = 5
    return tall


def ikke_her() -> None:
    raise NotImplementedError


def type_(x: int) -> int: ...
'''
# 13→ is a number of one or less, 15→ the loop that ends, 22→ the number nobody has asked about.
LINJER = [
    "5", "11", "13", "14", "13→", "15", "16", "17", "18", "19", "21", "15→", "22", "24", "26", "22→", "27",
    "30",
]  # fmt: skip


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout with one package, one rule in it, and tests."""
    for navn in ("proevepakke", "proevepakke/migrations", "tests"):
        (tmp_path / navn).mkdir()
        (tmp_path / navn / "__init__.py").touch()
    (tmp_path / "proevepakke/rules.py").write_text(REGEL)
    (tmp_path / "proevepakke/migrations/m0001.py").write_text("x = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for navn in [n for n in sys.modules if n.startswith("proevepakke")]:
        del sys.modules[navn]


@pytest.fixture
def maaler(rot: Path, monkeypatch: pytest.MonkeyPatch) -> Maaler:
    """One who measures that package."""
    maaler = Maaler(rot)
    monkeypatch.setattr(sys, "meta_path", [maaler, *sys.meta_path])
    return maaler


@pytest.fixture
def regel(maaler: Maaler) -> ModuleType:
    return importlib.import_module("proevepakke.rules")


def mangler(maaler: Maaler) -> tuple[str, ...]:
    """Return what no test has run of the rule."""
    maaler.lagre(maaler.rot / ".dekning" / "gw0.json")
    return {m.navn: m for m in maalt(maaler.rot, maaler.rot / ".dekning")}["proevepakke/rules.py"].mangler


def test_hver_setning_og_hvert_valg_er_et_punkt() -> None:
    assert sorted(merket(REGEL)[1], key=LINJER.index) == LINJER


def test_en_merket_regel_svarer_det_samme(regel: ModuleType) -> None:
    assert [regel.svar(tall) for tall in (0, 1, 2)] == [-1, 5, 2]
    assert regel.__doc__ == "A rule."
    assert regel.svar.__doc__ == "Tell."


def test_det_som_ikke_er_kjoert_mangler(maaler: Maaler, regel: ModuleType) -> None:
    regel.svar(0)
    assert set(mangler(maaler)) == {"14", "16", "17", "18", "19", "21", "26", "22→", "27"}
    regel.svar(1)
    regel.svar(2)
    assert mangler(maaler) == ("21", "22→")


def test_en_vandring_teller_ikke_men_det_gjoer_testen_etterpaa(maaler: Maaler) -> None:
    with maaler.ikke():
        regel = importlib.import_module("proevepakke.rules")
        regel.svar(2)
    assert "11" not in mangler(maaler), "importen skjer bare én gang"
    assert "14" in mangler(maaler)
    regel.svar(2)
    assert "14" not in mangler(maaler)
    with maaler.ikke():
        regel.svar(0)
    assert "14" not in mangler(maaler)
    assert "13→" in mangler(maaler)


def test_prosessene_legges_sammen(maaler: Maaler, regel: ModuleType) -> None:
    regel.svar(0)
    ingen, fil = mangler(maaler), maaler.rot / ".dekning/gw1.json"
    fil.write_text(json.dumps({"proevepakke/rules.py": list(range(len(LINJER) - 1))}))
    assert len(ingen) > 1
    assert len(mangler(maaler)) <= 1


def test_alle_vaare_pakker_maales_ogsaa_den_ingen_importerer(rot: Path) -> None:
    (rot / "karriere").mkdir()
    (rot / "karriere/__init__.py").touch()
    (rot / "karriere/rules.py").write_text("x = 1\n")
    assert kilder(rot) == ["karriere", "proevepakke"]
    assert "proevepakke/migrations/m0001.py" not in list(filer(rot))
    assert [m.mangler for m in maalt(rot, rot / ".dekning") if m.navn == "karriere/rules.py"] == [("1",)]


def test_en_udekket_gren_i_en_regel_feiler() -> None:
    filer_ = [
        Maalt("integrering/nir/rules.py", 9, ("3→",)),
        Maalt("tilskudd/actions/godkjenn.py", 9, ("7",)),
        Maalt("tilskudd/rules/dag.py", 9, ()),
        Maalt("tilskudd/views.py", 20, ("1", "1→")),
    ]
    assert feilene(filer_) == ["integrering/nir/rules.py: 3→", "tilskudd/actions/godkjenn.py: 7"]


def test_resten_regnes_uten_dem_som_skal_vaere_hele() -> None:
    hele = Maalt("a/rules.py", 1000, ())
    assert feilene([hele, Maalt("a/views.py", 10, ("1",))]) == []
    assert feilene([hele, Maalt("a/views.py", 10, ("1", "2"))])[-1].startswith("Resten: 80.0 %")
    assert feilene([]) == []
