"""`manage.py` finds what `make run` has started, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from integrering.lokal import miljoefil
from integrering.lokal.steder import Steder


@pytest.fixture
def steder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steder:
    for navn in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.setenv(navn, "")
        monkeypatch.delenv(navn)
    (tmp_path / ".lokal").mkdir()
    return Steder(tmp_path)


def test_tar_i_bruk_det_som_er_startet(steder: Steder) -> None:
    miljoefil.skriv(steder, {"DATABASE_URL": "postgresql://app@her/integrering", "REDIS_URL": "redis://her"})
    assert miljoefil.ta_i_bruk(steder)
    assert os.environ["DATABASE_URL"] == "postgresql://app@her/integrering"
    assert (steder.lokal / "miljoe.json").stat().st_mode & 0o777 == 0o600


def test_lar_en_oppgitt_database_vaere(steder: Steder, monkeypatch: pytest.MonkeyPatch) -> None:
    miljoefil.skriv(steder, {"DATABASE_URL": "postgresql://app@her/integrering"})
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@ekte/integrering")
    assert not miljoefil.ta_i_bruk(steder)
    assert os.environ["DATABASE_URL"] == "postgresql://app@ekte/integrering"


def test_uten_noe_startet_skjer_ingenting(steder: Steder) -> None:
    miljoefil.skriv(steder, {"DATABASE_URL": "postgresql://app@her/integrering"})
    miljoefil.slett(steder)
    assert not miljoefil.ta_i_bruk(steder)
    assert "DATABASE_URL" not in os.environ
