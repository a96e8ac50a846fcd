"""Jobbsjansen part B: projects for youth. Numbers, never persons."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobbsjansenKonfig(AppConfig):
    """Jobbsjansen part B: projects for youth. Numbers, never persons."""

    name = "regionalt.jobbsjansen"
    label = "jobbsjansen"
    verbose_name = _("Jobbsjansen del B")

    def ready(self) -> None:
        """Register what the floors below are told."""
        from regionalt.jobbsjansen import innmelding

        innmelding.meld_inn()
