"""Every change of courses and gatherings."""

from regionalt.kompetanse.actions.arrangement import (
    Arrangementsdata,
    aapne,
    avlys,
    endre_arrangement,
    lag_arrangement,
    merk_holdt,
    slett_utkast,
)

__all__ = [
    "Arrangementsdata",
    "aapne",
    "avlys",
    "endre_arrangement",
    "lag_arrangement",
    "merk_holdt",
    "slett_utkast",
]
