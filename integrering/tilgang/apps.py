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
        """Register the check that refuses to serve with too much power, the pages, and the e-mails."""
        from integrering.tilgang import epost, kontroll, soekekilder
        from integrering.tilgang.actions import invitasjon, passord
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import Rolle

        register(kontroll.ikke_eier_eller_superbruker, Tags.database)
        soekekilder.registrer()
        epost.registrer_epost(invitasjon.INVITASJON, invitasjon.lag_invitasjon)
        epost.registrer_epost(invitasjon.NY_ROLLE, invitasjon.lag_ny_rolle)
        epost.registrer_epost(passord.GLEMT, passord.lag_glemt)
        epost.registrer_epost(passord.BYTTET, passord.lag_byttet)
        forvaltere = frozenset({Rolle.ADMINISTRATOR, Rolle.KOMMUNE_ADMINISTRATOR})
        registrer_menypunkt("brukere", _("Brukere"), rekkefoelge=30, roller=forvaltere, mer=True)
        registrer_menypunkt("fagsystemer", _("Fagsystemer"), rekkefoelge=32, roller=forvaltere, mer=True)


class AdminKonfig(djangos.AdminConfig):
    """Django's administration behind our own door."""

    default = False
    default_site = "integrering.tilgang.adminside.Adminside"
