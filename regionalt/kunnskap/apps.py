"""What the county knows about the municipalities: public figures and its own judgements."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KunnskapKonfig(AppConfig):
    """What the county knows about the municipalities: public figures and its own judgements."""

    name = "regionalt.kunnskap"
    label = "kunnskap"
    verbose_name = _("Kunnskap om kommunene")

    def ready(self) -> None:
        """Register what the floors below are told."""
        from regionalt.kunnskap import innmelding

        innmelding.meld_inn()
