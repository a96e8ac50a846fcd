"""The queue and the cases: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from integrering.utveksling.vedlegg.baerere import registrer_baerer
from karriere import henvisningspanel, lister, lister_sentre
from karriere.roller import FYLKET, SER, VEILEDER
from karriere.sakspaneler import registrer_sakspanel
from karriere.sider import registrer_sider

_VEILEDNING = Veiledning(
    kode="karriere_koe",
    tittel=_("Finn den som skal veiledes nå"),
    steg=(
        _("Velg «Karriere». Den som haster mest, står først; de som alt har vedtak om program, står sist."),
        _("Åpne saken og les kartleggingen. Mangler noe, spør du kommunen fra saken."),
        _("Avtal en samtale, eller sett saken på vent med grunn og dato. Fristen flyttes ikke."),
        _("Etter samtalen registrerer du at veiledningen er gjennomført, og skriver notatet."),
    ),
    rekkefoelge=70,
    roller=frozenset(VEILEDER),
    begynner="karriere:koe",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_innsynssteder(
        {
            "karriere-sak": _("Karriereveiledning"),
            "karriere-henvisning": _("Henvisning til karriereveiledning"),
        }
    )
    registrer_liste(lister.KOE)
    registrer_liste(lister_sentre.SENTRE)
    registrer_sider(
        Side("karriere:koe", _("Veiledningskø"), SER, 10),
        Side("karriere:sentre", _("Karrieresentre"), FYLKET, 60),
    )
    registrer_sakspanel(henvisningspanel.PANEL)
    registrer_baerer(henvisningspanel.baereren)
    registrer_veiledning(_VEILEDNING)
