"""What leaders' pages tell the floors below: menu, pages, help, and their own figures and dates."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import Veiledning, registrer_veiledning
from regionalt.aarshjul import registrer_hjulkilde
from regionalt.aarsrapport import registrer_kapittel
from regionalt.ledelse import kilder
from regionalt.ledelse.roller import LESER, SKRIVER
from regionalt.ledelsestall import registrer_ledelsestall
from regionalt.sider import Gruppe, registrer_sider

_VEILEDNING = Veiledning(
    kode="aarsrapport",
    tittel=_("Lag årsrapporten"),
    steg=(
        _("Velg «Ledelse», «Årsrapporter» og «Lag årsrapport», og velg året. Tallene er der alt."),
        _("Velg «Skriv tekstene», og skriv det tallene ikke sier selv."),
        _("Velg «Ferdigstill» når den er klar. Da blir tallene stående slik de er."),
    ),
    rekkefoelge=75,
    roller=frozenset(SKRIVER),
    begynner="ledelse:rapporter",
)


def meld_inn() -> None:
    """Register it all."""
    registrer_menypunkt("ledelse:oversikt", _("Ledelse"), rekkefoelge=29, roller=frozenset(LESER), mer=True)
    registrer_sider(Side("ledelse:oversikt", _("Ledelse"), LESER, 90), gruppe=Gruppe.LEDELSE)
    registrer_veiledning(_VEILEDNING)
    registrer_ledelsestall(*kilder.TALL)
    registrer_hjulkilde(*kilder.HJUL)
    registrer_kapittel(*kilder.KAPITLER)
