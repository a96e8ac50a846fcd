"""Telling processes apart: a number alone is not enough, the system uses numbers again."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
LINUX = sys.platform.startswith("linux")
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if LINUX else None


def doe_med_forelder(forelder: int, sig: int) -> None:
    """Ask the kernel to send `sig` to this process when its parent dies (Linux; between fork and exec).

    The parent's *thread* counts: start children from the main thread only.
    """
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, sig)
        if os.getppid() != forelder:  # it died before we had asked
            os._exit(1)


def lever(pid: int) -> bool:
    """Return True when the process exists and is no zombie."""
    if LINUX:
        felt = _stat(pid)
        return bool(felt) and felt[0] not in {"Z", "X"}
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def identitet(pid: int) -> str | None:
    """Return text that no other process, before or after, has: boot and start time. None when it is gone."""
    if not lever(pid):
        return None
    if LINUX:
        felt = _stat(pid)
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}:{felt[19]}" if felt else None
    svar = subprocess.run(
        ["ps", "-o", "lstart=,command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return svar.stdout.strip() or None


def kommandolinje(pid: int) -> list[str]:
    """Return the arguments a process was started with (empty when unknown)."""
    if LINUX:
        try:
            return [
                d.decode(errors="replace") for d in (PROC / f"{pid}/cmdline").read_bytes().split(b"\0") if d
            ]
        except OSError:
            return []
    svar = subprocess.run(
        ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return svar.stdout.split()


def i_gruppen(pgid: int, mappe: Path) -> Iterator[int]:
    """Yield living processes of a process group that work in `mappe` (Linux; elsewhere none)."""
    if not LINUX:
        return
    for inngang in PROC.iterdir():
        if not inngang.name.isdigit():
            continue
        felt = _stat(int(inngang.name))
        if not felt or felt[0] in {"Z", "X"} or int(felt[2]) != pgid:
            continue
        with contextlib.suppress(OSError):
            if (inngang / "cwd").readlink() == mappe:
                yield int(inngang.name)


def avslutt(pid: int, sig: int, *, frist: float) -> None:
    """Send `sig`, wait up to `frist` seconds, then kill. For processes that are not our children."""
    kjenn = identitet(pid)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, sig)
    slutt = time.monotonic() + frist
    while time.monotonic() < slutt:
        if identitet(pid) != kjenn:
            return
        time.sleep(0.05)
    if kjenn is not None and identitet(pid) == kjenn:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)


def _stat(pid: int) -> list[str]:
    """Return the fields of /proc/<pid>/stat from `state` on (the name before it may hold anything)."""
    try:
        return (PROC / f"{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
