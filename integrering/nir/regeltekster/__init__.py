"""The words of the rules' codes, in both languages. Codes are stored, words never."""

from integrering.nir.regeltekster.koder import regelkode
from integrering.nir.regeltekster.lister import (
    fravaersmerknad,
    fravaerstype,
    fritak,
    justeringsmerknad,
    opplaering,
    vindu,
)
from integrering.nir.regeltekster.status import hvorfor, statusgrunn, tilstand
from integrering.nir.regeltekster.steg import felt, grunn, mellomregning, regelmangel
from integrering.nir.regeltekster.svar import (
    frist,
    krav,
    lov,
    lovkolonne,
    registrering,
    rettsstilling,
    sluttmaal,
)

__all__ = [
    "felt",
    "fravaersmerknad",
    "fravaerstype",
    "frist",
    "fritak",
    "grunn",
    "hvorfor",
    "justeringsmerknad",
    "krav",
    "lov",
    "lovkolonne",
    "mellomregning",
    "opplaering",
    "regelkode",
    "regelmangel",
    "registrering",
    "rettsstilling",
    "sluttmaal",
    "statusgrunn",
    "tilstand",
    "vindu",
]
