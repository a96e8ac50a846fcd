"""The queue: all tasks computed against the import of the same persons, as the county grows, and one person.

The population has a vedtak and a school period each, and what it lacks. Half of the vedtak are closed first,
so that every other person has a task that is late.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

from benchmarks import befolkning
from benchmarks.rapport import Rapport

GRENSE_SEKUNDER, GRENSE_VEKST, GRENSE_EN = 60.0, 12.0, 0.05
EN_OM_GANGEN = 30


def kjoer(skriv: Rapport) -> None:
    """Measure 10 000 and 100 000 persons."""
    skriv.overskrift("The work queue")
    tider = {antall: _maal(skriv, antall) for antall in (10_000, 100_000)}
    vekst = tider[100_000] / tider[10_000]
    skriv.forhold(
        "All tasks, 10 × persons (10 000 → 100 000)", vekst, krav=f"≤ {GRENSE_VEKST:.0f} × time",
        holder=vekst <= GRENSE_VEKST, tider=f"{tider[10_000]:.2f} s → {tider[100_000]:.2f} s",
    )  # fmt: skip


def _maal(skriv: Rapport, antall: int) -> float:
    """Return the seconds of the first computation, the slowest: every task is new."""
    from integrering.oppgaver.models import Oppgave
    from integrering.tilgang.kontekst import kontekst, motor_kontekst
    from integrering.tilgang.roller import Rolle

    av = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    befolkning.toem()
    innlagt = _tid(lambda: befolkning.lag_befolkning(antall, av))
    befolkning.uten_halvparten_av_vedtakene()
    foerste, igjen = _tid(regn_ut), _tid(regn_ut)
    with kontekst(motor_kontekst()):
        oppgaver = Oppgave.objects.filter(lukket__isnull=True).count()
    stor = f"{antall:,} persons".replace(",", " ")
    skriv.forhold(
        f"{stor}, {oppgaver} tasks: seconds to compute all", foerste, krav=f"< {GRENSE_SEKUNDER:.0f} s",
        holder=foerste < GRENSE_SEKUNDER, tider=f"{foerste:.2f} s; nothing changed: {igjen:.2f} s",
    )  # fmt: skip
    skriv.forhold(
        f"{stor}: computing all / putting the same facts in", foerste / innlagt, krav="≤ 2 ×",
        holder=foerste <= 2 * innlagt, tider=f"{foerste:.2f} s, {innlagt:.2f} s",
    )  # fmt: skip
    befolkning.analyser()
    en = _en_person()
    skriv.forhold(
        f"{stor}: all / one person × the number of persons", foerste / (en * antall), krav="≤ 0.1",
        holder=foerste <= 0.1 * en * antall, tider=f"one person: {en * 1000:.1f} ms",
    )  # fmt: skip
    skriv.forhold(
        f"{stor}: milliseconds for one person", en * 1000, krav=f"< {GRENSE_EN * 1000:.0f} ms",
        holder=en < GRENSE_EN, tider=f"median of {EN_OM_GANGEN}",
    )  # fmt: skip
    return foerste


def regn_ut() -> None:
    """Do the nightly job, as the worker does."""
    from integrering.grunnmur.jobber import loep
    from integrering.grunnmur.models import Jobb, Tilstand
    from integrering.oppgaver.actions.utregning import NATT

    jobb = Jobb.objects.create(slag=NATT, tittel=NATT, parametre={})
    loep.kjoer(jobb.pk)
    jobb.refresh_from_db()
    if jobb.tilstand != Tilstand.FERDIG:
        raise RuntimeError(jobb.feil)


def _en_person() -> float:
    """Return the median seconds of computing one person, as after a registration."""
    from integrering.nir.models import Person
    from integrering.oppgaver.actions import oppdater_kilde
    from integrering.tilgang.kontekst import kontekst, motor_kontekst

    with kontekst(motor_kontekst()):
        ider: list[int] = list(Person.objects.order_by("duf").values_list("pk", flat=True)[:EN_OM_GANGEN])
    return median(_tid(partial(oppdater_kilde, "nir", [pk])) for pk in ider)


def _tid(hva: Callable[[], Any]) -> float:
    foer = time.perf_counter()
    hva()
    return time.perf_counter() - foer
