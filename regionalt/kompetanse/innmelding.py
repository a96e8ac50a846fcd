"""What the floors below are told, once at start."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.kompetanse import lister
from regionalt.kompetanse.oppgavekilde import ARRANGEMENTSKILDE, PLASSKILDE
from regionalt.kompetanse.roller import KOMMUNENE, LESER, SKRIVER
from regionalt.sider import registrer_sider

_LAG = Veiledning(
    kode="lag_arrangement",
    tittel=_("Lag et kurs eller en samling"),
    steg=(
        _("Velg «Kommuner», «Kurs og samlinger» og «Nytt arrangement»."),
        _("Skriv hva, når og hvor. Velg kommuner hvis ikke alle er invitert. Lagre utkastet."),
        _("Les gjennom, og velg «Åpne». Da ser kommunene det."),
    ),
    rekkefoelge=72,
    roller=frozenset(SKRIVER),
    begynner="kompetanse:kurs",
)
_MELD_PAA = Veiledning(
    kode="meld_paa_kurs",
    tittel=_("Meld kolleger på et kurs"),
    steg=(
        _("Velg «Kommuner», «Kurs og samlinger» og arrangementet."),
        _("Velg «Meld på», og skriv navn, stilling og e-post i jobben."),
        _("Er det fullt, kommer du på venteliste. Får du plass, får dere en oppgave om å bekrefte den."),
    ),
    rekkefoelge=73,
    roller=frozenset(KOMMUNENE),
    begynner="kompetanse:kurs",
)


def meld_inn() -> None:
    """Register the page in the shared tabs, the lists and the help."""
    registrer_sider(Side("kompetanse:kurs", _("Kurs og samlinger"), LESER, 30))
    for liste in lister.LISTER:
        registrer_liste(liste)
    registrer_kilde(PLASSKILDE)
    registrer_kilde(ARRANGEMENTSKILDE)
    registrer_veiledning(_LAG, _MELD_PAA)
