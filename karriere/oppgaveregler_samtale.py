"""Tasks of the sessions: note who came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from integrering.grunnmur import visning
from integrering.oppgaver.regelverk import Forslag, Oppgaveregel
from karriere.models import Sak
from karriere.roller import VEILEDER

# How long after a session who came should be noted. Our own choice.
DAGER = 3


def _foer(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    """A session that has been, and that nobody has noted (`Sak.neste_samtale` stands until then)."""
    dag = visning.lokal_dato(sak.neste_samtale) if sak.neste_samtale else None
    if dag is not None and dag < i_dag:
        yield Forslag(frist=dag + timedelta(days=DAGER), verdier={"dag": dag.isoformat()})


REGLER: tuple[Oppgaveregel[Sak], ...] = (
    Oppgaveregel(
        kode="KARRIERE_OPPMOETE",
        tittel=_("Før hvem som møtte"),
        hvorfor=_("Samtalen var avtalt til %(dag)s, og oppmøtet er ikke ført."),
        handling=_("Åpne veiledningssaken"),
        hjemmel="",
        roller=frozenset(VEILEDER),
        finn=_foer,
        for_fylket=True,
    ),
)
