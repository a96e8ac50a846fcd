"""What the region needs done, and what one can learn: write it down, change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from integrering.grunnmur.feil import krev_gyldig
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.planer.models import Arbeidskraftbehov, Sikkerhet, Tilbud
from regionalt.planer.roller import SKRIVER


@dataclass(frozen=True, kw_only=True)
class _Kunnskap:
    kilde: str
    kilde_dato: date
    sikkerhet: Sikkerhet
    kommune_id: int | None = None
    plan_id: int | None = None
    gjelder_til: date | None = None


@dataclass(frozen=True, kw_only=True)
class Behovsdata(_Kunnskap):
    """What the form of a need gives. `antall` None: not known."""

    yrke: str
    styrk08: str = ""
    antall: int | None = None
    opplaering: str = ""
    virkemidler: str = ""


@dataclass(frozen=True, kw_only=True)
class Tilbudsdata(_Kunnskap):
    """What the form of an offer gives. `plasser` None: not known."""

    navn: str
    tilbyder: str
    maalgruppe: str = ""
    innhold: str = ""
    plasser: int | None = None


@transaction.atomic
def nytt_behov(*, data: Behovsdata, innsending: UUID, av: Aktoer) -> Arbeidskraftbehov:
    """Write down a need. The same form sent twice gives the same row.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: identity numbers in the text.
    """
    _kontroller(data, av)
    return opprett_en_gang(Arbeidskraftbehov, innsending=innsending, av=av, **vars(data))


@transaction.atomic
def nytt_tilbud(*, data: Tilbudsdata, innsending: UUID, av: Aktoer) -> Tilbud:
    """Write down an offer. As `nytt_behov`."""
    _kontroller(data, av)
    return opprett_en_gang(Tilbud, innsending=innsending, av=av, **vars(data))


@transaction.atomic
def endre_kunnskap(
    *, rad: Arbeidskraftbehov | Tilbud, versjon: int, data: Behovsdata | Tilbudsdata, av: Aktoer
) -> None:
    """Change a need or an offer. Raises Konflikt, and as `nytt_behov`."""
    _kontroller(data, av)
    rad.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


def _kontroller(data: Behovsdata | Tilbudsdata, av: Aktoer) -> None:
    av.krev(*SKRIVER)
    krev_gyldig(brudd_i_tekst(**vars(data)))
