"""Tasks of the queue: guide in time; the municipality refers, and tells what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Forslag, Oppgaveregel
from karriere.koefakta import fakta_om
from karriere.models import Sak
from karriere.roller import KOMMUNEN, VEILEDER
from karriere.rules.henvisning import henvisningsfrist, svarfrist
from karriere.rules.koe import VENTER, Koetilstand, er_gammelt, tilstand


def _frist(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    """Guidance that nobody has agreed to hold (integreringsloven § 11; IMDi: within three months)."""
    staar = tilstand(fakta_om(sak), i_dag)
    if sak.frist is None or er_gammelt(sak.frist, i_dag):
        return
    if staar in (Koetilstand.OVER_FRIST, Koetilstand.FORFALLER):
        yield Forslag(frist=sak.frist, verdier={"bosatt": sak.bosatt.isoformat()} if sak.bosatt else {})


def _venter_i_kommunen(sak: Sak, i_dag: date) -> bool:
    if sak.person.kommune_id is None or er_gammelt(sak.frist, i_dag):
        return False
    return tilstand(fakta_om(sak), i_dag) in VENTER


def _henvis(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    if _venter_i_kommunen(sak, i_dag) and sak.henvist is None and sak.etterspurt is None:
        yield Forslag(frist=henvisningsfrist(sak.frist))


def _svar(sak: Sak, i_dag: date) -> Iterable[Forslag]:
    if _venter_i_kommunen(sak, i_dag) and sak.etterspurt is not None:
        yield Forslag(frist=svarfrist(sak.etterspurt), verdier={"spurt": sak.etterspurt.isoformat()})


REGLER: tuple[Oppgaveregel[Sak], ...] = (
    Oppgaveregel(
        kode="KARRIERE_FRIST",
        tittel=_("Gjennomfør karriereveiledning"),
        hvorfor=_("Bosatt %(bosatt)s. Veiledningen bør være gjennomført innen tre måneder."),
        handling=_("Åpne veiledningssaken"),
        hjemmel=_("integreringsloven § 11"),
        roller=frozenset(VEILEDER),
        finn=_frist,
        for_fylket=True,
    ),
    Oppgaveregel(
        kode="KARRIERE_HENVIS",
        tittel=_("Henvis til karriereveiledning"),
        hvorfor=_("Karrieresenteret trenger kartleggingen før samtalen, så den kan bygge på den."),
        handling=_("Skriv henvisningen"),
        hjemmel=_("integreringsloven § 11"),
        roller=frozenset(KOMMUNEN),
        finn=_henvis,
    ),
    Oppgaveregel(
        kode="KARRIERE_OPPLYSNINGER",
        tittel=_("Gi karrieresenteret det som mangler"),
        hvorfor=_("Karrieresenteret spurte %(spurt)s om opplysninger fra kartleggingen."),
        handling=_("Skriv henvisningen"),
        hjemmel=_("integreringsloven § 11"),
        roller=frozenset(KOMMUNEN),
        finn=_svar,
    ),
)
