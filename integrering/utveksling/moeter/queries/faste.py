"""Reads of weekly slots."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from integrering.utveksling.moeter.models import FastTid, Moete
from integrering.utveksling.moeter.rules.faste import UKER_FRAM, Plan, Uke, uker


def plan_for(tid: FastTid) -> Plan:
    """Return the slot as the rules see it."""
    return Plan(tid.ukedag, tid.klokkeslett, tid.varighet, tid.fra, tid.til)


def faste_tider() -> QuerySet[FastTid]:
    """Return the organisation's slots, by weekday and time."""
    return FastTid.objects.select_related("eier").order_by("ukedag", "klokkeslett", "pk")


def gjeldende_tider(i_dag: date) -> QuerySet[FastTid]:
    """Return those that are not over."""
    return FastTid.objects.filter(Q(til__isnull=True) | Q(til__gte=i_dag)).order_by("pk")


def finn_fast_tid(noekkel: UUID) -> FastTid | None:
    """Return one of the organisation's slots."""
    return FastTid.objects.select_related("eier").filter(noekkel=noekkel).first()


def uker_framover(tid: FastTid, i_dag: date, antall: int = UKER_FRAM) -> list[Uke]:
    """Return the weeks ahead with what each gives: from today, or from the slot's first day."""
    finnes = set(Moete.objects.filter(fast_tid=tid).values_list("fast_uke", flat=True))
    unntak = dict(tid.unntak.values_list("dato", "grunn"))
    return list(
        uker(
            plan_for(tid),
            fra=max(i_dag, tid.fra),
            antall=antall,
            unntak=unntak,
            finnes={uke for uke in finnes if uke is not None},
        )
    )


def moeter_i(tid: FastTid) -> dict[date, Moete]:
    """Return the slot's meetings by the Monday of their week."""
    return {m.fast_uke: m for m in Moete.objects.filter(fast_tid=tid).order_by("start") if m.fast_uke}
