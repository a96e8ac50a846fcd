"""The order of a start: databases, roles, tables, web, worker and beat, demo."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from integrering.lokal import migrering, miljoefil, nett, roller, tjenester
from integrering.lokal.foreldreloese import rydd_postgres
from integrering.lokal.hemmeligheter import les_eller_lag
from integrering.lokal.postgres import Klynge
from integrering.lokal.prosesser import Oppskrift, Oppstartsfeil, Tilsyn, start_prosess
from integrering.lokal.steder import Steder
from integrering.lokal.valkey import Valkey

FOERSTE_PORT = 8000


@dataclass(slots=True)
class Oppstart:
    """One start of the whole system. `avbrutt` is asked while we wait, so that Ctrl-C works at once."""

    steder: Steder
    tilsyn: Tilsyn
    avbrutt: Callable[[], None]
    si: Callable[[str], None] = print
    miljoe: dict[str, str] = field(default_factory=dict)
    klynge: Klynge | None = None
    valkey: Valkey | None = None
    uttak: socket.socket | None = None

    def kjoer(self) -> str:
        """Start everything and return the address.

        Raises:
            Oppstartsfeil: with the end of the log of what failed.
        """
        self.uttak = nett.reserver(int(os.environ.get("PORT") or FOERSTE_PORT))
        port = int(self.uttak.getsockname()[1])
        self._tjenester()
        self._tabeller()
        self._start(tjenester.web(self.steder, self.miljoe, fil=self.uttak.fileno()))
        demo = self._demo()
        self._vent("web", lambda: nett.http_svar(port, "/helse/klar/") == 200, 60)
        self._start(tjenester.worker(self.steder, self.miljoe))
        self._start(tjenester.beat(self.steder, self.miljoe))
        adresse = f"http://localhost:{port}/"
        self.si(f"\n  Integrering svarer på {adresse}\n")
        if demo is not None:
            self._vis_brukere(demo)
        return adresse

    def stopp(self, *, straks: Callable[[], bool]) -> None:
        """Stop everything, those who use the databases first."""
        miljoefil.slett(self.steder)
        databaser = ("valkey", "postgres")
        self.tilsyn.stopp(tuple(n for n in self.tilsyn.barn if n not in databaser), straks=straks)
        self.tilsyn.stopp(databaser)
        if self.uttak is not None:
            self.uttak.close()

    def _tjenester(self) -> None:
        """Start Valkey and PostgreSQL side by side and write their addresses into the environment."""
        hemmelig = les_eller_lag(self.steder.hemmeligheter)
        ekstra = {"DJANGO_SECRET_KEY": os.environ.get("DJANGO_SECRET_KEY") or hemmelig.django}
        if not os.environ.get("REDIS_URL"):
            self.valkey = Valkey(self.steder.valkey, passord=hemmelig.valkey)
            self._start(self.valkey.oppskrift())
            ekstra["REDIS_URL"] = self.valkey.url()
        if os.environ.get("DATABASE_URL"):
            ekstra |= {"DEMO": "0", "INTEGRERING_LOKAL": "0"}  # never demo data beside a real database
        else:
            # INTEGRERING_LOKAL says that this database is ours: the demo fills no other
            ekstra |= {"DEMO": os.environ.get("DEMO") or "1", "INTEGRERING_LOKAL": "1"}
            self.klynge = Klynge(self.steder.postgres, passord=hemmelig.postgres)
            rydd_postgres(self.klynge.data)
            ny = self.klynge.opprett()
            self._start(self.klynge.oppskrift())
            self._vent("postgres", lambda: roller.svarer(self._super()), 60)
            if ny:
                roller.statistikk(self.klynge.dsn("template1"))
            roller.opprett_database(self._super())
            dsn = self.klynge.dsn(roller.DATABASE)
            roller.sett_opp_roller(dsn, self.steder.roller_sql, {"eier": hemmelig.eier, "app": hemmelig.app})
            ekstra["DATABASE_URL"] = self.klynge.dsn(roller.DATABASE, bruker="app", passord=hemmelig.app)
            ekstra["DATABASE_OWNER_URL"] = self.klynge.dsn(
                roller.DATABASE, bruker="eier", passord=hemmelig.eier
            )
        self.miljoe = tjenester.barnemiljoe(ekstra)
        if self.klynge is not None:
            miljoefil.skriv(self.steder, ekstra)
        if self.valkey is not None:
            self._vent("valkey", self.valkey.svarer, 60)

    def _tabeller(self) -> None:
        """Migrate, unless the database itself says that these very migrations are applied."""
        trykk = migrering.fingeravtrykk(self.steder.rot)
        if self.klynge is not None and roller.merke(self._super()) == trykk:
            return
        self.si("Oppretter eller oppdaterer tabellene …")
        self._utfoer("migrate", "--database", "eier", "--verbosity", "1", "--no-input")
        if self.klynge is not None:
            roller.sett_merke(self._super(), trykk)

    def _demo(self) -> "subprocess.Popen[bytes] | None":
        """Start the demo as a job (it fills while people look); None when there is no demo here."""
        finnes = any(self.steder.rot.glob("*/management/commands/demo.py")) or any(
            self.steder.rot.glob("integrering/*/management/commands/demo.py")
        )
        if self.miljoe.get("DEMO") != "1" or not finnes:
            return None
        oppskrift = tjenester.kommando(self.steder, self.miljoe, "demo", "--start")
        return start_prosess(oppskrift, self.steder.logg / "demo.log")

    def _vis_brukere(self, demo: "subprocess.Popen[bytes]") -> None:
        """Print the table of demo users when the command that makes them is done."""
        self._vent_prosess(demo, 120)
        if demo.returncode:
            self.si(f"Demoen kunne ikke startes:\n{self.tilsyn.siste_linjer('demo')}")
            return
        oppskrift = tjenester.kommando(self.steder, self.miljoe, "demo", "--brukere")
        svar = subprocess.run(
            oppskrift.kommando, cwd=oppskrift.mappe, env=dict(oppskrift.miljoe), capture_output=True,
            text=True, check=False, start_new_session=True,
        )  # fmt: skip
        self.si(svar.stdout if svar.returncode == 0 else svar.stderr[-1000:])

    def _utfoer(self, *argumenter: str) -> None:
        oppskrift = tjenester.kommando(self.steder, self.miljoe, *argumenter)
        prosess = start_prosess(oppskrift, self.steder.logg / f"{oppskrift.navn}.log")
        self._vent_prosess(prosess, 600)
        if prosess.returncode:
            slutt = self.tilsyn.siste_linjer(oppskrift.navn)
            raise Oppstartsfeil(f"manage.py {oppskrift.navn} feilet.\n{slutt}")

    def _vent_prosess(self, prosess: "subprocess.Popen[bytes]", frist: float) -> None:
        slutt = time.monotonic() + frist
        while prosess.poll() is None:
            if time.monotonic() > slutt:
                prosess.send_signal(signal.SIGTERM)
                prosess.wait()
                return
            try:
                self.avbrutt()
            except BaseException:
                prosess.terminate()
                prosess.wait()
                raise
            time.sleep(0.03)

    def _start(self, oppskrift: Oppskrift) -> None:
        self.avbrutt()
        self.tilsyn.start(oppskrift)

    def _vent(self, navn: str, klar: Callable[[], bool], frist: float) -> None:
        def klar_eller_avbrutt() -> bool:
            self.avbrutt()
            return klar()

        self.tilsyn.vent_til(navn, klar_eller_avbrutt, frist=frist)

    def _super(self) -> str:
        assert self.klynge is not None  # noqa: S101 - for the type checker: only called with a cluster
        return self.klynge.dsn()
