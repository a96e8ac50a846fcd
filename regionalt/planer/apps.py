"""Plans for the qualification of immigrants."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanerKonfig(AppConfig):
    """Plans for the qualification of immigrants."""

    name = "regionalt.planer"
    label = "planer"
    verbose_name = _("Planer for kvalifisering")
