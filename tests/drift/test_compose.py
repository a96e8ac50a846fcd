"""docker-compose.yml and deploy/, validated as far as it goes without a container engine."""

import ast
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

ROT = Path(__file__).resolve().parents[2]
DEPLOY = ROT / "deploy"
COMPOSE = ROT / "docker-compose.yml"
ENGANGS = {"migrate"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The parsed file, with anchors merged."""
    innhold: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return innhold


@pytest.fixture(scope="module")
def tjenester(compose: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The services by name."""
    ut: dict[str, dict[str, Any]] = compose["services"]
    return ut


def eksempel() -> dict[str, str]:
    """The variables of deploy/miljoe.example that are not commented out."""
    linjer = (DEPLOY / "miljoe.example").read_text().splitlines()
    return dict(linje.split("=", 1) for linje in linjer if re.match(r"[A-Z_]+=", linje))


def test_har_de_tjenestene_systemet_trenger(tjenester: dict[str, Any]) -> None:
    assert set(tjenester) == {"proxy", "web", "worker", "beat", "migrate", "db", "valkey"}


def test_paakrevde_variabler_staar_i_eksempelet_og_omvendt() -> None:
    tekst = COMPOSE.read_text()
    paakrevd = set(re.findall(r"\$\{([A-Z_]+):\?", tekst))
    valgfri = set(re.findall(r"\$\{([A-Z_]+):-", tekst))
    assert not re.findall(r"(?<!\$)\$\{[A-Z_]+\}", tekst), "variabler uten :? eller :- blir stille tomme"
    assert paakrevd | valgfri == set(eksempel())
    hemmelige = {n for n in paakrevd if "PASSORD" in n or "PASSWORD" in n or "KEY" in n}
    assert all(eksempel()[n] == "" for n in hemmelige), "eksempelet skal ikke ha hemmeligheter"


def test_innstillingenes_variabler_er_forklart() -> None:
    """What settings read from the environment is described where the operator looks."""
    tre = ast.parse((ROT / "integrering" / "settings.py").read_text())
    leste = {
        node.args[0].value
        for node in ast.walk(tre)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "miljoe"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    forklart = set(re.findall(r"^(?:# )?([A-Z_]+)=", (DEPLOY / "miljoe.example").read_text(), re.M))
    assert leste <= forklart, leste - forklart


def test_hver_tjeneste_starter_igjen_og_er_vernet(tjenester: dict[str, Any]) -> None:
    for navn, tjeneste in tjenester.items():
        assert tjeneste["restart"] == ("no" if navn in ENGANGS else "unless-stopped"), navn
        assert ("healthcheck" in tjeneste) == (navn not in ENGANGS), navn
        assert tjeneste["read_only"] is True, navn
        assert tjeneste["security_opt"] == ["no-new-privileges:true"], navn
        assert tjeneste["cap_drop"] == ["ALL"], navn
        assert tjeneste["logging"]["options"]["max-size"], navn


def test_bilder_er_laast_til_en_versjon(tjenester: dict[str, Any]) -> None:
    bilder = [t["image"] for t in tjenester.values()]
    bilder += re.findall(r"^FROM (\S+)", (DEPLOY / "Dockerfile").read_text(), re.M)
    for bilde in bilder:
        assert re.search(r":\d+\.\d+", bilde), bilde


def test_bare_proxyen_er_aapen_mot_verden(compose: dict[str, Any], tjenester: dict[str, Any]) -> None:
    assert [navn for navn, t in tjenester.items() if "ports" in t] == ["proxy"]
    aapne = {navn for navn, nett in compose["networks"].items() if not nett.get("internal")}
    # the worker reaches out to the server that sends e-mail; nobody reaches in
    ut = {navn: aapne & set(t["networks"]) for navn, t in tjenester.items()}
    assert {navn: nett for navn, nett in ut.items() if nett} == {
        "proxy": {"ute"},
        "worker": {"post"},
    }
    assert "data" not in tjenester["proxy"]["networks"]


def test_bare_migrate_har_eierens_adresse(tjenester: dict[str, Any]) -> None:
    for navn in ("web", "worker", "beat"):
        assert "DATABASE_OWNER_URL" not in tjenester[navn]["environment"]
        assert "//app:" in tjenester[navn]["environment"]["DATABASE_URL"]
        assert "DEMO" not in tjenester[navn]["environment"]
    assert "//eier:" in tjenester["migrate"]["environment"]["DATABASE_OWNER_URL"]


def test_rekkefoelgen(tjenester: dict[str, Any]) -> None:
    for navn in ("web", "worker", "beat"):
        venter = tjenester[navn]["depends_on"]
        assert venter["migrate"]["condition"] == "service_completed_successfully"
        assert venter["db"]["condition"] == venter["valkey"]["condition"] == "service_healthy"


def test_nett_og_volumer_er_erklaert(compose: dict[str, Any], tjenester: dict[str, Any]) -> None:
    for tjeneste in tjenester.values():
        assert set(tjeneste["networks"]) <= set(compose["networks"])
        for volum in tjeneste.get("volumes", []):
            kilde = volum.split(":")[0]
            assert (ROT / kilde).exists() if kilde.startswith("./") else kilde in compose["volumes"], volum


def test_kommandoene_finnes(tjenester: dict[str, Any]) -> None:
    skript = (DEPLOY / "start.sh").read_text()
    for navn in ("web", "worker", "beat", "migrate"):
        assert re.search(rf"^    {tjenester[navn]['command'][0]}\)$", skript, re.M)
    for modul in re.findall(r"python -m (\w+)", skript + COMPOSE.read_text()):
        assert find_spec(modul), modul
    assert (ROT / tjenester["web"]["healthcheck"]["test"][-1]).exists()


def test_dockerfilens_kilder_finnes_og_naar_fram() -> None:
    slippes_inn = set(re.findall(r"^!(\S+)", (ROT / ".dockerignore").read_text(), re.M))
    for linje in re.findall(r"^COPY (?!--from)(.+)$", (DEPLOY / "Dockerfile").read_text(), re.M):
        for kilde in linje.split()[:-1]:
            assert (ROT / kilde).exists(), kilde
            assert kilde.split("/")[0] in slippes_inn, kilde


def test_bildet_har_hver_pakke() -> None:
    kopiert = set(re.findall(r"^COPY (\w+) ", (DEPLOY / "Dockerfile").read_text(), re.M))
    pakker = {p.parent.name for p in ROT.glob("*/__init__.py")} - {"tests", "benchmarks", "scripts"}
    assert pakker <= kopiert


@pytest.mark.parametrize(
    "skript", ["deploy/start.sh", "deploy/roller.sh", "deploy/valkey.sh", "scripts/python.sh"]
)
def test_skallskript_er_gyldige(skript: str) -> None:
    assert subprocess.run(["sh", "-n", skript], cwd=ROT, check=False).returncode == 0


def test_compose_selv_godtar_filen() -> None:
    docker = shutil.which("docker")
    if (
        not docker
        or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode
    ):
        pytest.skip("docker compose finnes ikke her")
    miljoe = {"PATH": "/usr/bin:/bin", **{n: v or "x" for n, v in eksempel().items()}}
    svar = subprocess.run(
        [docker, "compose", "config", "--quiet"],
        cwd=ROT,
        env=miljoe,
        capture_output=True,
        text=True,
        check=False,
    )
    assert svar.returncode == 0, svar.stderr
