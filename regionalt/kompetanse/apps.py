"""Competence raising: courses, gatherings, networks, good examples."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KompetanseKonfig(AppConfig):
    """Competence raising: courses, gatherings, networks, good examples."""

    name = "regionalt.kompetanse"
    label = "kompetanse"
    verbose_name = _("Kompetanseheving")

    def ready(self) -> None:
        """Register the page, the lists and the help."""
        from regionalt.kompetanse import innmelding

        innmelding.meld_inn()
