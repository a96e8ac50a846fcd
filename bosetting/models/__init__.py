"""The tables of the settlement, one noun a file."""

from bosetting.models.kommune import Grunnlagstall, RundeKommune
from bosetting.models.kriterium import Kriterium
from bosetting.models.runde import Runde, Rundefrist, Rundehendelse

__all__ = ["Grunnlagstall", "Kriterium", "Runde", "RundeKommune", "Rundefrist", "Rundehendelse"]
