"""A register's own person lists compared with what is registered here."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterlisterConfig(AppConfig):
    """A register's own person lists compared with what is registered here."""

    name = "integrering.utveksling.registerlister"
    label = "registerlister"
    verbose_name = _("Registerlister og avvik")

    def ready(self) -> None:
        """Register menu, lists, help, the job, and the page where persons are looked at."""
        from integrering.lister import registrer_liste
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.registerlister import (
            lister,
            tasks,  # noqa: F401
            veiledning,
        )

        for liste in lister.ALLE:
            registrer_liste(liste)
        registrer_menypunkt(
            "registerlister", _("Registerlister"), rekkefoelge=20, roller=lister.LESER, mer=True
        )
        registrer_innsynssteder({"registerliste": _("Avvik i registerliste")})
        registrer_veiledning(*veiledning.ALLE)
