"""What a message asks of those who get it, and of the one who sent it. Pure: facts and the day in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# A message that asks for nothing is still to be read.
LESEFRIST_DAGER = 7
# Between two reminders that come by themselves, and before the sender is told to do something.
PURREINTERVALL_DAGER = 7
# How long the one who gets it has, unless the sender says otherwise.
KVITTERINGSFRIST_DAGER = 7
MAKS_AUTOMATISKE = 3


@dataclass(frozen=True)
class Mottaksfakta:
    """A message at one recipient."""

    sendt: date
    aapnet: bool
    kvittert: bool
    krever_kvittering: bool
    frist: date | None
    purringer: tuple[date, ...] = ()
    automatiske: int = 0


def lesefrist(m: Mottaksfakta) -> date | None:
    """Return when a message should be read; None when it is, or when it is to be acknowledged instead."""
    return None if m.aapnet or m.krever_kvittering else m.sendt + timedelta(days=LESEFRIST_DAGER)


def venter_paa_kvittering(m: Mottaksfakta) -> bool:
    """Return True while the recipient owes an acknowledgement."""
    return m.krever_kvittering and not m.kvittert


def skal_avsender_purre(m: Mottaksfakta, i_dag: date) -> bool:
    """Return True when the date has passed, all automatic reminders are used, and none is fresh."""
    return (
        venter_paa_kvittering(m)
        and m.frist is not None
        and m.frist < i_dag
        and m.automatiske >= MAKS_AUTOMATISKE
        and not _nylig_purret(m, i_dag)
    )


def skal_purres_automatisk(m: Mottaksfakta, i_dag: date) -> bool:
    """Return True when the date has passed and nobody has reminded for a week; at most three times."""
    return (
        venter_paa_kvittering(m)
        and m.frist is not None
        and m.frist < i_dag
        and m.automatiske < MAKS_AUTOMATISKE
        and not _nylig_purret(m, i_dag)
    )


def kan_purres(m: Mottaksfakta, i_dag: date) -> bool:
    """Return True when the sender may remind by hand: unanswered, and not reminded today."""
    return venter_paa_kvittering(m) and i_dag not in m.purringer


def _nylig_purret(m: Mottaksfakta, i_dag: date) -> bool:
    return any((i_dag - dag).days < PURREINTERVALL_DAGER for dag in m.purringer)
