"""What a referral must tell, and when the municipality should have referred."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

# Integreringsloven § 10: languages, education, work, other competence; forskriften § 47: wishes too.
DELER = ("spraak", "utdanning", "arbeidserfaring", "oensker")
# Half the time: six weeks before the deadline of the guidance. Our own choice; nothing in the law says when.
UKER_FOER_FRISTEN = 6
# How long a municipality has to answer what it is asked about. Our own choice.
SVARDAGER = 14


def mangler(tekster: Mapping[str, str], *, har_fil: bool) -> tuple[str, ...]:
    """Return the parts that are not told; a file tells them all."""
    return () if har_fil else tuple(del_ for del_ in DELER if not tekster.get(del_, "").strip())


def henvisningsfrist(frist: date | None) -> date | None:
    """Return the day a municipality should have referred by."""
    return None if frist is None else frist - timedelta(weeks=UKER_FOER_FRISTEN)


def svarfrist(etterspurt: date) -> date:
    """Return the day the municipality should have answered by."""
    return etterspurt + timedelta(days=SVARDAGER)
