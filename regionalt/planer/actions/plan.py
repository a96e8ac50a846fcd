"""Plans and goals: make one, change it. Each change recomputes the tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import brudd_i_ansvarlig, brudd_i_periode, opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.planer.actions.felles import PLAN, TILTAK, krev_aapen
from regionalt.planer.models import Maal, Plan, Planslag, Plantiltak
from regionalt.planer.roller import SKRIVER


@dataclass(frozen=True)
class Plandata:
    """What the form of a plan gives."""

    slag: Planslag
    tittel: str
    fra: date
    til: date
    ansvarlig_id: int
    beskrivelse: str = ""
    erstatter_id: int | None = None


@dataclass(frozen=True)
class Maaldata:
    """What the form of a goal gives."""

    nummer: int
    tekst: str
    indikator: str = ""


@transaction.atomic
def ny_plan(*, data: Plandata, innsending: UUID, av: Aktoer) -> Plan:
    """Make a plan. The same form sent twice gives the same plan.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: the days are in the wrong order, nobody of the county's, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    _kontroller(data, av, None)
    plan = opprett_en_gang(Plan, innsending=innsending, av=av, **vars(data))
    oppdater_kilde(PLAN, [plan.pk])
    return plan


@transaction.atomic
def endre_plan(*, plan: Plan, versjon: int, data: Plandata, av: Aktoer) -> None:
    """Change a plan. Raises Konflikt, and as `ny_plan`; also when it is decided, or would replace itself."""
    av.krev(*SKRIVER)
    krev_aapen(plan)
    _kontroller(data, av, plan)
    plan.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))
    regn_oppgavene(plan)


def regn_oppgavene(plan: Plan) -> None:
    """Recompute the tasks of a plan, and of its measures: they are tasks while it counts."""
    oppdater_kilde(PLAN, [plan.pk])
    oppdater_kilde(TILTAK, list(Plantiltak.objects.filter(maal__plan=plan).values_list("pk", flat=True)))


@transaction.atomic
def nytt_maal(*, plan: Plan, data: Maaldata, innsending: UUID, av: Aktoer) -> Maal:
    """Add a goal to a plan. The same form sent twice gives the same goal.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: the plan is decided, it has a goal with that number, identity numbers in the text.
    """
    av.krev(*SKRIVER)
    sendt = Maal.objects.filter(innsending=innsending).first()
    if sendt is not None:
        return sendt
    krev_aapen(plan)
    _kontroller_maal(plan, data, None)
    return opprett_en_gang(Maal, innsending=innsending, av=av, plan=plan, **vars(data))


@transaction.atomic
def endre_maal(*, maal: Maal, versjon: int, data: Maaldata, av: Aktoer) -> None:
    """Change a goal. Raises Konflikt, and as `nytt_maal`."""
    av.krev(*SKRIVER)
    krev_aapen(maal.plan)
    _kontroller_maal(maal.plan, data, maal)
    maal.lagre_over(versjon=versjon, bruker_id=av.bruker_id, **vars(data))


def _kontroller(data: Plandata, av: Aktoer, har: Plan | None) -> None:
    brudd = brudd_i_periode(data.fra, data.til)
    if har is not None and data.erstatter_id == har.pk:
        brudd["erstatter"] = [_("En plan kan ikke erstatte seg selv.")]
    tekst = brudd_i_tekst(tittel=data.tittel, beskrivelse=data.beskrivelse)
    krev_gyldig(brudd, brudd_i_ansvarlig(data.ansvarlig_id, av, har.ansvarlig_id if har else None), tekst)


def _kontroller_maal(plan: Plan, data: Maaldata, har: Maal | None) -> None:
    brudd: dict[str, list[str]] = {}
    samme = Maal.objects.filter(plan=plan, nummer=data.nummer).first()
    if samme is not None and samme != har:
        brudd["nummer"] = [_("Planen har allerede et mål med dette nummeret.")]
    krev_gyldig(brudd, brudd_i_tekst(tekst=data.tekst, indikator=data.indikator))
