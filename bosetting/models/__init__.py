"""The tables of the settlement, one noun a file."""

from bosetting.models.anbefaling import Anbefaling, Beregning
from bosetting.models.kommune import Grunnlagstall, RundeKommune
from bosetting.models.kriterium import Kriterium
from bosetting.models.runde import Runde, Rundefrist, Rundehendelse
from bosetting.models.scenario import Scenario
from bosetting.models.svar import Kommunesvar, Rundemoete, Svarpurring

__all__ = [
    "Anbefaling",
    "Beregning",
    "Grunnlagstall",
    "Kommunesvar",
    "Kriterium",
    "Runde",
    "RundeKommune",
    "Rundefrist",
    "Rundehendelse",
    "Rundemoete",
    "Scenario",
    "Svarpurring",
]
