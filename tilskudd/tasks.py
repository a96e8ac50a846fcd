"""The jobs: a run is calculated, the books are proved; and what the clock starts."""

from __future__ import annotations

from typing import Any

from celery import shared_task
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tilskudd import motor
from tilskudd.actions import bokkontroll
from tilskudd.actions.beregning import JOBBSLAG
from tilskudd.actions.beregning import KILDE as KJOERINGSKILDE
from tilskudd.actions.utkast import lag_utkast
from tilskudd.queries.kontroll import KONTROLLER


@registrer_jobb(JOBBSLAG)
def beregn(jobb: Loep) -> dict[str, Any]:
    """Calculate the run of the job, in one transaction: interrupted, it starts over and gives the same."""
    with (
        jobb.steg(_("Regner ut linjer for alle personer"), 0, 1),
        kontekst(motor_kontekst(jobb.jobb.bruker_id)),
    ):
        kjoering = motor.regn_ut(int(jobb.parametre["kjoering"]))
        oppdater_kilde(KJOERINGSKILDE)
        return {
            "kjoering": str(kjoering.kvartal),
            "linjer": kjoering.antall_linjer,
            "mottakere": kjoering.mottakere.count(),
            "mangler_sats": kjoering.antall_mangler,
        }


@registrer_jobb(bokkontroll.JOBBSLAG)
def kontroller(jobb: Loep) -> dict[str, Any]:
    """Prove the books check by check; interrupted, it starts over. Only the last step writes."""
    bruker_id, avvik = jobb.jobb.bruker_id, {}
    for nr, (navn, tekst, finn) in enumerate(KONTROLLER):
        with jobb.steg(str(tekst), nr, len(KONTROLLER) + 1), kontekst(motor_kontekst(bruker_id)):
            avvik[navn] = len(finn())
    with jobb.steg(_("Lagrer resultatet"), len(KONTROLLER), len(KONTROLLER) + 1):
        svar = bokkontroll.lagre_bokkontroll(avvik=avvik, bruker_id=bruker_id)
    return {"holder": svar.holder, "avvik": avvik}


@shared_task(name="tilskudd.lag_utkast", ignore_result=True)
def utkast_etter_skjaeringstidspunktet() -> None:
    """Draft the finished quarter's run, if there is none."""
    lag_utkast(naa=timezone.now())


@shared_task(name="tilskudd.kontroller_boekene", ignore_result=True)
def kontroller_om_natten() -> None:
    """Prove the books. One that runs already is proof enough."""
    try:
        bokkontroll.start_bokkontroll(av=None)
    except Regelbrudd:
        return
