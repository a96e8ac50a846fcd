"""Grants and quarterly payouts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TilskuddConfig(AppConfig):
    """What the county is owed, why, and what is late."""

    name = "tilskudd"
    label = "tilskudd"
    verbose_name = _("Tilskudd")

    def ready(self) -> None:
        """Register the job that calculates a run, the menu item, the panels and the file of rates."""
        from integrering.lister import registrer_liste
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.veiledninger import registrer_veiledning
        from tilskudd import (
            for_ledelsen,
            importangring,
            lister,
            lister_endringer,
            oppgavekilder,
            paneler,
            satsfil,
            tasks,  # noqa: F401
            veiledning,
        )

        registrer_innsynssteder(
            {
                "tilskudd-person": _("Tilskudd til personen"),
                "tilskudd-linje": _("Tilskuddslinje"),
                "tilskudd-forklar": _("Tilskudd, forklart fra kommandolinjen"),
            }
        )
        for liste in (*lister.LISTER, lister_endringer.ENDRINGER):
            registrer_liste(liste)
        oppgavekilder.registrer()
        paneler.registrer()
        satsfil.registrer()
        importangring.registrer()
        for_ledelsen.registrer()
        registrer_veiledning(*veiledning.ALLE)
