"""Tell the municipalities what they have not been told: once, in the words of the day."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from integrering.grunnmur.samtidighet import vent_paa_tur
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.utveksling.meldinger.actions import Enkeltmelding, send_mange
from integrering.utveksling.meldinger.kodeverk import aapent_emne
from opplaering import meldingstekster
from opplaering.models import Kommunemelding, Umeldt
from opplaering.queries.meldinger import umeldt
from opplaering.roller import FYLKET

# The names of the sources of tasks: what has come to a municipality, and what waits at the county.
KILDE, KILDE_UMELDT, KILDE_AVSTEMMING = "kommunemelding", "umeldt", "avstemming"
KILDE_UKJENT = "opplaering_ukjent"


@dataclass(frozen=True)
class Sendt:
    """How many were sent, and how many were not: protected persons are told of by hand."""

    antall: int
    for_haand: int


@transaction.atomic
def meld_til_kommunen(*, noekler: Collection[str], av: Aktoer) -> Sendt:
    """Send these facts to the municipalities that have the persons, a message for each (forskriften § 59).

    What somebody else has sent meanwhile, or has changed since it was chosen, is left: it has another key.

    Raises:
        IkkeTilgang: for others than those who have the training at the county.
        Regelbrudd: a message may not be sent; then none is.
    """
    av.krev(*FYLKET)
    vent_paa_tur("opplaering.meldinger", None)
    valgt = list(umeldt().filter(noekkel__in=noekler).order_by("noekkel"))
    rader = [rad for rad in valgt if not rad.person.skjermet]
    if rader:
        _send([(uuid.uuid4(), rad) for rad in rader], av)
        oppdater_kilde(KILDE_UMELDT, sorted({rad.kommune_id for rad in rader}))
    return Sendt(len(rader), len(valgt) - len(rader))


def _send(rader: list[tuple[uuid.UUID, Umeldt]], av: Aktoer) -> None:
    sendt = send_mange(meldinger=[_melding(noekkel, rad) for noekkel, rad in rader], av=av, egen_oppgave=True)
    nye = Kommunemelding.objects.bulk_create(
        Kommunemelding(
            noekkel=noekkel, person_id=rad.person_id, kommune_id=rad.kommune_id, skole_id=rad.skole_id,
            melding=sendt[noekkel], slag=rad.slag, tabell=rad.tabell, registrering_id=rad.registrering_id,
            versjon=rad.versjon, innhold=rad.innhold, hendt=rad.hendt, frist=rad.frist, av_id=av.bruker_id,
        )
        for noekkel, rad in rader
    )  # fmt: skip
    oppdater_kilde(KILDE, [ny.pk for ny in nye])


def _melding(noekkel: uuid.UUID, rad: Umeldt) -> Enkeltmelding:
    linjer = meldingstekster.linjer(rad.tabell, rad.innhold, rad.skole.navn if rad.skole else "")
    return Enkeltmelding(
        noekkel=noekkel,
        person=rad.person,
        mottaker=rad.kommune,
        emne=aapent_emne("fravaer" if rad.tabell == "maanedsfravaer" else "opplaering"),
        tittel=meldingstekster.slagnavn(rad.slag),
        tekst="\n".join(f"{linje.ledetekst}: {linje.verdi}" for linje in linjer),
    )
