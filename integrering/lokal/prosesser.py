"""The supervisor's children: start, watch, start again with a growing pause, stop in order."""

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from integrering.lokal.prosess_id import doe_med_forelder, identitet

LENGSTE_PAUSE = 30.0
STOERSTE_LOGG = 5_000_000


class Oppstartsfeil(Exception):
    """A child could not be started; the message is for the one at the keyboard."""


@dataclass(frozen=True, slots=True)
class Oppskrift:
    """How one child is started and stopped."""

    navn: str
    kommando: tuple[str, ...]
    mappe: Path
    miljoe: Mapping[str, str]
    stoppsignal: signal.Signals = signal.SIGTERM
    doedssignal: signal.Signals = signal.SIGTERM
    stopptid: float = 8.0
    bruker: int | None = None
    arvede_filer: tuple[int, ...] = ()


@dataclass(slots=True)
class Barn:
    """One running child."""

    oppskrift: Oppskrift
    prosess: subprocess.Popen[bytes]
    startet: float
    fall: int = 0
    neste_start: float | None = None

    @property
    def lever(self) -> bool:
        """True while the process runs."""
        return self.prosess.poll() is None


def start_prosess(oppskrift: Oppskrift, logg: Path) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own (Ctrl-C reaches only us) that dies when we do."""
    forelder = os.getpid()
    sig = int(oppskrift.doedssignal)
    with logg.open("ab") as ut:
        return subprocess.Popen(
            oppskrift.kommando,
            cwd=oppskrift.mappe,
            env=dict(oppskrift.miljoe),
            stdin=subprocess.DEVNULL,
            stdout=ut,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=oppskrift.arvede_filer,
            preexec_fn=lambda: doe_med_forelder(forelder, sig),  # noqa: PLW1509 - one thread only
            user=oppskrift.bruker,
            group=oppskrift.bruker,
            extra_groups=None if oppskrift.bruker is None else [],
        )


@dataclass(slots=True)
class Tilsyn:
    """Keeps the children alive until told to stop. Use from the main thread."""

    rot: Path
    logg: Path
    pid: Path
    barn: dict[str, Barn] = field(default_factory=dict)
    si: Callable[[str], None] = print

    def start(self, oppskrift: Oppskrift) -> Barn:
        """Start a child and remember it in a pid file."""
        prosess = start_prosess(oppskrift, self._loggfil(oppskrift.navn))
        barn = Barn(oppskrift, prosess, time.monotonic())
        self.barn[oppskrift.navn] = barn
        self._merk(barn)
        return barn

    def vent_til(self, navn: str, klar: Callable[[], bool], *, frist: float) -> None:
        """Wait until `klar()`; watch the others meanwhile.

        Raises:
            Oppstartsfeil: when the child ends, or is not ready within `frist` seconds.
        """
        slutt = time.monotonic() + frist
        while not klar():
            if not self.barn[navn].lever:
                raise Oppstartsfeil(f"{navn} stoppet under oppstart.\n{self.siste_linjer(navn)}")
            if time.monotonic() > slutt:
                raise Oppstartsfeil(f"{navn} svarte ikke innen {frist:.0f} s.\n{self.siste_linjer(navn)}")
            time.sleep(0.05)

    def pass_paa(self) -> None:
        """One round: start again what has fallen, with a pause that doubles (0.5 s to 30 s)."""
        naa = time.monotonic()
        for barn in list(self.barn.values()):
            if barn.lever:
                continue
            if barn.neste_start is None:
                if naa - barn.startet > 2 * LENGSTE_PAUSE:
                    barn.fall = 0
                pause = min(0.5 * 2**barn.fall, LENGSTE_PAUSE)
                barn.fall += 1
                barn.neste_start = naa + pause
                self.si(
                    f"{barn.oppskrift.navn} stoppet (kode {barn.prosess.returncode}); "
                    f"starter igjen om {pause:g} s. Se {self._loggfil(barn.oppskrift.navn, roter=False)}"
                )
                self._fei_gruppen(barn)
            elif naa >= barn.neste_start:
                ny = self.start(barn.oppskrift)
                ny.fall = barn.fall

    def stopp(self, navn: tuple[str, ...], *, straks: Callable[[], bool] = lambda: False) -> None:
        """Stop these children together; kill what has not ended in its time, or at once when `straks()`."""
        gruppe = [self.barn[n] for n in navn if n in self.barn]
        startet = time.monotonic()
        for barn in gruppe:
            if barn.lever:
                barn.prosess.send_signal(barn.oppskrift.stoppsignal)
        for barn in gruppe:
            while barn.lever and time.monotonic() - startet < barn.oppskrift.stopptid and not straks():
                time.sleep(0.02)
            if barn.lever:
                barn.prosess.kill()
            barn.prosess.wait()
            self._fei_gruppen(barn)
            self._pidfil(barn.oppskrift.navn).unlink(missing_ok=True)
            del self.barn[barn.oppskrift.navn]

    def siste_linjer(self, navn: str, antall: int = 15) -> str:
        """Return the end of a child's log."""
        fil = self._loggfil(navn, roter=False)
        linjer = fil.read_text(errors="replace").splitlines()[-antall:] if fil.exists() else []
        return "\n".join([*linjer, f"(hele loggen: {fil})"])

    def _merk(self, barn: Barn) -> None:
        pid = barn.prosess.pid
        innhold = {
            "pid": pid,
            "identitet": identitet(pid),
            "rot": str(self.rot),
            "stoppsignal": int(barn.oppskrift.stoppsignal),
        }
        self._pidfil(barn.oppskrift.navn).write_text(json.dumps(innhold))

    def _pidfil(self, navn: str) -> Path:
        return self.pid / f"{navn}.json"

    def _loggfil(self, navn: str, *, roter: bool = True) -> Path:
        fil = self.logg / f"{navn}.log"
        if roter and fil.exists() and fil.stat().st_size > STOERSTE_LOGG:
            fil.replace(fil.with_suffix(".log.1"))
        return fil

    @staticmethod
    def _fei_gruppen(barn: Barn) -> None:
        """Kill what a fallen child left behind in its session (pool processes)."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(barn.prosess.pid, signal.SIGKILL)
