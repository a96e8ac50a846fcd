"""Files that hang on a message, a meeting or a letter."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VedleggConfig(AppConfig):
    """Files that hang on a message, a meeting or a letter."""

    name = "integrering.utveksling.vedlegg"
    label = "vedlegg"
    verbose_name = _("Vedlegg")

    def ready(self) -> None:
        """Register where a person may be looked at."""
        from integrering.tilgang.innsynssteder import registrer_innsynssteder

        registrer_innsynssteder({"vedlegg": _("Vedlegg")})
