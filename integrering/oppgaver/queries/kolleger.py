"""Who can be given tasks, and who stands in for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from integrering.oppgaver.models import Vikariat
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Rolletildeling
from integrering.tilgang.queries import gjelder
from integrering.tilgang.roller import ARBEIDSROLLER


@dataclass(frozen=True)
class Kollega:
    """Someone with work at the organisation, and whether they may see protected persons."""

    bruker_id: int
    navn: str
    skjermede: bool


def kan_faa_oppgaver(virksomhet_id: int) -> dict[int, Kollega]:
    """Return user number → colleague, by name: everyone with a role of work there today."""
    i_dag = timezone.localdate()
    roller = Rolletildeling.objects.filter(
        gjelder(i_dag),
        virksomhet_id=virksomhet_id,
        rolle__in=ARBEIDSROLLER,
        bruker__is_active=True,
    ).select_related("bruker")
    ut: dict[int, Kollega] = {}
    for rolle in roller.order_by("bruker__first_name", "bruker__last_name", "bruker_id"):
        foer = ut.get(rolle.bruker_id)
        ser = rolle.kan_se_skjermede or (foer.skjermede if foer else False)
        ut[rolle.bruker_id] = Kollega(rolle.bruker_id, str(rolle.bruker), ser)
    return ut


def vikariater(av: Aktoer, i_dag: date) -> QuerySet[Vikariat]:
    """Return the stand-ins of the organisation that have not ended, first to begin first."""
    return Vikariat.objects.filter(
        virksomhet_id=av.virksomhet_id, avsluttet__isnull=True, til__gte=i_dag
    ).select_related("borte", "vikar")


def jeg_er_vikar_for(av: Aktoer, i_dag: date) -> QuerySet[Vikariat, int]:
    """Return the numbers of the users whose tasks this one has beside their own today (a subquery)."""
    mine = Vikariat.objects.filter(
        virksomhet_id=av.virksomhet_id,
        vikar_id=av.bruker_id,
        avsluttet__isnull=True,
        fra__lte=i_dag,
        til__gte=i_dag,
    )
    return mine.order_by().values_list("borte_id", flat=True)
