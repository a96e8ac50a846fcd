"""Payments from IMDi, what they were held against, and the claims made of the differences."""

from tilskudd.innbetalinger.models.innbetaling import Innbetaling, Innbetalingsfil
from tilskudd.innbetalinger.models.krav import Krav, Kravlinje
from tilskudd.innbetalinger.models.post import (
    Avstemmingskjoering,
    Avstemmingssum,
    Post,
    Posthendelse,
    Poststatus,
    Utfallsvalg,
)

__all__ = [
    "Avstemmingskjoering",
    "Avstemmingssum",
    "Innbetaling",
    "Innbetalingsfil",
    "Krav",
    "Kravlinje",
    "Post",
    "Posthendelse",
    "Poststatus",
    "Utfallsvalg",
]
