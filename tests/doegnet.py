"""A whole run of the tests stays within one day.

Many tests have «today» from when they were read in; the database and the processes they start have it from
the clock. When the day turns in between, they are a day apart, and some fail for no fault of ours.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
# what a run takes, with room
LENGDE = timedelta(minutes=40)


def ventetid(naa: datetime) -> float:
    """Return how many seconds a run begun `naa` (with a zone) should wait for the next day: mostly 0."""
    her = naa.astimezone(OSLO)
    i_morgen = datetime.combine(her.date() + timedelta(days=1), datetime.min.time(), OSLO)
    igjen = (i_morgen - her).total_seconds()
    return igjen + 1 if igjen < LENGDE.total_seconds() else 0.0


def vent_over_midnatt() -> None:
    """Wait when the day is about to turn, and say so."""
    if sekunder := ventetid(datetime.now(OSLO)):
        sys.stderr.write(f"Døgnet skifter snart: testene begynner om {sekunder:.0f} s.\n")
        time.sleep(sekunder)
