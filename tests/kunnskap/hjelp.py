"""Small functions that make imports, figures and judgements for tests."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.actions.registerrad import Lagring
from regionalt.kunnskap import actions
from regionalt.kunnskap.actions import Fildata
from regionalt.kunnskap.models import Tallimport, Vurdering
from regionalt.kunnskap.queries.importer import finn_import
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()
FOLKETALL = "Kommune;Folketall 2026\nTrondheim;218460\nSteinkjer;24007\nOslo;728714\n"


def skriver() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@contextmanager
def som(av: Aktoer | None = None) -> Iterator[Aktoer]:
    """Act as someone (a case worker unless another is given)."""
    hvem = av or skriver()
    with kontekst(kontekst_for(hvem)):
        yield hvem


def fildata(tekst: str | bytes = FOLKETALL, **felt: Any) -> Fildata:
    """Return a file and what is said about it."""
    innhold = tekst if isinstance(tekst, bytes) else tekst.encode()
    return Fildata(**{"innhold": innhold, "filnavn": "tall.csv", "kilde": "SSB", "hentet": I_DAG, **felt})


def lag_utkast(tekst: str | bytes = FOLKETALL, **felt: Any) -> Tallimport:
    """Take a file in as a draft."""
    with som() as av:
        rad = actions.ta_imot(data=fildata(tekst, **felt), innsending=uuid.uuid4(), av=av)
        funnet = finn_import(rad.noekkel)
    assert funnet is not None
    return funnet


def les_inn(tekst: str | bytes = FOLKETALL, **felt: Any) -> Tallimport:
    """Read in a file."""
    rad = lag_utkast(tekst, **felt)
    with som() as av:
        actions.les_inn(tallimport=rad, versjon=rad.versjon, av=av)
    return rad


def vurderingsfelter(**felt: Any) -> dict[str, Any]:
    """Return what the form of a judgement gives."""
    return {
        "trinn": 4, "tall": None, "tekst": "To bedrifter trenger fagarbeidere.", "kilde": "Dialogmøte",
        "kilde_url": "", "dato": I_DAG, "sikkerhet": "kilde", **felt,
    }  # fmt: skip


def lag_vurdering(
    slag: str = "arbeidskraft", nummer: str = TRONDHEIM, *, dager: int = 0, **felt: Any
) -> Vurdering:
    """Write a judgement, so many days ago."""
    felter = vurderingsfelter(dato=I_DAG - timedelta(days=dager), **felt)
    with som() as av:
        return actions.ny_vurdering(
            kommune=virksomhet(nummer), slag=slag, felter=felter, lagring=Lagring(), av=av
        )


def verdier_for_kunnskap() -> dict[str, Any]:
    """Return the arguments of the addresses."""
    return {"tallimport": lag_utkast().noekkel, "kunnskapsslag": "planer"}
