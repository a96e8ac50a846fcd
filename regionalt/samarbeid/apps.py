"""Regional cooperation: forums, their members, meetings and decisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SamarbeidKonfig(AppConfig):
    """Regional cooperation: forums, their members, meetings and decisions."""

    name = "regionalt.samarbeid"
    label = "samarbeid"
    verbose_name = _("Regionalt samarbeid")
