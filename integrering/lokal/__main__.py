"""`python -m integrering.lokal`: what `make run` starts. Ctrl-C ends everything."""

import contextlib
import signal
import sys
import time
from types import FrameType

from integrering.lokal.foreldreloese import AlleredeIGang, rydd, ta_laasen
from integrering.lokal.oppstart import Oppstart
from integrering.lokal.prosesser import Oppstartsfeil, Tilsyn
from integrering.lokal.steder import Steder


class Avbrutt(Exception):
    """Somebody pressed Ctrl-C, closed the terminal or sent SIGTERM."""


class Vaktbikkje:
    """Counts the signals that ask us to stop; the second one means «at once»."""

    def __init__(self) -> None:
        """Take over Ctrl-C, SIGTERM and a closed terminal."""
        self.antall = 0
        for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sig, self._mottatt)

    def _mottatt(self, _sig: int, _ramme: FrameType | None) -> None:
        self.antall += 1

    def krev_ro(self) -> None:
        """Raise Avbrutt when a signal has come."""
        if self.antall:
            raise Avbrutt

    def straks(self) -> bool:
        """Return True after a second signal."""
        return self.antall > 1


def si(tekst: str) -> None:
    """Print at once; a terminal that has gone away is no reason to die."""
    with contextlib.suppress(OSError, ValueError):
        print(tekst, flush=True)


def main() -> int:
    """Run until told to stop; return the exit code."""
    startet = time.monotonic()
    bikkje = Vaktbikkje()
    steder = Steder()
    try:
        steder.opprett()
        laas = ta_laasen(steder.laas)
    except AlleredeIGang as feil:
        si(str(feil))
        return 1
    except PermissionError as feil:
        si(f"Har ikke skrivetilgang til {feil.filename}. Ble mappen sist brukt av en annen bruker (root)?")
        return 1
    for navn in rydd(steder):
        si(f"Stoppet {navn}, som sto igjen etter forrige gang.")
    tilsyn = Tilsyn(steder.rot, steder.logg, steder.pid, si=si)
    oppstart = Oppstart(steder, tilsyn, bikkje.krev_ro, si=si)
    try:
        adresse = oppstart.kjoer()
        laas.write(adresse)
        laas.flush()
        si(f"  Klar på {time.monotonic() - startet:.1f} s. Logger i {steder.logg}. Stopp med Ctrl-C.")
        while True:
            bikkje.krev_ro()
            tilsyn.pass_paa()
            time.sleep(0.2)
    except Avbrutt:
        si("\nStopper …")
        return 0
    except (Oppstartsfeil, OSError) as feil:
        si(f"\nKunne ikke starte: {feil}")
        return 1
    finally:
        oppstart.stopp(straks=bikkje.straks)
        laas.truncate(0)
        laas.close()


if __name__ == "__main__":
    sys.exit(main())
