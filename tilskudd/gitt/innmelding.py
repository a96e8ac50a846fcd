"""What grants given tell the floors below."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from integrering.lister import registrer_liste
from integrering.oppgaver.regelverk import registrer_kilde
from integrering.tilgang.meny import registrer_menypunkt
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.tilgang.sidemeny import Side
from integrering.tilgang.veiledninger import registrer_veiledning
from integrering.utveksling.vedlegg.baerere import registrer_baerer
from regionalt.frivillighet.organisasjonspaneler import Organisasjonspanel, registrer_organisasjonspanel
from regionalt.jobbsjansen.tilskuddskilder import registrer_tilskuddskilde
from regionalt.kommunepaneler import registrer_kommunepanel
from tilskudd.gitt import for_ledelsen, jobbsjansen, lister, oppgavekilde, veiledning
from tilskudd.gitt.baerere import soeknaden
from tilskudd.gitt.frister import FRISTER
from tilskudd.gitt.kommunepanel import KOMMUNEPANEL
from tilskudd.gitt.queries.saken import tilskudd_til
from tilskudd.gitt.roller import FYLKET, SOEKER
from tilskudd.ordninger.frister import registrer_frister
from tilskudd.sider import registrer_sider


def meld_inn() -> None:
    """Register the pages, the lists, the tasks, the calls of each scheme and what files hang on."""
    registrer_sider(Side("gitt:utlysninger", _("Tilskudd vi gir"), FYLKET, 90))
    registrer_menypunkt("gitt:mine", _("Tilskudd"), rekkefoelge=30, roller=frozenset(SOEKER))
    registrer_frister(FRISTER)
    for_ledelsen.registrer()
    registrer_veiledning(*veiledning.ALLE)
    registrer_kilde(oppgavekilde.OPPGAVEKILDE)
    registrer_baerer(soeknaden)
    registrer_kommunepanel(KOMMUNEPANEL)
    registrer_tilskuddskilde("gitt", jobbsjansen.KILDE)
    for liste in lister.LISTER:
        registrer_liste(liste)
    roller = frozenset({*FYLKET, Rolle.ORGANISASJON_SOEKER})
    registrer_organisasjonspanel(
        Organisasjonspanel("tilskudd", "gitt/organisasjonspanel.html", _gitt_til, 10, roller)
    )


def _gitt_til(request: HttpRequest, virksomhet: Virksomhet) -> dict[str, Any]:
    """Return what the organisation has applied for, and what it was granted."""
    return {"soeknader": tilskudd_til(virksomhet)}
