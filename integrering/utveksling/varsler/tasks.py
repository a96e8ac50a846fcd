"""The job of the morning: one digest per user, each in a step of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import structlog
from celery import shared_task
from django.db import OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import Avbrutt, LeieTapt, Loep, registrer_jobb, start_jobb
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.utveksling.varsler import actions, queries

logg = structlog.get_logger(__name__)
SLAG = "varsler.dagens"


@shared_task(name="varsler.start_dagens", ignore_result=True)
def start_dagens() -> None:
    """Start the job of the day (beat, weekdays at 07.00 by the clock in Oslo)."""
    dag = timezone.localdate()
    try:
        start_jobb(
            slag=SLAG, tittel=_("Varsler på e-post"), parametre={"dag": dag.isoformat()}, bruker_id=None,
            virksomhet_id=None, noekkel=f"varsler:{dag}",
        )  # fmt: skip
    except Regelbrudd:
        logg.info("varsler_er_i_gang")


@registrer_jobb(SLAG)
def dagens(jobb: Loep) -> dict[str, Any]:
    """Make the digests of the day. Taken up again it goes on where it stopped; not on another day."""
    dag = date.fromisoformat(jobb.parametre["dag"])
    laget = feilet = 0
    with kontekst(motor_kontekst()):
        brukere = queries.mottakere(dag) if dag == timezone.localdate() else []
    for nr, bruker_id in enumerate(brukere):
        try:
            with jobb.steg(_("Ser etter nytt"), nr, len(brukere)):
                laget += actions.lag_varsel(bruker_id=bruker_id, dag=dag, naa=timezone.now())
        except (LeieTapt, Avbrutt, OperationalError):
            raise
        except Exception:  # what goes wrong for one is not to keep it from the others
            logg.error("varsel_feilet", bruker=bruker_id, exc_info=True)
            feilet += 1
    return {"laget": laget, "feilet": feilet, "brukere": len(brukere)}
