"""Every change of the regional cooperation."""

from regionalt.samarbeid.actions.forum import (
    Forumdata,
    Medlemsdata,
    endre_forum,
    endre_medlem,
    knytt_moete,
    nytt_forum,
    nytt_medlem,
)
from regionalt.samarbeid.actions.tiltak import Tiltaksdata, endre_tiltak, nytt_tiltak
from regionalt.samarbeid.actions.vedtak import (
    Vedtaksdata,
    avslutt_vedtak,
    endre_vedtak,
    gjenaapne_vedtak,
    nytt_vedtak,
)

__all__ = [
    "Forumdata",
    "Medlemsdata",
    "Tiltaksdata",
    "Vedtaksdata",
    "avslutt_vedtak",
    "endre_forum",
    "endre_medlem",
    "endre_tiltak",
    "endre_vedtak",
    "gjenaapne_vedtak",
    "knytt_moete",
    "nytt_forum",
    "nytt_medlem",
    "nytt_tiltak",
    "nytt_vedtak",
]
