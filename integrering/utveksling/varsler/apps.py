"""The digest: e-mail in the morning when something changed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VarslerConfig(AppConfig):
    """The digest: e-mail in the morning when something changed."""

    name = "integrering.utveksling.varsler"
    label = "varsler"
    verbose_name = _("Varsler")

    def ready(self) -> None:
        """Register the page, the kinds of news, the e-mail and the job."""
        from integrering.tilgang.epost import registrer_epost
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ARBEIDSROLLER
        from integrering.utveksling.varsler import brev, kilder, tasks  # noqa: F401 - tasks registers its job

        kilder.registrer()
        registrer_epost(brev.SLAG, brev.lag_brev)
        registrer_menypunkt(
            "varsler", _("Varsler og innstillinger"), rekkefoelge=20, roller=ARBEIDSROLLER, mer=True
        )
