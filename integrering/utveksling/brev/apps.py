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
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
        from integrering.tilgang.soek import Soekekilde, registrer_soek
        from integrering.utveksling.brev import lister, paneler, tasks  # noqa: F401 - tasks register jobs

        registrer_menypunkt("brev", _("Brev"), rekkefoelge=60, roller=ARBEIDSROLLER)
        registrer_liste(lister.BREV)
        registrer_liste(lister.MOTTATTE)
        registrer_soek(Soekekilde("brev", _("Brev"), paneler.soek, 60, ARBEIDSROLLER))
        registrer_personpanel(
            Personpanel(
                "brev", "brev/_personpanel.html", paneler.personens_brev, 60, FYLKESROLLER | KOMMUNEROLLER
            )
        )
