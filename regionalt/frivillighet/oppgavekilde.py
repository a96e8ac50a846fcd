"""The review of agreements as tasks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Oppgavekilde, Oppgaveregel
from regionalt.frivillighet.actions.avtale import KILDE
from regionalt.frivillighet.queries.avtaler import les_oppgavekilde
from regionalt.frivillighet.roller import SKRIVER
from regionalt.frivillighet.rules.avtale import VARSEL_DAGER, Avtalefakta, avtale_gir_oppgave

_REGEL: Oppgaveregel[Avtalefakta] = Oppgaveregel(
    kode="FRIVILLIGHET_AVTALE",
    tittel=_("Gjennomgå avtalen med organisasjonen"),
    hvorfor=_("Dere har avtalt å gå gjennom avtalen %(dato)s."),
    handling=_("Åpne avtalen"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=avtale_gir_oppgave,
    for_fylket=True,
    snart_dager=VARSEL_DAGER,
)
OPPGAVEKILDE: Oppgavekilde[Avtalefakta] = Oppgavekilde(navn=KILDE, les=les_oppgavekilde, regler=(_REGEL,))
