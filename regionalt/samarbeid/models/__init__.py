"""The tables of the regional cooperation, one noun a file."""

from regionalt.samarbeid.models.forum import Forum, Forummoete, Forumslag, Medlem, Medlemsslag
from regionalt.samarbeid.models.tiltak import Samarbeidstiltak, Tiltaksstatus
from regionalt.samarbeid.models.vedtak import Forumvedtak

__all__ = [
    "Forum",
    "Forummoete",
    "Forumslag",
    "Forumvedtak",
    "Medlem",
    "Medlemsslag",
    "Samarbeidstiltak",
    "Tiltaksstatus",
]
