"""Administration: users and their roles, organisations, code lists, who looked at whom, what was changed."""

from integrering.tilgang.admin import brukere, drift, fagsystem, kodelister, virksomheter
from integrering.tilgang.admin.felles import BareLes, ForAdministrator
from integrering.tilgang.admin.hendelser import vis_hendelser

__all__ = [
    "BareLes",
    "ForAdministrator",
    "brukere",
    "drift",
    "fagsystem",
    "kodelister",
    "virksomheter",
    "vis_hendelser",
]
