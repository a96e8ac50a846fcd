"""The queue and the cases: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.innsynssteder import registrer_innsynssteder
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from karriere import lister
from karriere.roller import SER, VEILEDER
from karriere.sider import registrer_sider

_VEILEDNING = Veiledning(
    kode="karriere_koe",
    tittel=_("Finn den som skal veiledes nå"),
    steg=(
        _("Velg «Karriere». Den som haster mest, står først."),
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
    registrer_innsynssteder({"karriere-sak": _("Karriereveiledning")})
    registrer_liste(lister.KOE)
    registrer_sider(Side("karriere:koe", _("Veiledningskø"), SER, 10))
    registrer_veiledning(_VEILEDNING)
