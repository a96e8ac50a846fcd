"""Measures: write one down, change it, say what came of it. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_ansvarlig, brudd_i_periode, opprett_en_gang
from regionalt.kodeverk import Tema
from regionalt.personvern import brudd_i_tekst
from regionalt.samarbeid.actions.felles import TILTAK
from regionalt.samarbeid.models import Samarbeidstiltak, Tiltaksstatus
from regionalt.samarbeid.roller import SKRIVER


@dataclass(frozen=True)
class Tiltaksdata:
    """What the form of a measure gives."""

    tema: Tema
    tittel: str
    ansvarlig_id: int
    fra: date
    beskrivelse: str = ""
    partnere: str = ""
    til: date | None = None
    status: Tiltaksstatus = Tiltaksstatus.PLANLAGT
    resultat: str = ""


@transaction.atomic
def nytt_tiltak(*, data: Tiltaksdata, innsending: UUID, av: Aktoer) -> Samarbeidstiltak:
    """Write down a measure. The same form sent twice gives the same measure.

    Raises:
        IkkeTilgang: a role that does not keep the measures.
        Regelbrudd: the days are in the wrong order, over without a result, nobody of the county's.
    """
    av.krev(*SKRIVER)
    _kontroller(data, av, None)
    tiltak = opprett_en_gang(Samarbeidstiltak, innsending=innsending, av=av, **vars(data))
    oppdater_kilde(TILTAK, [tiltak.pk])
    return tiltak


@transaction.atomic
def endre_tiltak(*, tiltak: Samarbeidstiltak, versjon: int, data: Tiltaksdata, av: Aktoer) -> None:
    """Change a measure. Raises Konflikt, and as `nytt_tiltak`."""
    av.krev(*SKRIVER)
    _kontroller(data, av, tiltak)
    tiltak.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    oppdater_kilde(TILTAK, [tiltak.pk])


def _kontroller(data: Tiltaksdata, av: Aktoer, har: Samarbeidstiltak | None) -> None:
    brudd = brudd_i_periode(data.fra, data.til)
    ferdig = data.status in (Tiltaksstatus.FULLFOERT, Tiltaksstatus.AVBRUTT)
    if ferdig and not data.resultat.strip():
        brudd["resultat"] = [_("Skriv hva som kom ut av tiltaket.")]
    tekst = brudd_i_tekst(
        tittel=data.tittel, beskrivelse=data.beskrivelse, partnere=data.partnere, resultat=data.resultat
    )
    krev_gyldig(brudd, brudd_i_ansvarlig(data.ansvarlig_id, av, har.ansvarlig_id if har else None), tekst)
