"""The job that calculates a run."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from integrering.grunnmur.jobber import Loep, registrer_jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from tilskudd import motor
from tilskudd.actions.beregning import JOBBSLAG


@registrer_jobb(JOBBSLAG)
def beregn(jobb: Loep) -> dict[str, Any]:
    """Calculate the run of the job, in one transaction: interrupted, it starts over and gives the same."""
    with (
        jobb.steg(_("Regner ut linjer for alle personer"), 0, 1),
        kontekst(motor_kontekst(jobb.jobb.bruker_id)),
    ):
        kjoering = motor.regn_ut(int(jobb.parametre["kjoering"]))
        return {
            "kjoering": str(kjoering.kvartal),
            "linjer": kjoering.antall_linjer,
            "mottakere": kjoering.mottakere.count(),
            "mangler_sats": kjoering.antall_mangler,
        }
