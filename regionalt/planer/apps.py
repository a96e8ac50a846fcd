"""Plans for qualification of immigrants: goals, and the measures that lead to them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanerKonfig(AppConfig):
    """Plans for qualification of immigrants: goals, and the measures that lead to them."""

    name = "regionalt.planer"
    label = "planer"
    verbose_name = _("Planer")

    def ready(self) -> None:
        """Register the pages, the lists, the tasks, the figures, the wheel, the chapter and the help."""
        from regionalt.planer import innmelding

        innmelding.meld_inn()
