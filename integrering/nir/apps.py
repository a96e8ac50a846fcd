"""Persons and NIR-style registrations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NirConfig(AppConfig):
    """Persons and the facts that decide law and money about them."""

    name = "integrering.nir"
    label = "nir"
    verbose_name = _("Personer og registreringer")

    def ready(self) -> None:
        """Put the pages in the menu and the panels on the front page."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.lister import registrer_liste
        from integrering.nir import innsynslogg, kodelister, lenker, lister, soekekilder
        from integrering.nir.actions import registreringsstatus
        from integrering.nir.hendelser import registrer_lytter
        from integrering.nir.innsynssteder import STEDER
        from integrering.nir.personpaneler import Personpanel, registrer_personpanel
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.personlenker import registrer_personsider
        from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER, Rolle

        # first of those who listen: others build on the status
        registrer_lytter(registreringsstatus.personer_endret)
        registrer_kodelister(self, *kodelister.ALLE)
        soekekilder.registrer()
        registrer_innsynssteder(STEDER)
        for liste in (*lister.LISTER, *innsynslogg.LISTER):
            registrer_liste(liste)
        registrer_personsider(lenker=lenker.personsider, finn=lenker.person_id)
        registrer_menypunkt(
            "innsynslogg", _("Innsynslogg"), rekkefoelge=40, roller=innsynslogg.LESER, mer=True
        )
        registrer_personpanel(
            Personpanel(
                "innsyn", "nir/_innsynspanel.html", innsynslogg.panel, 90, frozenset({Rolle.ADMINISTRATOR})
            )
        )
        alle = FYLKESROLLER | KOMMUNEROLLER
        registrer_menypunkt("personer", _("Personer"), rekkefoelge=10, roller=alle)
        registrer_menypunkt("flyttinger", _("Flyttinger"), rekkefoelge=10, roller=alle, mer=True)
