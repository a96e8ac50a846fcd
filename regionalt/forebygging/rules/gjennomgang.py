"""When what stands in the directory has to be looked over again. Pure."""

from __future__ import annotations

from datetime import date, timedelta

# The task comes this many days before the day, so that there is time to call and ask.
VARSEL_DAGER = 14


def skal_ses_over(gjennomgaas: date | None, til: date | None, i_dag: date) -> bool:
    """Return True when an entry is due for review soon or is overdue; one that has ended is not.

    Args:
        gjennomgaas: the review date; None: none is set.
        til: the last day the entry holds.
    """
    if gjennomgaas is None or (til is not None and til < i_dag):
        return False
    return gjennomgaas - timedelta(days=VARSEL_DAGER) <= i_dag


def utloept(til: date | None, dag: date) -> bool:
    """Return True for a plan whose last day was before `dag`."""
    return til is not None and til < dag
