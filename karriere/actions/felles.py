"""What the actions share: the case as it stands, its history, and its tasks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from karriere.kodeverk import Sakshendelsestype
from karriere.models import Sak, Sakshendelse
from karriere.roller import KILDE_SAK


def skriv_hendelse(sak: Sak, hva: Sakshendelsestype, av: Aktoer, **verdier: Any) -> None:
    """Add to the history of a case. Values are dates and codes, never what anyone wrote."""
    Sakshendelse.objects.create(sak=sak, hva=hva, verdier=verdier, av_id=av.bruker_id)


def oppdater_oppgaver(sak_ider: Collection[int]) -> None:
    """Let the tasks about these cases say what holds, in the transaction of the change."""
    oppdater_kilde(KILDE_SAK, sak_ider)


def merk_sak(sak: Sak, av: Aktoer, **felter: Any) -> None:
    """Keep on the case what a note or a session has come to, also for those who may not change cases.

    As the jobs' role: a municipality that reads a note, leaves its receipt here.
    """
    with kontekst(motor_kontekst(av.bruker_id)):
        Sak.objects.filter(pk=sak.pk).update(**felter)
    for felt, verdi in felter.items():
        setattr(sak, felt, verdi)
    oppdater_oppgaver([sak.pk])
