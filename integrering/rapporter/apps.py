"""Reports, the year-end work and the evidence pack."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RapporterConfig(AppConfig):
    """Reports, the year-end work and the evidence pack."""

    name = "integrering.rapporter"
    label = "rapporter"
    verbose_name = _("Rapporter")

    def ready(self) -> None:
        """Register the job, lists, help, menu, and the panel of the person page."""
        from django.urls import reverse

        from integrering.lister import registrer_liste
        from integrering.nir.personhandlinger import Personhandling, registrer_personhandling
        from integrering.nir.personpaneler import Personpanel, registrer_personpanel
        from integrering.oppgaver.aarsfristkilde import registrer_side
        from integrering.rapporter import lister, paneler, veiledning
        from integrering.rapporter.pakke import jobb  # noqa: F401 - registers itself
        from integrering.rapporter.roller import LESER_TALL, TAR_UT_PAKKER
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.veiledninger import registrer_veiledning

        registrer_innsynssteder(
            {
                "dokumentasjonspakke": _("Dokumentasjonspakke laget"),
                "dokumentasjonspakke-hentet": _("Dokumentasjonspakke hentet"),
            }
        )
        for liste in lister.ALLE:
            registrer_liste(liste)
        registrer_personpanel(
            Personpanel("dokumentasjon", "rapporter/_personpanel.html", paneler.personens, 80, TAR_UT_PAKKER)
        )
        registrer_personhandling(
            Personhandling(
                "dokumentasjonspakke_personer", _("Lag dokumentasjonspakke"), TAR_UT_PAKKER, rekkefoelge=30
            )
        )
        registrer_side(lambda aar: reverse("aarsavslutning", args=[aar]))
        registrer_veiledning(*veiledning.ALLE)
        registrer_menypunkt("rapporter", _("Rapporter"), rekkefoelge=75, roller=LESER_TALL)
