"""Organisations, users, roles, row-level security, log of look-ups."""

from django.apps import AppConfig
from django.contrib.admin import apps as djangos
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy as _


class TilgangConfig(AppConfig):
    """Who gets in, and who sees what."""

    name = "integrering.tilgang"
    label = "tilgang"
    verbose_name = _("Tilgang")
    default = True

    def ready(self) -> None:
        """Register the check that refuses to serve with too much power."""
        from integrering.tilgang import kontroll

        register(kontroll.ikke_eier_eller_superbruker, Tags.database)


class AdminKonfig(djangos.AdminConfig):
    """Django's administration behind our own door."""

    default = False
    default_site = "integrering.tilgang.adminside.Adminside"
