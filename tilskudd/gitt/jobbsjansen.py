"""The applications projects of Jobbsjansen part B can be linked to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from integrering.tilgang.aktoer import Aktoer
from regionalt.jobbsjansen.tilskuddskilder import Tilskuddskilde, Tilskuddslenke
from tilskudd.gitt.models import Soeknad
from tilskudd.gitt.queries.soeknader import finn_soeknad, soeknader
from tilskudd.gitt.roller import ALLE

ORDNING, FLEST = "jobbsjansen-del-b", 100


def _tekst(soeknad: Soeknad) -> str:
    return f"{soeknad.virksomhet.navn}: {soeknad} ({soeknad.utlysning.navn})"


def _valg(av: Aktoer) -> Sequence[tuple[UUID, str]]:
    sendte = soeknader().filter(utlysning__ordning__kode=ORDNING, sendt__isnull=False)
    return [(s.noekkel, _tekst(s)) for s in sendte.order_by("-pk")[:FLEST]]


def _finn(av: Aktoer, noekkel: UUID) -> Tilskuddslenke | None:
    soeknad = finn_soeknad(noekkel) if av.har(*ALLE) else None
    if soeknad is None:
        return None
    return Tilskuddslenke(_tekst(soeknad), reverse("gitt:soeknad", args=[soeknad.noekkel]))


KILDE = Tilskuddskilde(_valg, _finn)
