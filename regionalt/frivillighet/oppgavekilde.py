"""The review of agreements as tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from regionalt.frivillighet.actions.avtale import KILDE
from regionalt.frivillighet.queries.avtaler import les_oppgavekilde
from regionalt.frivillighet.roller import SKRIVER
from regionalt.frivillighet.rules.avtale import VARSEL_DAGER, Avtalefakta, gjennomgang_aa_gjoere


def _finn(f: Avtalefakta, i_dag: date) -> Iterable[Forslag]:
    frist = gjennomgang_aa_gjoere(f, i_dag)
    if frist is not None:
        yield Forslag(frist=frist, verdier={"dato": frist.isoformat()})


_REGEL: Oppgaveregel[Avtalefakta] = Oppgaveregel(
    kode="FRIVILLIGHET_AVTALE",
    tittel=_("Gjennomgå avtalen med organisasjonen"),
    hvorfor=_("Dere har avtalt å gå gjennom avtalen %(dato)s."),
    handling=_("Åpne avtalen"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=_finn,
    for_fylket=True,
    snart_dager=VARSEL_DAGER,
)
OPPGAVEKILDE: Oppgavekilde[Avtalefakta] = Oppgavekilde(navn=KILDE, les=les_oppgavekilde, regler=(_REGEL,))
