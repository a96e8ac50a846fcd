"""What the actions share."""

from __future__ import annotations

from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd
from regionalt.planer.models import Plan

# The sources of tasks.
PLAN, TILTAK, HOERING = "planer_plan", "planer_tiltak", "planer_hoering"


def krev_aapen(plan: Plan) -> None:
    """Raise Regelbrudd when the plan is decided: its text stands."""
    if plan.laast:
        raise Regelbrudd(_("Planen er vedtatt og kan ikke endres. Lag en ny versjon."))
