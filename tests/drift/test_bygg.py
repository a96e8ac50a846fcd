"""What `make` says when the machine lacks something; a second run installs nothing."""

import functools
import os
import subprocess
from pathlib import Path

import pytest

from scripts import bygg

ROT = Path(__file__).resolve().parents[2]


def lag_program(mappe: Path, navn: str, innhold: str) -> None:
    """Put a small program on a PATH of our own."""
    fil = mappe / navn
    fil.write_text(f"#!/bin/sh\n{innhold}\n")
    fil.chmod(0o755)


def test_for_gammel_python_gir_en_klar_linje(tmp_path: Path) -> None:
    for navn in ("python3", "python3.11", "python3.12", "python3.13", "python3.14", "python"):
        lag_program(tmp_path, navn, 'case "$2" in *platform*) echo 3.9.2;; *) exit 1;; esac')
    svar = subprocess.run(
        ["/bin/sh", "scripts/python.sh", "scripts/bygg.py", "run"],
        cwd=ROT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert svar.returncode == 1
    assert svar.stderr.count("\n") == 1
    assert "Python 3.11 eller nyere (fant: 3.9.2)" in svar.stderr


def test_den_foerste_python_som_er_ny_nok_velges(tmp_path: Path) -> None:
    lag_program(tmp_path, "python3", "exit 1")
    lag_program(tmp_path, "python3.12", '[ "$1" = -c ] || echo "3.12 kjører $1"')
    svar = subprocess.run(
        ["/bin/sh", "scripts/python.sh", "oppgave"],
        cwd=ROT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert svar.stdout == "3.12 kjører oppgave\n"


@pytest.fixture
def mappe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with lock files and nothing installed."""
    for navn in ("requirements-lokal.lock", "requirements-dev.lock", "requirements-bootstrap.lock"):
        (tmp_path / navn).write_text(navn)
    for navn, sti in (
        ("ROT", tmp_path),
        ("BOOTSTRAP", tmp_path / ".bootstrap"),
        ("UV", tmp_path / ".bootstrap" / "uv"),
        ("VENV", tmp_path / ".venv"),
        ("PYTHON", tmp_path / ".venv" / "python"),
    ):
        monkeypatch.setattr(bygg, navn, sti)
    return tmp_path


@pytest.mark.usefixtures("mappe")
def test_uten_venv_modulen_sies_hvilken_pakke_som_mangler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.bygg.importlib.util.find_spec", lambda _: None)
    with pytest.raises(bygg.Stopp, match=r"apt-get install python3\.\d+-venv") as feil:
        bygg.hent_uv()
    assert "\n" not in str(feil.value)


def test_stempelet_gjoer_neste_gang_kort(mappe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gjort: list[str] = []
    monkeypatch.setattr(bygg, "_python_virker", (mappe / ".venv").exists)
    monkeypatch.setattr(bygg, "hent_uv", functools.partial(gjort.append, "uv"))

    def uv(*argumenter: str) -> None:
        gjort.append(argumenter[0])
        (mappe / ".venv").mkdir(exist_ok=True)

    monkeypatch.setattr(bygg, "_uv", uv)
    bygg.installer("requirements-dev.lock")
    assert gjort == ["uv", "venv", "pip"]
    bygg.installer("requirements-dev.lock")
    bygg.installer("requirements-lokal.lock")  # the development lock holds all of it
    assert gjort == ["uv", "venv", "pip"]
    (mappe / "requirements-dev.lock").write_text("nye versjoner")
    bygg.installer("requirements-lokal.lock")
    assert gjort == ["uv", "venv", "pip", "uv", "pip"]


def test_uten_skrivbart_hjem_ligger_mellomlageret_i_mappen(
    mappe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/finnes/ikke")
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    assert bygg.miljoe()["UV_CACHE_DIR"] == str(mappe / ".bootstrap" / "cache")
    assert bygg.miljoe()["UV_PYTHON_DOWNLOADS"] == "never"


def test_ukjent_oppgave_forklares(capsys: pytest.CaptureFixture[str]) -> None:
    assert bygg.hoved([]) == 2
    assert "make" in capsys.readouterr().out
    assert os.access(ROT / ".ci" / "run", os.X_OK)
