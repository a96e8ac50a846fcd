"""Meetings, their points, and fixed weekly slots."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MoeterConfig(AppConfig):
    """Meetings, their points, and fixed weekly slots."""

    name = "integrering.utveksling.moeter"
    label = "moeter"
    verbose_name = _("Møter")

    def ready(self) -> None:
        """Register lists, tasks of points, the panel of the person page, help and menu."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.lister import registrer_liste
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ARBEIDSROLLER
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.moeter import baerere, kodeverk, lister, oppgavekilde, paneler, veiledning
        from integrering.utveksling.vedlegg.baerere import registrer_baerer

        registrer_innsynssteder({"moete": _("Møte"), "moete-personer": _("Personer et møte gjelder")})
        registrer_kodelister(self, *kodeverk.LISTER)
        for liste in lister.ALLE:
            registrer_liste(liste)
        registrer_kilde(oppgavekilde.kilde())
        paneler.registrer()
        registrer_baerer(baerere.moete)
        registrer_veiledning(*veiledning.ALLE)
        registrer_menypunkt("moeter", _("Møter"), rekkefoelge=50, roller=ARBEIDSROLLER)
