"""Plans: goals, labour needs, measures, hearing, decision."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanerKonfig(AppConfig):
    """Plans: goals, labour needs, measures, hearing, decision."""

    name = "regionalt.planer"
    label = "planer"
    verbose_name = _("Planer")
