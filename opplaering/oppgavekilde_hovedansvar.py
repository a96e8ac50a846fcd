"""The county's task about a combination class that nobody has decided on (integreringsloven § 30)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from opplaering.actions.skoleklasse import HOVEDANSVARSKILDE
from opplaering.queries.skoleklasser import les_kombinasjonsklasser
from opplaering.roller import FYLKET
from opplaering.rules.hovedansvar import Klassetid, avgjoerelse_mangler


def _finn(f: Klassetid, i_dag: date) -> Iterable[Forslag]:
    if avgjoerelse_mangler(f, i_dag):
        yield Forslag(frist=f.fra, verdier={"fra": f.fra.isoformat()})


HOVEDANSVAR_MANGLER: Oppgaveregel[Klassetid] = Oppgaveregel(
    kode="HOVEDANSVAR_MANGLER",
    tittel=_("Avgjør hvem som har hovedansvaret for kombinasjonsklassen"),
    hvorfor=_("Klassen begynner %(fra)s. Fylkeskommunen har ansvaret til noe annet er avtalt med kommunen."),
    handling=_("Skriv avgjørelsen"),
    hjemmel=_("Integreringsloven § 30"),
    roller=frozenset(FYLKET),
    finn=_finn,
    for_fylket=True,
)
OPPGAVEKILDE: Oppgavekilde[Klassetid] = Oppgavekilde(
    navn=HOVEDANSVARSKILDE, les=les_kombinasjonsklasser, regler=(HOVEDANSVAR_MANGLER,)
)
