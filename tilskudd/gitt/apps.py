"""Grants the county gives."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GittKonfig(AppConfig):
    """Grants the county gives."""

    name = "tilskudd.gitt"
    label = "gitt"
    verbose_name = _("Tilskudd fylkeskommunen gir")
