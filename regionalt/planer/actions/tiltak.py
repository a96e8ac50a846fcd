"""Measures: write one down, change it, say where it stands. Each change recomputes its task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_ansvarlig, brudd_i_periode, opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.planer.actions.felles import TILTAK, krev_aapen
from regionalt.planer.models import Maal, Plantiltak, Statusrad, Tiltaksstatus
from regionalt.planer.roller import SKRIVER

_MAA_FORKLARES = (Tiltaksstatus.FORSINKET, Tiltaksstatus.STANSET)


@dataclass(frozen=True)
class Tiltaksdata:
    """What the form of a measure gives. `kroner`: whole kroner."""

    tittel: str
    ansvarlig_id: int
    fra: date
    til: date | None = None
    beskrivelse: str = ""
    utfoerer: str = ""
    partnere: str = ""
    kroner: int | None = None
    finansiering: str = ""
    indikator: str = ""
    utgangspunkt: str = ""
    maaltall: str = ""
    kommune_id: int | None = None


@dataclass(frozen=True)
class Statusdata:
    """What the form of a status gives."""

    status: Tiltaksstatus
    dato: date
    merknad: str = ""


@transaction.atomic
def nytt_tiltak(*, maal: Maal, data: Tiltaksdata, innsending: UUID, av: Aktoer) -> Plantiltak:
    """Write down a measure for a goal. The same form sent twice gives the same measure.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: a decided plan, the days are in the wrong order, money from nowhere, a target for nothing,
            nobody of the county's, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    krev_aapen(maal.plan)
    _kontroller(data, av, None)
    tiltak = opprett_en_gang(Plantiltak, innsending=innsending, av=av, maal=maal, **vars(data))
    oppdater_kilde(TILTAK, [tiltak.pk])
    return tiltak


@transaction.atomic
def endre_tiltak(*, tiltak: Plantiltak, versjon: int, data: Tiltaksdata, av: Aktoer) -> None:
    """Change a measure. Raises Konflikt, and as `nytt_tiltak`."""
    av.krev(*SKRIVER)
    krev_aapen(tiltak.maal.plan)
    _kontroller(data, av, tiltak)
    tiltak.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    oppdater_kilde(TILTAK, [tiltak.pk])


@transaction.atomic
def ny_status(
    *, tiltak: Plantiltak, versjon: int, data: Statusdata, innsending: UUID, av: Aktoer
) -> Statusrad:
    """Say where a measure stands. The same form sent twice gives the same row; rows are never changed.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Konflikt: somebody has written since the page was read.
        Regelbrudd: a day to come or before the latest status, late or stopped without a reason,
            identity numbers in the text.
    """
    av.krev(*SKRIVER)
    sendt = Statusrad.objects.filter(innsending=innsending).first()
    if sendt is not None:
        return sendt
    _kontroller_status(tiltak, data)
    tiltak.lagre_over(versjon=versjon, bruker_id=av.bruker_id, status=data.status, status_dato=data.dato)
    rad = opprett_en_gang(Statusrad, innsending=innsending, av=av, tiltak=tiltak, **vars(data))
    oppdater_kilde(TILTAK, [tiltak.pk])
    return rad


def _kontroller(data: Tiltaksdata, av: Aktoer, har: Plantiltak | None) -> None:
    brudd = brudd_i_periode(data.fra, data.til)
    if data.kroner is not None and not data.finansiering:
        brudd["finansiering"] = [_("Skriv hvor pengene kommer fra.")]
    if (data.utgangspunkt or data.maaltall) and not data.indikator:
        brudd["indikator"] = [_("Skriv hva som måles.")]
    tekst = brudd_i_tekst(
        tittel=data.tittel,
        beskrivelse=data.beskrivelse,
        utfoerer=data.utfoerer,
        partnere=data.partnere,
        finansiering=data.finansiering,
        indikator=data.indikator,
        utgangspunkt=data.utgangspunkt,
        maaltall=data.maaltall,
    )
    krev_gyldig(brudd, brudd_i_ansvarlig(data.ansvarlig_id, av, har.ansvarlig_id if har else None), tekst)


def _kontroller_status(tiltak: Plantiltak, data: Statusdata) -> None:
    brudd: dict[str, list[str]] = {}
    if data.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være etter i dag.")]
    elif tiltak.status_dato and data.dato < tiltak.status_dato:
        brudd["dato"] = [_("Datoen kan ikke være før den siste statusen.")]
    if data.status in _MAA_FORKLARES and not data.merknad.strip():
        brudd["merknad"] = [_("Skriv hvorfor tiltaket er forsinket eller stanset.")]
    krev_gyldig(brudd, brudd_i_tekst(merknad=data.merknad))
