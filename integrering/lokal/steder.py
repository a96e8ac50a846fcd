"""Where the local installation keeps its things: one folder, `.lokal`, in the checkout."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Steder:
    """The paths of one checkout; `rot` also tells its processes from those of a copied folder."""

    rot: Path = ROT

    @property
    def lokal(self) -> Path:
        """Everything that `make reset` deletes."""
        return self.rot / ".lokal"

    @property
    def postgres(self) -> Path:
        """PostgreSQL's data folder."""
        return self.lokal / "postgres"

    @property
    def valkey(self) -> Path:
        """Valkey's data and configuration."""
        return self.lokal / "valkey"

    @property
    def logg(self) -> Path:
        """One log file per child."""
        return self.lokal / "logg"

    @property
    def pid(self) -> Path:
        """One file per running child."""
        return self.lokal / "pid"

    @property
    def hemmeligheter(self) -> Path:
        """Generated passwords and keys, readable only by the owner."""
        return self.lokal / "hemmeligheter.json"

    @property
    def laas(self) -> Path:
        """Held (flock) by the supervisor that runs here."""
        return self.lokal / "laas"

    @property
    def roller_sql(self) -> Path:
        """The database's roles, the same file as in production."""
        return self.rot / "integrering" / "tilgang" / "sql" / "roller.sql"

    def opprett(self) -> None:
        """Make the folders. `.lokal` can be passed through (PostgreSQL may run as nobody), not listed."""
        # `static` stays empty here; the web server warns when it is missing
        for mappe in (self.lokal, self.valkey, self.logg, self.pid, self.lokal / "static"):
            mappe.mkdir(parents=True, exist_ok=True)
        if self.lokal.stat().st_uid == os.geteuid():
            self.lokal.chmod(0o711)
        for mappe in (self.valkey, self.logg, self.pid):
            mappe.chmod(0o700)


def utenfor(mappe: Path) -> Path:
    """Return a lasting folder outside the checkout, always the same for this `mappe`.

    Used only when root's checkout cannot be reached by the user PostgreSQL has to run as.
    """
    merke = hashlib.sha256(str(mappe).encode()).hexdigest()[:12]
    return Path("/var/tmp") / f"integrering-{merke}"  # noqa: S108 - must outlive a restart of the machine
