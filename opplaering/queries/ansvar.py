"""What the rule of responsibility needs, read from a period at a school."""

from __future__ import annotations

from datetime import date
from typing import Any

from opplaering.rules.ansvar import Ansvar, Hovedansvar, Maalgruppe, Skolefakta, ansvar


def skolefakta(rad: Any) -> Skolefakta:
    """Return what decides, of a row as `queries.skolegang.med_person` gives it."""
    return Skolefakta(
        maalgruppe=Maalgruppe(rad.maalgruppe),
        foedt=rad.person.foedselsdato,
        innvilget=rad.person.tillatelse_dato,
        fra=rad.fra,
        til=rad.til,
        timer_per_uke=rad.timer_per_uke,
        fulltid_overstyrt=rad.fulltid_overstyrt,
        kombinasjonsklasse=rad.klasse is not None and rad.klasse.kombinasjonsklasse,
        hovedansvar=Hovedansvar(rad.hovedansvar) if rad.hovedansvar else None,
    )


def ansvaret(rad: Any, dag: date) -> Ansvar:
    """Return who is responsible for the participant of a row on a day, and why."""
    return ansvar(skolefakta(rad), dag)
