"""Classes of adult education and registering the same for many."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KlasserConfig(AppConfig):
    """Classes of adult education and registering the same for many."""

    name = "integrering.klasser"
    label = "klasser"
    verbose_name = _("Klasser og arbeid med mange")

    def ready(self) -> None:
        """Register lists, the task of missing hours, what the list of persons offers, help and menu."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.klasser import flyttepunkter, kodeverk, lister, oppgavekilde, veiledning
        from integrering.klasser.queries import planhendelser
        from integrering.lister import registrer_liste
        from integrering.nir.actions.roller import REGISTRERER
        from integrering.nir.flyttepunkter import registrer_flyttepunkter
        from integrering.nir.hendelser import registrer_lytter
        from integrering.nir.personhandlinger import Personhandling, registrer_personhandling
        from integrering.nir.planhendelser import registrer_planhendelser
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
        from integrering.tilgang.veiledninger import registrer_veiledning

        registrer_kodelister(self, *kodeverk.LISTER)
        registrer_innsynssteder(
            {
                "klasse": _("Deltakere i klasse"),
                "klasse-timer": _("Timer og fravær i klasse"),
                "klasse-proever": _("Prøver i klasse"),
                "flere": _("Registrering for flere"),
            }
        )
        for liste in lister.LISTER:
            registrer_liste(liste)
        registrer_kilde(oppgavekilde.OPPGAVEKILDE)
        registrer_lytter(oppgavekilde.personer_endret)
        registrer_flyttepunkter("klasser", flyttepunkter.ved_flytting)
        registrer_planhendelser(planhendelser.nye_klasser)
        roller = frozenset(REGISTRERER)
        registrer_personhandling(Personhandling("flere", _("Registrer for flere"), roller, 10))
        registrer_personhandling(Personhandling("klasse_deltakere", _("Legg i klasse"), roller, 20))
        registrer_veiledning(*veiledning.ALLE)
        registrer_menypunkt("klasser", _("Klasser"), rekkefoelge=15, roller=FYLKESROLLER | KOMMUNEROLLER)
