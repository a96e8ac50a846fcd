"""Tasks: the days of the rounds, a municipality that has not answered, a recommendation to approve."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from bosetting.kodeverk import Fristslag
from bosetting.queries.anbefaling import les_til_godkjenning
from bosetting.queries.runder import les_frister
from bosetting.queries.svar import les_svar
from bosetting.roller import GODKJENNER, KILDE_FRIST, KILDE_GODKJENNING, KILDE_SVAR, SKRIVER, SVARER
from bosetting.rules.frister import VARSEL_DAGER, Fristfakta, frist_aa_holde
from bosetting.rules.svar import Svarfakta, skal_svare
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


def _svar(f: Svarfakta, i_dag: date) -> Iterable[Forslag]:
    if skal_svare(f):
        yield Forslag(frist=f.frist)


SVARKILDE: Oppgavekilde[Svarfakta] = Oppgavekilde(
    navn=KILDE_SVAR,
    les=les_svar,
    regler=(
        Oppgaveregel(
            kode="BOSETTING_SVAR_MANGLER",
            tittel=_("Svar på hvor mange dere kan bosette"),
            hvorfor=_("Fylkeskommunen har spurt, og dere har ikke svart ennå."),
            handling=_("Skriv svaret"),
            hjemmel="",
            roller=frozenset(SVARER),
            finn=_svar,
            snart_dager=VARSEL_DAGER,
        ),
    ),
)


def _godkjenning(fakta: None, i_dag: date) -> Iterable[Forslag]:
    yield Forslag(frist=None)


GODKJENNINGSKILDE: Oppgavekilde[None] = Oppgavekilde(
    navn=KILDE_GODKJENNING,
    les=les_til_godkjenning,
    regler=(
        Oppgaveregel(
            kode="BOSETTING_GODKJENN",
            tittel=_("Godkjenn anbefalingen om bosetting"),
            hvorfor=_(
                "Anbefalingen er sendt til godkjenning. En annen enn den som sendte den, må godkjenne."
            ),
            handling=_("Åpne runden"),
            hjemmel=_("integreringsloven § 4"),
            roller=frozenset(GODKJENNER),
            finn=_godkjenning,
            for_fylket=True,
        ),
    ),
)
