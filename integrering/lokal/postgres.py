"""The embedded PostgreSQL: make a cluster and say how it is started. As whom it runs: see `kjoeremaate`."""

import os
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path

from integrering.lokal.kjoeremaate import finn_binaerer, miljoe, utfoer, velg_kjoeremaate
from integrering.lokal.nett import VERT, ledig_port
from integrering.lokal.prosesser import Oppskrift, Oppstartsfeil

FORT_OG_FLYKTIG = {
    # for tests only: nothing has to survive
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


class Klynge:
    """One cluster: its data folder, port and superuser."""

    def __init__(
        self, data: Path, *, passord: str, port: int | None = None, valg: Mapping[str, str] | None = None
    ) -> None:
        """Choose how to run; nothing is made or started yet."""
        self.maate = velg_kjoeremaate(finn_binaerer(), data)
        self.data = self.maate.data
        self.passord = passord
        self.port = port or ledig_port()
        self.valg = dict(valg or {})

    def dsn(self, database: str = "postgres", *, bruker: str = "postgres", passord: str | None = None) -> str:
        """Return the address of a database in the cluster; without `passord` the superuser's."""
        return f"postgresql://{bruker}:{passord or self.passord}@{VERT}:{self.port}/{database}"

    def opprett(self) -> bool:
        """Make the cluster if it is not there (whole or not at all). Return True when it was made now.

        Raises:
            Oppstartsfeil: when initdb fails, or the data are of another major version.
        """
        self._overta()
        versjon = self.data / "PG_VERSION"
        if versjon.exists():
            self._krev_versjon(versjon.read_text().strip())
            return False
        ny = self.data.with_name(self.data.name + ".ny")
        shutil.rmtree(ny, ignore_errors=True)
        ny.mkdir(mode=0o700, parents=True)
        passordfil = ny.with_name("pw.ny")
        passordfil.unlink(missing_ok=True)
        with os.fdopen(os.open(passordfil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ut:
            ut.write(self.passord)
        if self.maate.bruker is not None:
            os.chown(ny, self.maate.bruker, self.maate.bruker)
            os.chown(passordfil, self.maate.bruker, self.maate.bruker)
        try:
            self._initdb(ny, passordfil)
        finally:
            passordfil.unlink(missing_ok=True)
        shutil.rmtree(self.data, ignore_errors=True)
        ny.rename(self.data)
        return True

    def oppskrift(self, navn: str = "postgres") -> Oppskrift:
        """Return how the supervisor starts the server (fast shutdown; no unix socket, paths may be long)."""
        valg = {
            "listen_addresses": VERT,
            "port": str(self.port),
            "unix_socket_directories": "",
            "log_timezone": "Europe/Oslo",
            **self._bibliotek(),
            **self.valg,
        }
        flagg = [del_ for n, v in valg.items() for del_ in ("-c", f"{n}={v}")]
        return Oppskrift(
            navn=navn,
            kommando=(*self.maate.foran, str(self.maate.binaer / "postgres"), "-D", str(self.data), *flagg),
            mappe=Path("/"),
            miljoe=miljoe(),
            stoppsignal=signal.SIGINT,
            doedssignal=signal.SIGINT,
            stopptid=15,
            bruker=self.maate.bruker,
        )

    def _initdb(self, mappe: Path, passordfil: Path) -> None:
        # --no-sync: an empty cluster is worth no wait; what is stored in it later is synced by the server
        kommando = [
            *self.maate.foran, str(self.maate.binaer / "initdb"), "-D", str(mappe), "-U", "postgres",
            "--auth=scram-sha-256", f"--pwfile={passordfil}", "--encoding=UTF8", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync", "--no-instructions",
        ]  # fmt: skip
        svar = utfoer(kommando, self.maate.bruker)
        if svar.returncode:
            raise Oppstartsfeil(f"PostgreSQL kunne ikke opprettes:\n{svar.stdout}{svar.stderr}")

    def _overta(self) -> None:
        """Give an existing data folder to the user that will run it (a checkout used by root and others)."""
        if not self.data.exists():
            return
        if os.geteuid() != 0:
            if self.data.stat().st_uid != os.geteuid():
                raise Oppstartsfeil(
                    f"{self.data} tilhører en annen bruker. Slett mappen som den brukeren, eller som root."
                )
            return
        eier = self.maate.bruker or 0
        if self.data.stat().st_uid == eier:
            return
        for mappe, undermapper, filer in os.walk(self.data):
            for navn in (".", *undermapper, *filer):
                os.chown(os.path.join(mappe, navn), eier, eier, follow_symlinks=False)  # noqa: PTH118

    def _krev_versjon(self, data: str) -> None:
        svar = utfoer([str(self.maate.binaer / "postgres"), "--version"])
        program = svar.stdout.rpartition(" ")[2].partition(".")[0]
        if program and program != data:
            raise Oppstartsfeil(
                f"Dataene i {self.data} er fra PostgreSQL {data}, programmet er {program}. "
                "`make reset` sletter de lokale dataene."
            )

    def _bibliotek(self) -> dict[str, str]:
        finnes = list(self.maate.binaer.parent.rglob("pg_stat_statements.so"))
        return {"shared_preload_libraries": "pg_stat_statements"} if finnes else {}
