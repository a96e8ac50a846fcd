"""Only the schema's owner migrates; everything else runs as the login role."""

from typing import Any

EIER = "eier"


class EierMigrerer:
    """Send migrations to the alias `eier` and refuse them on `default`."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Return True for the owner's alias only."""
        return db == EIER
