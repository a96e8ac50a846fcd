"""The catalogue of grant schemes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdningerKonfig(AppConfig):
    """The catalogue of grant schemes."""

    name = "tilskudd.ordninger"
    label = "ordninger"
    verbose_name = _("Tilskuddsordninger")
