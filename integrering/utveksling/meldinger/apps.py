"""Messages between organisations, and requests for information."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeldingerConfig(AppConfig):
    """Messages between organisations, and requests for information."""

    name = "integrering.utveksling.meldinger"
    label = "meldinger"
    verbose_name = _("Meldinger")

    def ready(self) -> None:
        """Register menu, lists, tasks, the panel of the person page and what can be found."""
        from integrering.grunnmur.kodelister import registrer_kodelister
        from integrering.lister import registrer_liste
        from integrering.nir.personpaneler import Personpanel, registrer_personpanel
        from integrering.oppgaver.regelverk import registrer_kilde
        from integrering.tilgang.innsynssteder import registrer_innsynssteder
        from integrering.tilgang.meny import registrer_menypunkt
        from integrering.tilgang.roller import ARBEIDSROLLER, FYLKESROLLER, KOMMUNEROLLER
        from integrering.tilgang.soek import Soekekilde, registrer_soek
        from integrering.tilgang.veiledninger import registrer_veiledning
        from integrering.utveksling.meldinger import (
            baerere,
            kodeverk,
            lenker,
            lister,
            oppgavekilder,
            veiledning,
        )
        from integrering.utveksling.vedlegg.baerere import registrer_baerer

        med_personer = FYLKESROLLER | KOMMUNEROLLER
        registrer_menypunkt("meldinger", _("Meldinger"), rekkefoelge=40, roller=ARBEIDSROLLER)
        registrer_menypunkt(
            "forespoersler", _("Informasjonsforespørsler"), rekkefoelge=15, roller=med_personer, mer=True
        )
        registrer_innsynssteder(
            {
                "melding": _("Melding"),
                "forespoersel": _("Informasjonsforespørsel"),
                "utlevering": _("Utlevering etter forespørsel"),
                "overlevering": _("Registrering av overlevering"),
                "overleveringer": _("Overleveringer"),
            }
        )
        registrer_kodelister(self, *kodeverk.LISTER)
        for liste in lister.ALLE:
            registrer_liste(liste)
        for kilde in (oppgavekilder.MOTTATT, oppgavekilder.SENDT):
            registrer_kilde(kilde)
        registrer_kilde(oppgavekilder.FORESPURT)
        for finner in (baerere.utkast, baerere.melding, baerere.forespoersel):
            registrer_baerer(finner)
        registrer_personpanel(
            Personpanel("meldinger", "meldinger/_personpanel.html", lenker.personpanel, 50, med_personer)
        )
        registrer_soek(Soekekilde("meldinger", _("Meldinger"), lenker.soek_meldinger, 40, ARBEIDSROLLER))
        registrer_soek(
            Soekekilde(
                "forespoersler", _("Informasjonsforespørsler"), lenker.soek_forespoersler, 45, med_personer
            )
        )
        registrer_veiledning(*veiledning.ALLE)
