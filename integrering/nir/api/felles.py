"""What the addresses share: finding a person, places in a list, versions."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from rest_framework.request import Request

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kodelister import Kodekolonne
from integrering.grunnmur.toklokker import ToKlokker
from integrering.nir.actions import Konflikt
from integrering.nir.api.serialisering import felter_i
from integrering.nir.faktatyper import Faktatype
from integrering.nir.innsynssteder import API
from integrering.nir.models import Person
from integrering.nir.models.felt import Koderfelt
from integrering.nir.queries.person import finn_person
from integrering.tilgang.actions import registrer_innsyn
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.api.feil import ApiFeil
from integrering.tilgang.api.visning import Parameter

NOEKKEL = Parameter("noekkel", "Personens nøkkel.", "path", UUID, paakrevd=True)
REGISTRERING = Parameter("registrering", "Registreringens nøkkel.", "path", UUID, paakrevd=True)
ETTER = Parameter("etter", "Neste side: det som sto i «neste» i svaret før.")
ANTALL = Parameter("antall", "Hvor mange på siden: 1–200, ellers 100.", type_=int)
IF_MATCH = Parameter(
    "If-Match", 'Versjonen dere endrer, i anførselstegn: "123".', "header", str, paakrevd=True
)
SIDE, HOEYST = 100, 200


def person_for(noekkel: UUID, av: Aktoer) -> Person:
    """Return the person and log the look-up. Raises Http404 for one that is not there or not theirs."""
    person = finn_person(noekkel)
    if person is None:
        raise Http404
    registrer_innsyn(person_id=person.pk, av=av, hvor=API)
    return person


def gyldig(serialiserer: type[Any], data: Any, **kontekst: Any) -> dict[str, Any]:
    """Return what was sent as values. Raises ValidationError."""
    lest = serialiserer(data=data, context={"i_dag": timezone.localdate(), **kontekst})
    lest.is_valid(raise_exception=True)
    verdier: dict[str, Any] = lest.validated_data
    return verdier


@contextmanager
def med_feltnavn(slag: Faktatype, prefiks: str = "verdier.") -> Iterator[None]:
    """Run the block; what an action refuses in it, is said of the fields as they were sent."""
    try:
        yield
    except Konflikt:
        raise
    except Regelbrudd as brudd:
        felter = felter_i(slag)
        navngitt = {f"{prefiks}{f}" if f in felter else f: t for f, t in brudd.meldinger.items()}
        raise Regelbrudd(navngitt) from brudd


def koder_i(slag: Faktatype, rad: ToKlokker) -> frozenset[tuple[str, str]]:
    """Return the codes a registration has: they may be kept though they are closed."""
    koder: list[tuple[str, str]] = []
    for navn in slag.felter:
        felt, verdi = slag.felt(navn), getattr(rad, navn)
        if isinstance(felt, Kodekolonne):
            koder.append((felt.liste, verdi))
        elif isinstance(felt, Koderfelt):
            koder += [(felt.liste, kode) for kode in verdi]
    return frozenset(koder)


# --- Versions ---


def etag(rad: ToKlokker) -> dict[str, str]:
    """Return the header that names a version."""
    return {"ETag": f'"{rad.pk}"'}


def sett_versjon(request: Request) -> int:
    """Return the version the caller has seen; 0 for what names none. Raises ApiFeil (428) without."""
    hode = request.headers.get("If-Match")
    if hode is None:
        raise ApiFeil(428, "uten_versjon")
    treff = re.fullmatch(r'"([0-9]{1,18})"', hode.strip(), re.ASCII)
    return int(treff[1]) if treff else 0


# --- Places in a list ---


def sted(*deler: object) -> str:
    """Return a place in a list as a word without meaning for others."""
    return base64.urlsafe_b64encode("|".join(map(str, deler)).encode()).decode().rstrip("=")


def les_sted(request: Request) -> int:
    """Return the number the list goes on after; 0 from the start. Raises Regelbrudd for what is no place."""
    tekst = request.query_params.get("etter", "")
    if not tekst:
        return 0
    try:
        funnet = base64.urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        funnet = ""
    if not re.fullmatch(r"[0-9]{1,18}", funnet, re.ASCII):
        raise Regelbrudd({"etter": ["Stedet i listen er ukjent. Begynn på nytt uten «etter»."]})
    return int(funnet)


def antall_i(request: Request) -> int:
    """Return how many rows the page has."""
    tekst = request.query_params.get("antall", "")
    return min(max(int(tekst), 1), HOEYST) if re.fullmatch(r"[0-9]{1,6}", tekst, re.ASCII) else SIDE


def del_i_sider(rader: Sequence[Any], antall: int) -> tuple[list[Any], str | None]:
    """Return the rows of a page, read with one too many, and the place of the next."""
    side = list(rader[:antall])
    return side, sted(side[-1].pk) if len(rader) > antall else None
