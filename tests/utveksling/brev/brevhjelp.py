"""What the tests of letters share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import uuid4

from integrering.nir.models import Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.roller import Rolle
from integrering.utveksling.brev import actions, queries
from integrering.utveksling.brev.actions import Brevsvar
from integrering.utveksling.brev.models import Brev, Brevmalversjon
from tests import fabrikk

Som = Callable[[Aktoer], AbstractContextManager[None]]
DAG = date(2026, 3, 2)
SKREVET = {
    "paaminning": {"svarfrist": "2026-03-16"},
    "dialogmoete": {
        "moetedato": "2026-04-08", "moetetid": "kl. 10.00", "moetested": "Fylkets hus",
        "svarfrist": "2026-03-16",
    },
    "kommune_brev": {"emne": "Samarbeid"},
    "person_brev": {"henvendt": "2026-02-20"},
    "svar_opplysninger": {"spurt": "2026-02-20", "utlevert": "fravær"},
}  # fmt: skip


def saksbehandler(*, skjermede: bool = False) -> Aktoer:
    """Return a new case worker at the county."""
    return fabrikk.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER, skjermede=skjermede)


def mal(kode: str) -> Brevmalversjon:
    """Return a template's version in force. In a context of the county."""
    funnet = queries.gyldig_mal(kode, DAG)
    assert funnet is not None
    return funnet


def svar(kode: str, **endret: Any) -> Brevsvar:
    """Return answers that fit the template."""
    felles: dict[str, Any] = {
        "maalform": "nb", "dato": DAG, "kontakt_navn": "Kari Prøve", "verdier": dict(SKREVET[kode]),
    }  # fmt: skip
    return Brevsvar(**(felles | endret))


def lag_brev(
    av: Aktoer,
    kode: str = "kommune_brev",
    *,
    til: Virksomhet | None = None,
    person: Person | None = None,
    tilstand: str = "utkast",
    filer: Sequence[Any] = (),
    **endret: Any,
) -> Brev:
    """Return a letter in the state: to Trondheim unless the template is for persons."""
    with kontekst(kontekst_for(av)):
        versjon = mal(kode)
        virksomhet = None if versjon.mal.mottakerslag == "person" else til or fabrikk.virksomhet("5001")
        brev = actions.opprett_utkast(
            innsending=uuid4(), malversjon=versjon, svar=svar(kode, **endret), av=av,
            virksomhet=virksomhet, person=person, filer=filer,
        )  # fmt: skip
        if tilstand != "utkast":
            actions.ferdigstill(brev=brev, versjon=brev.versjon, av=av)
        if tilstand == "sendt":
            actions.merk_sendt(brev=brev, maate="papir", dato=DAG, av=av)
        return brev
