"""Tasks from the applications: send in time, approve, report in time, use the money."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgavekilde, Oppgaveregel
from tilskudd.soekt.actions.felles import KILDE
from tilskudd.soekt.queries.utlysninger import les_oppgavekilde
from tilskudd.soekt.roller import GODKJENNER, SKRIVER
from tilskudd.soekt.rules import oppgaver as regler
from tilskudd.soekt.rules.oppgaver import Oppgavefakta

_Naar = Callable[[Oppgavefakta, date], date | None]


def _innen(naar: _Naar, f: Oppgavefakta, i_dag: date) -> Iterable[Forslag]:
    frist = naar(f, i_dag)
    if frist is not None:
        yield Forslag(frist=frist, verdier={"dag": frist.isoformat(), "kroner": str(f.igjen)})


def _godkjenn(f: Oppgavefakta, i_dag: date) -> Iterable[Forslag]:
    if regler.godkjennes(f, i_dag):
        yield Forslag(frist=f.soeknadsfrist)


_SOEK: Oppgaveregel[Oppgavefakta] = Oppgaveregel(
    kode="SOEKT_FRIST",
    tittel=_("Send søknad om tilskudd"),
    hvorfor=_("Søknadsfristen er %(dag)s, og søknaden er ikke sendt."),
    handling=_("Se søknaden"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=partial(_innen, regler.soeknadsfrist),
    for_fylket=True,
)
_GODKJENN: Oppgaveregel[Oppgavefakta] = Oppgaveregel(
    kode="SOEKT_GODKJENN",
    tittel=_("Se over og godkjenn søknad om tilskudd"),
    hvorfor=_("Søknaden er klar og venter på at en annen enn de som har skrevet den, godkjenner den."),
    handling=_("Se søknaden"),
    hjemmel="",
    roller=frozenset(GODKJENNER),
    finn=_godkjenn,
    for_fylket=True,
)
_RAPPORT: Oppgaveregel[Oppgavefakta] = Oppgaveregel(
    kode="SOEKT_RAPPORT",
    tittel=_("Lever rapport om tilskudd"),
    hvorfor=_("Rapporten skal leveres innen %(dag)s."),
    handling=_("Skriv rapporten"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=partial(_innen, regler.rapportfrist),
    for_fylket=True,
)
_UBRUKT: Oppgaveregel[Oppgavefakta] = Oppgaveregel(
    kode="SOEKT_UBRUKT",
    tittel=_("Tilskudd er ikke brukt opp"),
    hvorfor=_(
        "Tiltaket er ferdig %(dag)s, og %(kroner)s kroner er ikke brukt. "
        "Ubrukte penger kan bli krevd tilbake."
    ),
    handling=_("Se bruken"),
    hjemmel="",
    roller=frozenset(SKRIVER),
    finn=partial(_innen, regler.ubrukt),
    for_fylket=True,
)
OPPGAVEKILDE: Oppgavekilde[Oppgavefakta] = Oppgavekilde(
    navn=KILDE, les=les_oppgavekilde, regler=(_SOEK, _GODKJENN, _RAPPORT, _UBRUKT)
)
