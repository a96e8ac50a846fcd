"""What stands behind `make`: installs what is missing, then runs the task. Standard library only.

`.bootstrap` holds a pinned uv, `.venv` the packages of the lock files (hashes checked). A stamp per lock file
makes the second run skip all of it.
"""

import fcntl
import hashlib
import importlib.util
import os
import ssl
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
BOOTSTRAP = ROT / ".bootstrap"
UV = BOOTSTRAP / "bin" / "uv"
VENV = ROT / ".venv"
PYTHON = VENV / "bin" / "python"

LAAS_BOOTSTRAP = "requirements-bootstrap.lock"
# What each lock file holds: the production packages, plus these extras of pyproject.toml.
LAASER = {
    "requirements.lock": (),
    "requirements-lokal.lock": ("lokal",),
    "requirements-dev.lock": ("lokal", "dev"),
}
KONTROLLER: dict[str, tuple[str, ...]] = {
    "ruff": ("-m", "ruff", "check", "--output-format", "concise", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "mypy": ("-m", "mypy"),
    "importkontrakt": ("-c", "from importlinter.cli import lint_imports_command as k; k()"),
    "migreringer": ("manage.py", "makemigrations", "--check", "--dry-run"),
    "oversettelser": ("manage.py", "oversett", "--sjekk"),
}


class Stopp(Exception):
    """Something the user must bring or fix."""


def main(oppgave: str) -> int:
    """Run one task and return the exit code."""
    os.chdir(ROT)
    oppgaver: dict[str, Callable[[], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "lock": lock,
        "bench": bench,
        "reset": reset,
    }
    try:
        return oppgaver[oppgave]()
    except Stopp as stopp:
        print(stopp, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run() -> int:
    """Start the system; this process becomes the supervisor."""
    installer("requirements-lokal.lock")
    os.execv(PYTHON, [str(PYTHON), "-m", "integrering.lokal"])  # noqa: S606


def test() -> int:
    """Everything a change must pass: the checks, then the tests with coverage."""
    feil = check()
    python = str(PYTHON)
    tester = subprocess.run([python, "-m", "pytest", "-p", "tests.maaling"], env=miljoe(), check=False)
    dekning = subprocess.run([python, "-m", "tests.dekning"], env=miljoe(), check=False)
    return feil or tester.returncode or dekning.returncode


def check() -> int:
    """Style, types, import contract, migrations, translations; two at a time, all are shown."""
    installer("requirements-dev.lock")
    verktoey = {**miljoe(), "DJANGO_SETTINGS_MODULE": "tests.innstillinger"}

    def kontroller(navn: str) -> tuple[str, "subprocess.CompletedProcess[str]"]:
        kommando = [str(PYTHON), *KONTROLLER[navn]]
        return navn, subprocess.run(kommando, env=verktoey, capture_output=True, text=True, check=False)

    feil = 0
    with ThreadPoolExecutor(2) as to:
        # the slowest first
        for navn, svar in to.map(kontroller, sorted(KONTROLLER, key=lambda n: n != "mypy")):
            print(f"{navn}: {'i orden' if svar.returncode == 0 else 'FEIL'}", flush=True)
            if svar.returncode:
                feil = 1
                print(svar.stdout + svar.stderr, flush=True)
    return feil


def bench() -> int:
    """Measure the ratios and write benchmarks/RESULTS.md."""
    installer("requirements-dev.lock")
    return subprocess.run([str(PYTHON), "-m", "benchmarks"], env=miljoe(), check=False).returncode


def reset() -> int:
    """Delete the local data."""
    installer("requirements-lokal.lock")
    return subprocess.run([str(PYTHON), "-m", "integrering.lokal.nullstill"], check=False).returncode


def lock() -> int:
    """Resolve the packages anew. The lock files hold names, versions and hashes, no hosts."""
    hent_uv()
    felles = (
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
    )
    alle: tuple[str, ...] = ()
    for fil, tillegg in reversed(LAASER.items()):
        ekstra = [del_ for navn in tillegg for del_ in ("--extra", navn)]
        _uv("pip", "compile", "--quiet", "--upgrade", *felles, *alle, *ekstra, "pyproject.toml", "-o", fil)
        alle = ("--constraint", "requirements-dev.lock", "--no-annotate")
    return 0


def installer(laas: str) -> None:
    """See to it that `.venv` has what `laas` names. Nothing is uninstalled.

    The development lock is a superset: once it is in place `make run` has what it needs.
    """
    with Path(__file__).open() as fil:
        fcntl.flock(fil, fcntl.LOCK_EX)  # `make run` and `make test` at the same time
        stempler = [VENV / f".{navn}.stempel" for navn in {laas, "requirements-dev.lock"}]
        if _python_virker() and any(s.exists() and s.read_text() == _avtrykk(s.name[1:-8]) for s in stempler):
            return
        hent_uv()
        if not _python_virker():
            _uv("venv", "--clear", "--quiet", "--python", sys.executable, str(VENV))
        print("Installerer pakkene …", flush=True)
        _uv(
            "pip",
            "install",
            "--quiet",
            "--python",
            str(PYTHON),
            "--require-hashes",
            "--compile-bytecode",
            "-r",
            laas,
        )
        (VENV / f".{laas}.stempel").write_text(_avtrykk(laas))


def hent_uv() -> None:
    """Install the pinned uv into `.bootstrap`.

    Raises:
        Stopp: when this Python cannot make virtual environments, or the package cannot be fetched.
    """
    stempel = BOOTSTRAP / "stempel"
    if UV.exists() and stempel.exists() and stempel.read_text() == _avtrykk(LAAS_BOOTSTRAP):
        return
    if not all(importlib.util.find_spec(navn) for navn in ("venv", "ensurepip")):
        pakke = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise Stopp(
            f"Mangler {pakke}: kjør «apt-get install {pakke}» (Debian/Ubuntu) som root og prøv igjen. "
            f"({pakke} is missing; install it and try again.)"
        )
    print("Henter uv …", flush=True)
    _kjoer(sys.executable, "-m", "venv", "--clear", str(BOOTSTRAP))
    _kjoer(
        str(BOOTSTRAP / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--require-hashes", "-r", LAAS_BOOTSTRAP,
    )  # fmt: skip
    stempel.write_text(_avtrykk(LAAS_BOOTSTRAP))


def miljoe() -> dict[str, str]:
    """Return the environment of what we start."""
    ut = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "PYTHONUTF8": "1"}
    ut.pop("PYTHONDONTWRITEBYTECODE", None)  # we start many processes: each would compile everything again
    hjem = Path.home()
    if "UV_CACHE_DIR" not in ut and not os.access(hjem, os.W_OK):
        ut |= {"UV_CACHE_DIR": str(BOOTSTRAP / "cache"), "PIP_NO_CACHE_DIR": "1"}
    if ssl.get_default_verify_paths().cafile:  # proxies that inspect: the machine knows
        ut.setdefault("UV_SYSTEM_CERTS", "1")
    return ut


def _uv(*argumenter: str) -> None:
    _kjoer(str(UV), *argumenter)


def _kjoer(*kommando: str) -> None:
    if subprocess.run(kommando, env=miljoe(), check=False).returncode:
        raise Stopp(f"Feilet: {' '.join(Path(d).name if '/' in d else d for d in kommando)}")


def _python_virker() -> bool:
    if not PYTHON.exists():
        return False
    krav = "import sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(PYTHON), "-c", krav], capture_output=True, check=False).returncode == 0


def _avtrykk(laas: str) -> str:
    return hashlib.sha256((ROT / laas).read_bytes()).hexdigest()


def hoved(argumenter: Sequence[str]) -> int:
    """Check the arguments of the command line."""
    if len(argumenter) != 1:
        print(__doc__)
        return 2
    return main(argumenter[0])


if __name__ == "__main__":
    sys.exit(hoved(sys.argv[1:]))
