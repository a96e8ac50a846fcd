"""Every change in the training: one function named by its verb."""

from opplaering.actions.skolegang import (
    Skolegangdata,
    annuller_skolegang,
    avslutt_skolegang,
    data_av,
    endre_timer,
    registrer_skolegang,
    rett_skolegang,
)

__all__ = [
    "Skolegangdata",
    "annuller_skolegang",
    "avslutt_skolegang",
    "data_av",
    "endre_timer",
    "registrer_skolegang",
    "rett_skolegang",
]
