"""The days of the rounds as tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Fristslag
from bosetting.queries.runder import les_frister
from bosetting.roller import KILDE_FRIST, SKRIVER
from bosetting.rules.frister import VARSEL_DAGER, Fristfakta, frist_aa_holde
from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel


def _av_slaget(slag: Fristslag) -> Callable[[Fristfakta, date], Iterable[Forslag]]:
    def finn(f: Fristfakta, i_dag: date) -> Iterable[Forslag]:
        frist = frist_aa_holde(f, i_dag) if f.slag == slag else None
        if frist is not None:
            yield Forslag(frist=frist, verdier={"dato": frist.isoformat()})

    return finn


def _regel(slag: Fristslag) -> Oppgaveregel[Fristfakta]:
    return Oppgaveregel(
        kode=f"BOSETTING_{slag.name}",
        tittel=slag.label,
        hvorfor=_("Fristen i bosettingsrunden er %(dato)s, og den er ikke merket som holdt."),
        handling=_("Åpne runden"),
        hjemmel="",
        roller=frozenset(SKRIVER),
        finn=_av_slaget(slag),
        for_fylket=True,
        snart_dager=VARSEL_DAGER,
    )


FRISTKILDE: Oppgavekilde[Fristfakta] = Oppgavekilde(
    navn=KILDE_FRIST, les=les_frister, regler=tuple(_regel(slag) for slag in Fristslag)
)
