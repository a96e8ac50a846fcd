"""Lists: filter, sort, pages by keyset, saved filters, exports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListerConfig(AppConfig):
    """Lists: filter, sort, pages by keyset, saved filters, exports."""

    name = "integrering.lister"
    label = "lister"
    verbose_name = _("Lister og eksporter")

    def ready(self) -> None:
        """Register the job that writes large exports, and the page in the menu."""
        from integrering.lister import (
            jobb,  # noqa: F401 - registers itself
            veiledning,
        )
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ALLE_ROLLER
        from integrering.tilgang.veiledninger import registrer_veiledning

        registrer_menypunkt("eksporter", _("Mine eksporter"), rekkefoelge=45, roller=ALLE_ROLLER, mer=True)
        registrer_veiledning(*veiledning.ALLE)
