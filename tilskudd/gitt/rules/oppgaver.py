"""What has to be done next with an application, and by when. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# How long a report and a decision may lie (ours; no rule says).
KONTROLL_INNEN = timedelta(days=30)


class Gjoeremaal(StrEnum):
    """What is to be done; the value is the code of the task."""

    KOMPLETTER = "GITT_KOMPLETTER"
    RAPPORTER = "GITT_RAPPORT"
    VURDER = "GITT_VURDER"
    VEDTA = "GITT_VEDTAK"
    GODKJENN = "GITT_UTBETALING"
    KONTROLLER = "GITT_RAPPORTKONTROLL"
    ETTERLYS = "GITT_RAPPORT_MANGLER"


@dataclass(frozen=True)
class Sak:
    """An application as the tasks see it. `rapport`: the day a report came that waits for control."""

    tilstand: str
    utlysning_lukket: bool
    rapportfrist: date
    komplett_frist: date | None = None
    til_vurdering: bool = False
    vurdert: int = 0
    vedtatt: int = 0
    skal_rapportere: bool = False
    rapport: date | None = None
    venter_godkjenning: bool = False


def gjoeremaal(s: Sak, i_dag: date) -> Iterator[tuple[Gjoeremaal, date | None]]:
    """Yield what is to be done, with the due date where there is one."""
    if s.tilstand == "aapnet":
        yield Gjoeremaal.KOMPLETTER, s.komplett_frist
    if s.til_vurdering and s.utlysning_lukket:
        yield (Gjoeremaal.VURDER, None) if s.vurdert < 2 else (Gjoeremaal.VEDTA, None)
    if s.venter_godkjenning:
        yield Gjoeremaal.GODKJENN, None
    if s.skal_rapportere and s.vedtatt:
        yield Gjoeremaal.RAPPORTER, s.rapportfrist
        if i_dag > s.rapportfrist:
            yield Gjoeremaal.ETTERLYS, s.rapportfrist
    if s.rapport is not None:
        yield Gjoeremaal.KONTROLLER, s.rapport + KONTROLL_INNEN
