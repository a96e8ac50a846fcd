"""Agreements about participants as tasks, each on the desk of the one who is to do it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from opplaering.actions.samarbeid import KILDE, PARTENE
from opplaering.queries.samarbeid import les_oppgavekilde
from opplaering.rules.samarbeid import Avtalefakta, maa_gjoeres


def _finn(f: Avtalefakta, i_dag: date) -> Iterable[Forslag]:
    if maa_gjoeres(f, i_dag):
        yield Forslag(frist=f.frist, verdier={"dato": f.dato.isoformat()})


SAMARBEID_AVTALE: Oppgaveregel[Avtalefakta] = Oppgaveregel(
    kode="SAMARBEID_AVTALE",
    tittel=_("Følg opp avtale om deltaker"),
    hvorfor=_("Det ble avtalt %(dato)s at dere gjør noe for deltakeren, og det er ikke gjort ennå."),
    handling=_("Se avtalen"),
    hjemmel=_("Integreringsloven § 50"),
    roller=frozenset(PARTENE),
    finn=_finn,
)
OPPGAVEKILDE: Oppgavekilde[Avtalefakta] = Oppgavekilde(
    navn=KILDE, les=les_oppgavekilde, regler=(SAMARBEID_AVTALE,)
)
