"""Decisions of a forum: write one down, change it, say that it is done. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.oppgaver.actions.punkt import avslutt, gjenaapne
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_ansvarlig
from regionalt.kodeverk import Tema
from regionalt.personvern import brudd_i_tekst
from regionalt.samarbeid.actions.felles import VEDTAK
from regionalt.samarbeid.models import Forum, Forumvedtak
from regionalt.samarbeid.roller import SKRIVER


@dataclass(frozen=True)
class Vedtaksdata:
    """What the form of a decision gives. Without `oppfoelging` there is nothing to do about it."""

    dato: date
    tema: Tema
    tekst: str
    oppfoelging: str = ""
    utfoerer: str = ""
    ansvarlig_id: int | None = None
    frist: date | None = None


@transaction.atomic
def nytt_vedtak(*, forum: Forum, data: Vedtaksdata, innsending: UUID, av: Aktoer) -> Forumvedtak:
    """Write down a decision. The same form sent twice gives the same decision.

    Raises:
        IkkeTilgang: a role that does not keep the forums.
        Regelbrudd: a day to come, a deadline for nothing or before the decision, nobody of the county's.
    """
    av.krev(*SKRIVER)
    _kontroller(data, av, None)
    try:
        with transaction.atomic():
            vedtak = Forumvedtak.objects.create(
                forum=forum, innsending=innsending, endret_av_id=av.bruker_id, **vars(data)
            )
    except IntegrityError:
        # sent twice: the first one stands
        return Forumvedtak.objects.get(innsending=innsending)
    oppdater_kilde(VEDTAK, [vedtak.pk])
    return vedtak


@transaction.atomic
def endre_vedtak(*, vedtak: Forumvedtak, versjon: int, data: Vedtaksdata, av: Aktoer) -> None:
    """Change a decision. Raises Konflikt, and as `nytt_vedtak`."""
    av.krev(*SKRIVER)
    _kontroller(data, av, vedtak)
    vedtak.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    oppdater_kilde(VEDTAK, [vedtak.pk])


@transaction.atomic
def avslutt_vedtak(
    *, vedtak: Forumvedtak, versjon: int, tilstand: Punkttilstand, grunn: str = "", av: Aktoer
) -> None:
    """Say that the follow-up is done, or falls away with a reason. Raises Konflikt, Regelbrudd."""
    av.krev(*SKRIVER)
    krev_gyldig(brudd_i_tekst(grunn=grunn))
    avslutt(vedtak, versjon=versjon, tilstand=tilstand, grunn=grunn, bruker_id=av.bruker_id, kilde=VEDTAK)


@transaction.atomic
def gjenaapne_vedtak(*, vedtak: Forumvedtak, versjon: int, av: Aktoer) -> None:
    """Open the follow-up again; an open one stays as it is. Raises Konflikt, IkkeTilgang."""
    av.krev(*SKRIVER)
    gjenaapne(vedtak, versjon=versjon, bruker_id=av.bruker_id, kilde=VEDTAK)


def _kontroller(data: Vedtaksdata, av: Aktoer, har: Forumvedtak | None) -> None:
    brudd: dict[str, list[str]] = {}
    if data.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være etter i dag.")]
    if data.frist and not data.oppfoelging:
        brudd["oppfoelging"] = [_("Skriv hva som skal gjøres innen fristen.")]
    if data.frist and data.frist < data.dato:
        brudd["frist"] = [_("Fristen kan ikke være før vedtaket.")]
    ansvarlig = brudd_i_ansvarlig(data.ansvarlig_id, av, har.ansvarlig_id if har else None)
    tekst = brudd_i_tekst(tekst=data.tekst, oppfoelging=data.oppfoelging, utfoerer=data.utfoerer)
    krev_gyldig(brudd, ansvarlig, tekst)
