"""How long a difference may lie before it is a task."""

from __future__ import annotations

from datetime import date, timedelta

# Our own: long enough for a payment to come in two files, short enough for the claim to be made before the
# next round.
LIGGETID = timedelta(days=14)


def frist(funnet: date) -> date:
    """Return the day a new difference should have been looked at."""
    return funnet + LIGGETID


def er_gammel(funnet: date, i_dag: date) -> bool:
    """Return True from that day on."""
    return i_dag >= frist(funnet)
