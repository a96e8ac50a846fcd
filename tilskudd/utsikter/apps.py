"""The money that waits, and what is coming."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UtsikterKonfig(AppConfig):
    """The money that waits, and what is coming."""

    name = "tilskudd.utsikter"
    label = "utsikter"
    verbose_name = _("Penger på vent og prognose")
