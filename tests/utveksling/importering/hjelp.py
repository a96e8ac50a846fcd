"""Small helpers: a file as text in, the answer's columns out."""

from __future__ import annotations

import csv
import io

from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.importering.actions import Utfall, importer_fil

PERSONER = (
    "duf;fornavn;etternavn;foedselsdato;kjoenn;statsborgerskap;tillatelse;tillatelse_dato;landgruppe"
    ";adressebeskyttelse"
)
BOSTEDER = "duf;kommunenummer;fra;til"
VEDTAK = "duf;ordning;vedtakstype;vedtaksdato;startdato"
VGO = "duf;fylkesnummer;skole;fra;til;timer_per_uke;kombinasjonsklasse;hovedansvar_fylke"
STANS = "duf;ordning;fra;varighet;grunn"


def fil(overskrift: str, *rader: str) -> str:
    """Return the text of a file."""
    return "\n".join([overskrift, *rader]) + "\n"


def importer(slag: str, tekst: str | bytes, av: Aktoer, *, historisk: bool = False) -> list[tuple[str, str]]:
    """Import the file; return status and messages of each row of the answer."""
    return svar(importer_alt(slag, tekst, av, historisk=historisk))


def importer_alt(slag: str, tekst: str | bytes, av: Aktoer, *, historisk: bool = False) -> Utfall:
    """Import the file; return everything."""
    innhold = tekst.encode() if isinstance(tekst, str) else tekst
    return importer_fil(slag=slag, innhold=innhold, av=av, historisk=historisk)


def svar(utfall: Utfall) -> list[tuple[str, str]]:
    """Return status and messages of each row of the answer."""
    rader = list(csv.DictReader(io.StringIO(utfall.svar.decode("utf-8-sig")), delimiter=";"))
    return [(rad["status"], rad["feil"]) for rad in rader]


def statuser(svaret: list[tuple[str, str]]) -> list[str]:
    """Return the statuses only."""
    return [status for status, _feil in svaret]


def personrad(duf: str, **endret: str) -> str:
    """Return a row of `personer`."""
    celler = {
        "duf": duf,
        "fornavn": "Amal",
        "etternavn": "Prøve",
        "foedselsdato": "15.06.1995",
        "kjoenn": "K",
        "statsborgerskap": "SYR",
        "tillatelse": "9a",
        "tillatelse_dato": "10.01.2023",
        "landgruppe": "H",
        "adressebeskyttelse": "",
        **endret,
    }
    return ";".join(celler.values())
