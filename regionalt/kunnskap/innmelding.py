"""What knowledge about the municipalities tells the floors below, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.kommunepaneler import registrer_kommunepanel
from regionalt.kunnskap import kommunesiden, lister
from regionalt.roller import FOELGER_OPP, FYLKET
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="kommunetall",
    tittel=_("Les inn tall om kommunene"),
    steg=(
        _("Velg «Kommuner», «Tall om kommunene» og «Last opp tall», eller «Hent fra kilden»."),
        _("Skriv hvor filen kommer fra. Velg året hvis filen ikke sier det."),
        _("Se hva som er nytt, hva som endres, og hvilke rader som ikke hører til noen kommune."),
        _("Les inn. Tallene som stod der før, blir stående som historikk."),
    ),
    rekkefoelge=67,
    roller=frozenset(FOELGER_OPP),
    begynner="kunnskap:tall",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_sider(
        Side("kunnskap:kommuner", _("Kunnskap om kommunene"), FYLKET, 6),
        Side("kunnskap:tall", _("Tall om kommunene"), FYLKET, 7),
        gruppe=Gruppe.PLANER,
    )
    for liste in lister.ALLE:
        registrer_liste(liste)
    registrer_kommunepanel(kommunesiden.PANEL)
    registrer_veiledning(_VEILEDNING)
