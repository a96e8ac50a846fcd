"""What crosses the wall: files in, answers out."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UtvekslingConfig(AppConfig):
    """Import of files, later export, messages and letters."""

    name = "integrering.utveksling.importering"
    label = "utveksling"
    verbose_name = _("Utveksling")

    def ready(self) -> None:
        """Register the files about persons, the jobs, the list and the menu item; upper floors add files."""
        from integrering.lister import registrer_liste
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.importering import (
            formater,
            lister,
            tasks,  # noqa: F401
            veiledning,
        )

        formater.registrer()
        registrer_liste(lister.KVITTERINGER)
        registrer_menypunkt("importer", _("Importer"), rekkefoelge=70, roller=lister.IMPORTROLLER)
        registrer_veiledning(*veiledning.ALLE)
