"""Grants the county applies for."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SoektKonfig(AppConfig):
    """Grants the county applies for."""

    name = "tilskudd.soekt"
    label = "soekt"
    verbose_name = _("Tilskudd fylkeskommunen søker om")
