"""Lifelike examples of everyday work, made by the demo's users through the same actions as everyone's."""

from __future__ import annotations

from datetime import date

from integrering.demo.eksempler import (
    bosetting,
    brev,
    forebygging,
    frivillighet,
    importer,
    jobbsjansen,
    karriere,
    klasser,
    kommunekontakter,
    kompetanse,
    kunnskap,
    ledelse,
    lister,
    matrise,
    meldinger,
    moeter,
    oppfoelging,
    oppgaver,
    opplaering,
    opplaering_fravaer,
    opplaering_meldinger,
    opplaering_skoler,
    planer,
    rapporter,
    registerlister,
    samarbeid,
    soeknader,
    tilgang,
    tilskudd_gitt,
    tilskudd_innbetalinger,
    tilskudd_kvartal,
    tilskudd_soekt,
    tilskudd_utsikter,
)
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.meldinger.models import Samtale

# Users first; then what is sent and agreed; the queue last, when there are tasks from all of it.
_REKKEFOELGE = (
    tilgang, kommunekontakter, lister, klasser, opplaering, opplaering_skoler, opplaering_fravaer,
    soeknader, rapporter, registerlister, matrise, importer, meldinger, moeter, brev, opplaering_meldinger,
    tilskudd_utsikter, tilskudd_kvartal, tilskudd_soekt, tilskudd_gitt, tilskudd_innbetalinger, oppfoelging,
    frivillighet, forebygging, jobbsjansen, kompetanse, planer, samarbeid, kunnskap, bosetting, karriere,
    ledelse, oppgaver,
)  # fmt: skip


def lag_alle(i_dag: date) -> int:
    """Make all examples; return how many kinds. Nothing when there are messages already."""
    with kontekst(motor_kontekst()):
        if Samtale.objects.exists():
            return 0
    for modul in _REKKEFOELGE:
        modul.lag(i_dag)
    return len(_REKKEFOELGE)
