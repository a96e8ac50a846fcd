"""The county's task when a school has told of a new pupil."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from opplaering.actions.skolemelding import KILDE
from opplaering.queries.skolemeldinger import les_ventende
from opplaering.roller import FYLKET

# Ours: the school waits for the answer before it writes hours.
SVARFRIST = timedelta(days=7)


def _finn(sendt: date, i_dag: date) -> Iterable[Forslag]:
    yield Forslag(frist=sendt + SVARFRIST, verdier={"sendt": sendt.isoformat()})


NY_ELEV: Oppgaveregel[date] = Oppgaveregel(
    kode="NY_ELEV",
    tittel=_("Ny elev meldt av en skole"),
    hvorfor=_("Skolen meldte en ny elev %(sendt)s, og venter på at fylkeskommunen tar eleven inn."),
    handling=_("Ta inn eller svar"),
    hjemmel=_("Integreringsloven § 30"),
    roller=frozenset(FYLKET),
    finn=_finn,
    for_fylket=True,
    snart_dager=7,
)
OPPGAVEKILDE: Oppgavekilde[date] = Oppgavekilde(navn=KILDE, les=les_ventende, regler=(NY_ELEV,))
