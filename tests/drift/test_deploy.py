"""The scripts of deploy/, run against the test cluster, and the static files as production serves them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest

from integrering.lokal.kjoeremaate import finn_binaerer
from tests.klynge import dsn

ROT = Path(__file__).resolve().parents[2]


def test_roller_sh_setter_opp_roller_og_passord(egen_database: str, klynge: dict[str, Any]) -> None:
    """As in the image, but over TCP; the passwords stay those of the cluster (roles are shared)."""
    miljoe = {
        "PATH": f"{finn_binaerer()}:{os.environ['PATH']}",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(klynge["port"]),
        "PGPASSWORD": klynge["postgres"],
        "POSTGRES_DB": egen_database,
        "ROLLER_SQL": str(ROT / "integrering" / "tilgang" / "sql" / "roller.sql"),
        "EIER_PASSORD": klynge["eier"],
        "APP_PASSORD": klynge["app"],
    }
    svar = subprocess.run(
        ["sh", "deploy/roller.sh"], cwd=ROT, env=miljoe, capture_output=True, text=True, check=False
    )
    assert svar.returncode == 0, svar.stderr
    for rolle in ("app", "eier"):
        with psycopg.connect(dsn(klynge, egen_database, rolle)) as kobling:
            assert kobling.execute("SELECT current_user").fetchone() == (rolle,)


def test_statiske_filer_lar_seg_samle(tmp_path: Path) -> None:
    """Every file a stylesheet names exists, or the image would not build."""
    miljoe = {**os.environ, "STATIC_MANIFEST": "1", "STATIC_ROOT": str(tmp_path), "PYTHONWARNINGS": "default"}
    svar = subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        cwd=ROT, env={**miljoe, "DJANGO_SETTINGS_MODULE": "integrering.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert svar.returncode == 0, svar.stderr
    assert (tmp_path / "staticfiles.json").exists()


def test_startskriptets_kontroll_vokter_databaserollen(egen_database: str, klynge: dict[str, Any]) -> None:
    """`start.sh web` checks first: as the tables' owner it does not serve, as `app` it may."""
    for rolle, kode in (("app", 0), ("eier", 1)):
        svar = subprocess.run(
            [sys.executable, "manage.py", "check", "--database", "default", "--fail-level", "ERROR"],
            cwd=ROT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "integrering.settings",
                "DATABASE_URL": dsn(klynge, egen_database, rolle),
            },
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert svar.returncode == kode, svar.stderr


def test_arbeideren_ber_om_nye_oppgaver_naar_den_starter(tmp_path: Path) -> None:
    """After the check, before it takes jobs: new rules hold at once."""
    logg, python = tmp_path / "logg", tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho "$*" >> {logg}\n')
    python.chmod(0o755)
    miljoe = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "HOSTNAME": "proeve"}
    subprocess.run(["sh", "deploy/start.sh", "worker"], cwd=ROT, env=miljoe, check=True)
    linjer = logg.read_text().splitlines()
    assert [" ".join(linje.split()[:2]) for linje in linjer] == [
        "manage.py check", "manage.py regn_ut_status", "manage.py regn_ut_oppgaver", "-m celery",
    ]  # fmt: skip


@pytest.mark.parametrize("fil", sorted(p.name for p in ROT.glob("requirements*.lock")))
def test_laasfiler_har_hasher_og_ingen_adresser(fil: str) -> None:
    tekst = (ROT / fil).read_text()
    assert "://" not in tekst
    assert "--index-url" not in tekst
    assert "--find-links" not in tekst
    assert not any(linje.lstrip("# ").startswith(("/", "file:", "via /")) for linje in tekst.splitlines())
    pakker = [linje for linje in tekst.splitlines() if linje[:1].isalnum()]
    assert pakker
    assert all("==" in linje and linje.endswith("\\") for linje in pakker)
    assert tekst.count("--hash=sha256:") >= len(pakker)


def test_laasfilene_er_enige_om_versjonene() -> None:
    """`make run` and `make test` share `.venv`: installing one must not change what the other needs."""

    def versjoner(fil: str) -> set[str]:
        return {li.split(" \\")[0] for li in (ROT / fil).read_text().splitlines() if li[:1].isalnum()}

    assert (
        versjoner("requirements.lock")
        < versjoner("requirements-lokal.lock")
        < versjoner("requirements-dev.lock")
    )
