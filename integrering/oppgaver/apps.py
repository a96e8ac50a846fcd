"""The work queue: rules become tasks with due dates."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OppgaverConfig(AppConfig):
    """The work queue: rules become tasks with due dates."""

    name = "integrering.oppgaver"
    label = "oppgaver"
    verbose_name = _("Oppgaver")

    def ready(self) -> None:
        """Register the rules about registrations, the job, and what the pages show."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.lister import registrer_liste
        from integrering.nir.flyttepunkter import registrer_flyttepunkter
        from integrering.nir.hendelser import registrer_lytter, registrer_statuslytter
        from integrering.nir.personpaneler import Personpanel, registrer_personpanel
        from integrering.oppgaver import (
            aarsfristkilde,
            actions,
            innstillinger,
            kodeverk,
            lister,
            nirkilde,
            paneler,
            registreringskilde,
            veiledning,
        )
        from integrering.oppgaver.actions import natt  # noqa: F401 - registers the job
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.paneler import Panel, registrer_panel
        from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
        from integrering.tilgang.veiledninger import registrer_veiledning

        registrer_menypunkt("forside", _("Oppgaver"), rekkefoelge=0, roller=ARBEIDSROLLER)
        registrer_innsynssteder({"oppgave": _("Oppgave")})
        registrer_kodelister(self, *kodeverk.LISTER)
        registrer_liste(lister.OPPGAVER)
        registrer_personpanel(
            Personpanel(
                "oppgaver",
                "oppgaver/personpanel.html",
                paneler.personens_oppgaver,
                rekkefoelge=10,
                roller=FYLKESROLLER | KOMMUNEROLLER,
            )
        )
        registrer_panel(
            Panel("kommunene", "oppgaver/_panel_kommunene.html", paneler.kommunene, 40, FYLKESROLLER)
        )
        registrer_kilde(nirkilde.KILDE)
        registrer_kilde(registreringskilde.KILDE)
        registrer_kilde(aarsfristkilde.KILDE)
        registrer_flyttepunkter("oppgaver", paneler.ved_flytting)
        registrer_lytter(actions.personer_endret)
        registrer_statuslytter(actions.status_regnet)
        post_migrate.connect(innstillinger.lag_innstillinger, sender=self)
        registrer_veiledning(*veiledning.ALLE)
