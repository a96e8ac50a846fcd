"""Tasks of the county: what stands in the directory is looked over in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from regionalt.forebygging.actions.katalog import RAADGIVERE, TJENESTER
from regionalt.forebygging.queries.katalog import Fakta, les_raadgivere, les_tjenester
from regionalt.forebygging.rules.gjennomgang import skal_ses_over
from regionalt.roller import FOELGER_OPP


def _finn(fakta: Fakta, i_dag: date) -> Iterable[Forslag]:
    gjennomgaas, til = fakta
    if gjennomgaas is not None and skal_ses_over(gjennomgaas, til, i_dag):
        yield Forslag(frist=gjennomgaas, verdier={"dag": gjennomgaas.isoformat()})


_TJENESTE: Oppgaveregel[Fakta] = Oppgaveregel(
    kode="FOREBYGGING_TJENESTE",
    tittel=_("Se over hjelpetjeneste"),
    hvorfor=_("Opplysningene skal ses over innen %(dag)s. Sjekk dem mot kilden, og sett en ny dato."),
    handling=_("Se over tjenesten"),
    hjemmel=_("Integreringsforskriften § 65"),
    roller=frozenset(FOELGER_OPP),
    finn=_finn,
    for_fylket=True,
)
_RAADGIVER: Oppgaveregel[Fakta] = Oppgaveregel(
    kode="FOREBYGGING_RAADGIVER",
    tittel=_("Se over mangfoldsrådgiver"),
    hvorfor=_("Opplysningene skal ses over innen %(dag)s. Spør skolen, og sett en ny dato."),
    handling=_("Se over mangfoldsrådgiveren"),
    hjemmel=_("Integreringsforskriften § 65"),
    roller=frozenset(FOELGER_OPP),
    finn=_finn,
    for_fylket=True,
)
OPPGAVEKILDER: tuple[Oppgavekilde[Fakta], ...] = (
    Oppgavekilde(navn=TJENESTER, les=les_tjenester, regler=(_TJENESTE,)),
    Oppgavekilde(navn=RAADGIVERE, les=les_raadgivere, regler=(_RAADGIVER,)),
)
