"""Small functions that make plans, goals and measures for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.planer import actions
from regionalt.planer.actions import (
    Behovsdata,
    Hoeringsdata,
    Maaldata,
    Plandata,
    Statusdata,
    Tilbudsdata,
    Tiltaksdata,
    Vedtaksdata,
)
from regionalt.planer.models import (
    Arbeidskraftbehov,
    Hoeringsinstans,
    Maal,
    Plan,
    Planslag,
    Plantilstand,
    Plantiltak,
    Sikkerhet,
    Statusrad,
    Tilbud,
    Tiltaksstatus,
)
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()


def om(dager: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=dager)


def skrevet(dager: int) -> str:
    """Return a day as people type it."""
    return f"{om(dager):%d.%m.%Y}"


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def lag_plan(**felt: Any) -> Plan:
    """Return a draft of a plan, for two years yet."""
    av = saksbehandler()
    grunn = Plandata(
        slag=Planslag.KVALIFISERING, tittel="Plan for kvalifisering", fra=om(-300), til=om(730),
        ansvarlig_id=av.bruker_id,
    )  # fmt: skip
    with kontekst(kontekst_for(av)):
        return actions.ny_plan(data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def vedta(plan: Plan, **felt: Any) -> Plan:
    """Lay the plan before the politicians and decide it; return it as it is then."""
    av = saksbehandler()
    grunn = Vedtaksdata(organ="Fylkestinget", dato=om(-1), saksnummer="12/26", tekst="Planen vedtas.")
    with kontekst(kontekst_for(av)):
        plan.refresh_from_db()
        actions.flytt(plan=plan, versjon=plan.versjon, til=Plantilstand.FRAMLAGT, av=av)
        data = replace(grunn, **felt)
        actions.vedta(plan=plan, versjon=plan.versjon, data=data, innsending=uuid.uuid4(), av=av)
    return plan


def paa_hoering(plan: Plan, *nummer: str, andre: tuple[str, ...] = ()) -> list[Hoeringsinstans]:
    """Send the plan on hearing for a month to these organisations, and return those who are asked."""
    av = saksbehandler()
    data = Hoeringsdata(frist=om(30), virksomheter=[virksomhet(n).pk for n in nummer], andre=andre)
    with kontekst(kontekst_for(av)):
        actions.send_paa_hoering(plan=plan, versjon=plan.versjon, data=data, av=av)
        return list(plan.instanser.order_by("pk"))


def lag_behov(**felt: Any) -> Arbeidskraftbehov:
    """Return a need of health workers in the whole county, from a source."""
    av = saksbehandler()
    grunn = Behovsdata(
        yrke="Helsefagarbeider", kilde="Nav (prøve)", kilde_dato=om(-30), sikkerhet=Sikkerhet.EKSEMPEL
    )
    with kontekst(kontekst_for(av)):
        return actions.nytt_behov(data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def lag_tilbud(**felt: Any) -> Tilbud:
    """Return an offer of a course in the whole county, from a source."""
    av = saksbehandler()
    grunn = Tilbudsdata(
        navn="Helsefag for voksne", tilbyder="Prøve vgs", kilde="Skolen", kilde_dato=om(-30),
        sikkerhet=Sikkerhet.EKSEMPEL,
    )  # fmt: skip
    with kontekst(kontekst_for(av)):
        return actions.nytt_tilbud(data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def lag_maal(plan: Plan | None = None, nummer: int = 1) -> Maal:
    """Return a goal of the plan."""
    av, plan = saksbehandler(), plan or lag_plan()
    data = Maaldata(nummer=nummer, tekst="Flere fullfører", indikator="Fagbrev i året")
    with kontekst(kontekst_for(av)):
        return actions.nytt_maal(plan=plan, data=data, innsending=uuid.uuid4(), av=av)


def lag_tiltak(maal: Maal | None = None, **felt: Any) -> Plantiltak:
    """Return a measure that began ten days ago, without an end."""
    av, maal = saksbehandler(), maal or lag_maal()
    grunn = Tiltaksdata(tittel="Kurs i helsefag", ansvarlig_id=av.bruker_id, fra=om(-10))
    with kontekst(kontekst_for(av)):
        return actions.nytt_tiltak(maal=maal, data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def lag_status(tiltak: Plantiltak, status: Tiltaksstatus, dager: int = 0, merknad: str = "") -> Statusrad:
    """Write where the measure stands."""
    av, data = saksbehandler(), Statusdata(status=status, dato=om(dager), merknad=merknad)
    with kontekst(kontekst_for(av)):
        return actions.ny_status(
            tiltak=tiltak, versjon=tiltak.versjon, data=data, innsending=uuid.uuid4(), av=av
        )


def verdier_for_planene() -> dict[str, Any]:
    """Return the arguments of the addresses: a plan on hearing in Trondheim, its goal, its measure."""
    plan = lag_plan(tittel="Plan for adresser")
    maal = lag_maal(plan)
    (instans,) = paa_hoering(plan, TRONDHEIM)
    return {
        "instans_noekkel": instans.noekkel,
        "behov_noekkel": lag_behov(plan_id=plan.pk).noekkel,
        "tilbud_noekkel": lag_tilbud().noekkel,
        "plan_slug": f"plan-for-adresser-{plan.fra.year}",
        "plantilstand": "framlagt",
        "plan_noekkel": plan.noekkel,
        "planmaal_noekkel": maal.noekkel,
        "plantiltak_noekkel": lag_tiltak(maal).noekkel,
    }
