"""Orphans: what a killed supervisor left running. Only what *this* folder's pid files name is touched."""

import contextlib
import fcntl
import json
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from integrering.lokal.prosess_id import avslutt, i_gruppen, identitet, kommandolinje, lever
from integrering.lokal.steder import Steder


class AlleredeIGang(Exception):
    """Another supervisor holds this folder."""


def ta_laasen(fil: Path) -> IO[str]:
    """Take the folder's lock; the kernel lets go of it when we die, however we die.

    Raises:
        AlleredeIGang: when another supervisor runs here; the message says where it answers.
    """
    laas = fil.open("a+")
    try:
        fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as feil:
        laas.seek(0)
        adresse = laas.read().strip()
        laas.close()
        hvor = f" ({adresse})" if adresse else ""
        raise AlleredeIGang(
            f"Integrering kjører allerede i denne mappen{hvor}. Stopp den først med Ctrl-C."
        ) from feil
    laas.truncate(0)
    return laas


def rydd(steder: Steder) -> list[str]:
    """Stop the orphans of this folder and return their names."""
    return [fil.stem for fil in sorted(steder.pid.glob("*.json")) if _stopp_navngitt(fil, steder.rot)]


def _stopp_navngitt(fil: Path, rot: Path) -> bool:
    """Stop the process (and its group) a pid file names, if it really is that process; remove the file."""
    traff = False
    with contextlib.suppress(ValueError, KeyError, TypeError):
        merke = json.loads(fil.read_text())
        pid = int(merke["pid"])
        if merke["rot"] == str(rot):
            if merke["identitet"] is not None and identitet(pid) == merke["identitet"]:
                traff = True
                avslutt(pid, int(merke["stoppsignal"]), frist=10)
            for medlem in list(i_gruppen(pid, rot)):
                traff = True
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(medlem, signal.SIGKILL)
    fil.unlink(missing_ok=True)
    return traff


def rydd_postgres(data: Path) -> bool:
    """Stop a PostgreSQL that still serves `data`; remove a pid file that names something else.

    PostgreSQL refuses to start while the number in `postmaster.pid` is anybody's; after a crash it may by
    then be a stranger's, and in a copied folder it is the original's.
    """
    fil = data / "postmaster.pid"
    try:
        linjer = fil.read_text().splitlines()
        pid = int(linjer[0])
    except (OSError, ValueError, IndexError):
        return False
    kommando = kommandolinje(pid) if lever(pid) else []
    vaar = len(linjer) > 1 and linjer[1] == str(data) and str(data) in kommando and "postgres" in kommando[0]
    if vaar:
        avslutt(pid, signal.SIGINT, frist=15)
    _vent_til_minnet_er_fritt(linjer, frist=15)
    fil.unlink(missing_ok=True)
    return vaar


def _vent_til_minnet_er_fritt(linjer: Sequence[str], *, frist: float) -> None:
    """Wait until nobody uses the shared memory that `postmaster.pid` names, at most `frist` seconds.

    The children of a server that was killed live a moment longer, and a new one refuses to start beside them.
    """
    minne = linjer[6].split()[-1] if len(linjer) > 6 and linjer[6].strip() else ""
    slutt = time.monotonic() + frist
    while minne and _brukes(minne) and time.monotonic() < slutt:
        time.sleep(0.05)


def _brukes(minne: str) -> bool:
    """Return True while a process is attached to the segment. Where the kernel does not tell: False."""
    try:
        rader = Path("/proc/sysvipc/shm").read_text().splitlines()[1:]
    except OSError:
        return False
    # key, shmid, perms, size, cpid, lpid, nattch, …
    return any(felt[1] == minne and felt[6] != "0" for felt in map(str.split, rader))
