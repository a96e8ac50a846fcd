"""What leaders see: the figures, the yearly wheel, the yearly report."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LedelseKonfig(AppConfig):
    """What leaders see: the figures, the yearly wheel, the yearly report."""

    name = "regionalt.ledelse"
    label = "ledelse"
    verbose_name = _("Ledelse")

    def ready(self) -> None:
        """Register the menu, the pages, the help, and what the floors below know."""
        from regionalt.ledelse import innmelding

        innmelding.meld_inn()
