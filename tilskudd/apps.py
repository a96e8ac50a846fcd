"""Grants and quarterly payouts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TilskuddConfig(AppConfig):
    """What the county is owed, why, and what is late."""

    name = "tilskudd"
    label = "tilskudd"
    verbose_name = _("Tilskudd")

    def ready(self) -> None:
        """Register the job that calculates a run, the menu item, the panels and the file of rates."""
        from tilskudd import (
            paneler,
            satsfil,
            tasks,  # noqa: F401
        )

        paneler.registrer()
        satsfil.registrer()
