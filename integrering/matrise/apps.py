"""The registration matrix: who registers what, snapshots for a committee, decision points."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MatriseConfig(AppConfig):
    """The registration matrix: who registers what, snapshots for a committee, decision points."""

    name = "integrering.matrise"
    label = "matrise"
    verbose_name = _("Registreringsmatrisen")

    def ready(self) -> None:
        """Register menu, lists, help and the rest."""
