"""A PostgreSQL of its own for the benchmarks, durable like a real one, with the migrated schema."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from integrering.lokal import roller
from integrering.lokal.hemmeligheter import nye
from integrering.lokal.postgres import Klynge
from integrering.lokal.prosesser import Tilsyn
from integrering.lokal.steder import Steder

VALG = {
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "maintenance_work_mem": "256MB",
    "effective_cache_size": "4GB",
    "max_connections": "20",
    # background work would be measured along with what we measure; the engine analyses for itself
    "autovacuum": "off",
}


@contextmanager
def tjener() -> Iterator[None]:
    """Start the server, make the database, migrate it and point Django at it as role `app`."""
    with tempfile.TemporaryDirectory(prefix="integrering-bench-") as mappe_:
        mappe = Path(mappe_)
        mappe.chmod(0o711)
        (mappe / "pid").mkdir()
        hemmelig = nye()
        klynge = Klynge(mappe / "postgres", passord=hemmelig.postgres, valg=VALG)
        klynge.opprett()
        tilsyn = Tilsyn(Steder().rot, logg=mappe, pid=mappe / "pid", si=lambda _: None)
        tilsyn.start(klynge.oppskrift())
        try:
            tilsyn.vent_til("postgres", lambda: roller.svarer(klynge.dsn()), frist=60)
            roller.opprett_database(klynge.dsn())
            passord = {"eier": hemmelig.eier, "app": hemmelig.app}
            roller.sett_opp_roller(klynge.dsn(roller.DATABASE), Steder().roller_sql, passord)
            adresser = {
                "DJANGO_SETTINGS_MODULE": "integrering.settings",
                "DATABASE_URL": klynge.dsn(roller.DATABASE, bruker="app", passord=hemmelig.app),
                "DATABASE_OWNER_URL": klynge.dsn(roller.DATABASE, bruker="eier", passord=hemmelig.eier),
            }
            with mock.patch.dict(os.environ, adresser):
                _migrer()
                yield
        finally:
            tilsyn.stopp(("postgres",))


def _migrer() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", database="eier", verbosity=0, interactive=False)
