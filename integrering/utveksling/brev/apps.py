"""Letters from templates in both languages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BrevConfig(AppConfig):
    """Letters from templates in both languages."""

    name = "integrering.utveksling.brev"
    label = "brev"
    verbose_name = _("Brev")

    def ready(self) -> None:
        """Register menu, lists, search and the panel of the person's page."""
        from integrering.lister import registrer_liste
        from integrering.nir.personpaneler import Personpanel, registrer_personpanel
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
        from integrering.tilgang.soek import Soekekilde, registrer_soek
        from integrering.utveksling.brev import (  # noqa: F401 - tasks register jobs
            baerere,
            lister,
            paneler,
            tasks,
        )
        from integrering.utveksling.meldinger.henvisninger import registrer_henvisning
        from integrering.utveksling.vedlegg.baerere import registrer_baerer

        registrer_menypunkt("brev", _("Brev"), rekkefoelge=60, roller=ARBEIDSROLLER)
        registrer_innsynssteder(
            {
                "brev": _("Brevet"),
                "brev-nytt": _("Nytt brev"),
                "brev-endre": _("Endre brevet"),
                "brev-endret": _("Brevet, endret av andre imens"),
                "brev-ferdig": _("Gjør brevet ferdig"),
                "brev-pdf": _("Brevet som PDF"),
                "brev-arkivpakke": _("Brevet som arkivpakke"),
                "brev-sendt": _("Merk brevet som sendt"),
                "brev-svar": _("Svar på brevet"),
                "brev-slett": _("Slett brevutkastet"),
            }
        )
        registrer_liste(lister.BREV)
        registrer_liste(lister.MOTTATTE)
        registrer_baerer(baerere.brevet)
        registrer_henvisning(baerere.henvisninger)
        registrer_soek(Soekekilde("brev", _("Brev"), paneler.soek, 60, ARBEIDSROLLER))
        registrer_personpanel(
            Personpanel(
                "brev", "brev/_personpanel.html", paneler.personens_brev, 60, FYLKESROLLER | KOMMUNEROLLER
            )
        )
