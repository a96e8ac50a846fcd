"""The work queue: rules become tasks with due dates."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OppgaverConfig(AppConfig):
    """The work queue: rules become tasks with due dates."""

    name = "integrering.oppgaver"
    label = "oppgaver"
    verbose_name = _("Oppgaver")

    def ready(self) -> None:
        """Register the rules about registrations, and the panels."""
