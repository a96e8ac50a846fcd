"""Agreements: make one, change it, go through it, attach files. Each change recomputes its task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.moeter.queries.deltakere import brukere_i
from integrering.utveksling.vedlegg import actions as vedlegg
from regionalt.actions.felles import brudd_i_periode, opprett_en_gang
from regionalt.frivillighet.models import Avtale, Avtalevedlegg, Organisasjon
from regionalt.frivillighet.roller import SKRIVER
from regionalt.personvern import brudd_i_tekst

KILDE = "frivillighet"


@dataclass(frozen=True)
class Avtaledata:
    """What the form of an agreement gives."""

    tittel: str
    fra: date
    ansvarlig_id: int
    innhold: str = ""
    til: date | None = None
    gjennomgang: date | None = None


@transaction.atomic
def ny_avtale(*, organisasjon: Organisasjon, data: Avtaledata, innsending: UUID, av: Aktoer) -> Avtale:
    """Write down an agreement. The same form sent twice gives the same agreement.

    Raises:
        IkkeTilgang: a role that does not keep agreements.
        Regelbrudd: the days are in the wrong order, the one responsible has no role, numbers in text.
    """
    av.krev(*SKRIVER)
    _kontroller(data, av, None)
    avtale = opprett_en_gang(Avtale, innsending=innsending, av=av, organisasjon=organisasjon, **vars(data))
    oppdater_kilde(KILDE, [avtale.pk])
    return avtale


@transaction.atomic
def endre_avtale(*, avtale: Avtale, versjon: int, data: Avtaledata, av: Aktoer) -> None:
    """Change an agreement. Raises Konflikt, and as `ny_avtale`."""
    av.krev(*SKRIVER)
    _kontroller(data, av, avtale)
    avtale.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    oppdater_kilde(KILDE, [avtale.pk])


@transaction.atomic
def gjennomgaa_avtale(*, avtale: Avtale, versjon: int, neste: date | None, merknad: str, av: Aktoer) -> None:
    """Say that an agreement is gone through today, and when the next time is (None: no more).

    Raises:
        IkkeTilgang: a role that does not keep agreements.
        Konflikt: somebody else changed it meanwhile.
        Regelbrudd: the next time is not after today, or numbers in the text.
    """
    av.krev(*SKRIVER)
    i_dag = timezone.localdate()
    brudd = {}
    if neste is not None and neste <= i_dag:
        brudd["neste"] = [_("Neste gjennomgang må være etter i dag.")]
    krev_gyldig(brudd, brudd_i_tekst(merknad=merknad))
    avtale.lagre_over(
        versjon=versjon,
        bruker_id=av.bruker_id,
        gjennomgang=neste,
        sist_gjennomgaatt=i_dag,
        merknad=merknad.strip(),
    )
    oppdater_kilde(KILDE, [avtale.pk])


@transaction.atomic
def legg_ved_avtalen(*, avtale: Avtale, filer: Iterable[UploadedFile[Any]], av: Aktoer) -> int:
    """Attach files to an agreement. Return how many. Raises IkkeTilgang, Regelbrudd."""
    av.krev(*SKRIVER)
    lagret = vedlegg.legg_ved_alle(filer=filer, av=av)
    Avtalevedlegg.objects.bulk_create(
        Avtalevedlegg(avtale=avtale, vedlegg=v, virksomhet_id=av.virksomhet_id) for v in lagret
    )
    return len(lagret)


def _kontroller(data: Avtaledata, av: Aktoer, har: Avtale | None) -> None:
    brudd = brudd_i_periode(data.fra, data.til)
    if data.gjennomgang and data.gjennomgang < data.fra:
        brudd["gjennomgang"] = [_("Gjennomgangen kan ikke være før avtalen begynner.")]
    # who has it may have left since: it may stay with them until it is given to another
    beholdt = har is not None and har.ansvarlig_id == data.ansvarlig_id
    brukere = brukere_i(av.virksomhet_id, timezone.localdate())
    if not beholdt and not brukere.filter(pk=data.ansvarlig_id).exists():
        brudd["ansvarlig"] = [_("Velg en som har en rolle i fylkeskommunen nå.")]
    krev_gyldig(brudd, brudd_i_tekst(tittel=data.tittel, innhold=data.innhold))
