"""The planning together with the municipalities: what the floors below are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from karriere import lister_opplegg, oppgaveregler_plan
from karriere.roller import FYLKET, KOMMUNEN
from karriere.sider import registrer_sider

_VEILEDNING = Veiledning(
    kode="karriere_opplegg",
    tittel=_("Foreslå tid til karriereveiledning"),
    steg=(
        _("Velg «Karriere» og så «Opplegg». Der står det dere har avtalt med karrieresenteret."),
        _("Velg «Foreslå en tid». Skriv dag, klokkeslett, sted og hvor mange det er tid til."),
        _("Svaret kommer på samme side. Blir tiden godtatt, ser du samtalene der etter hvert."),
    ),
    rekkefoelge=72,
    roller=frozenset(KOMMUNEN),
    begynner="karriere:opplegg",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_liste(lister_opplegg.OPPLEGG)
    registrer_sider(Side("karriere:opplegg", _("Opplegg"), (*FYLKET, *KOMMUNEN), 50))
    registrer_kilde(oppgaveregler_plan.PLANKILDE)
    registrer_veiledning(_VEILEDNING)
