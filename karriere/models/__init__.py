"""Centres, cases, referrals, sessions, notes, one noun a file."""

from karriere.models.henvisning import Henvisning, Henvisningsvedlegg
from karriere.models.kvalitet import Kvalitetssvar
from karriere.models.notat import Notat, Notatlesning, Notatsvar, Notatutkast
from karriere.models.opplegg import Opplegg, Oppleggsforslag
from karriere.models.sak import Sak, Sakshendelse
from karriere.models.samtale import Deltakelse, Samtale
from karriere.models.senter import Senter, Senterkommune, Senteruke, Senterveileder

__all__ = [
    "Deltakelse",
    "Henvisning",
    "Henvisningsvedlegg",
    "Kvalitetssvar",
    "Notat",
    "Notatlesning",
    "Notatsvar",
    "Notatutkast",
    "Opplegg",
    "Oppleggsforslag",
    "Sak",
    "Sakshendelse",
    "Samtale",
    "Senter",
    "Senterkommune",
    "Senteruke",
    "Senterveileder",
]
