"""The voluntary sector: organisations, agreements, activities."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrivillighetKonfig(AppConfig):
    """The voluntary sector: organisations, agreements, activities."""

    name = "regionalt.frivillighet"
    label = "frivillighet"
    verbose_name = _("Frivillig sektor")
