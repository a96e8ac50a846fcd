"""The registration matrix: what each person has registered, computed and read.

100 000 persons with some fifteen registrations each; 5 000 of them live in one municipality.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import befolkning
from benchmarks.maaling import lag_klient, les, p95, spoerringer
from benchmarks.oppgaver_bench import GRENSE_SEKUNDER, regn_ut
from benchmarks.rapport import Rapport
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import Rolle

PERSONER, I_KOMMUNEN = 100_000, 5_000
GRENSE_SIDE, MEST_SPOERRINGER = 0.300, 12
GRENSE_ALLE, GRENSE_KOMMUNEN, GRENSE_EN = 600.0, 30.0, 0.05
SIDER = (
    "/registreringsmatrise/",
    "/registreringsmatrise/?mangler=ja",
)
_SQL = Path(__file__).parent / "registreringer.sql"
_TABELLER = (
    *befolkning.TABELLER, "nir_bosetting", "nir_sluttmaal", "nir_utdanningsbakgrunn", "nir_tiltak",
    "nir_opplaeringstimer",
)  # fmt: skip


def kjoer(skriv: Rapport) -> None:
    """Measure the computation, then the page as municipality and county."""
    skriv.overskrift("Registration matrix")
    fylket = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    _lag(PERSONER, fylket)
    _regn_ut(skriv)
    _les(skriv, "municipality", befolkning.lag_kommuneaktoer())
    _les(skriv, "county", fylket)
    befolkning.toem()


def _lag(antall: int, av: Aktoer) -> None:
    befolkning.toem()
    befolkning.lag_befolkning(antall, av)
    befolkning.fyll_buffere()
    with befolkning.uten_vakter(*_TABELLER) as peker:
        peker.execute(
            "UPDATE nir_person SET kommune_id = v.id FROM tilgang_virksomhet v WHERE v.type = 'kommune'"
            " AND v.nummer = '5001' AND nir_person.id IN (SELECT id FROM nir_person ORDER BY id LIMIT %s)",
            [I_KOMMUNEN],
        )
        peker.execute(_SQL.read_text(encoding="utf-8"), {"bruker": av.bruker_id})
    befolkning.analyser()


def _regn_ut(skriv: Rapport) -> None:
    from integrering.nir.actions.registreringsstatus import deler, regn_ut_status

    alle = deler()
    kommunen = _tid(lambda: [regn_ut_status(del_) for del_ in alle[: I_KOMMUNEN // 1_000]])
    skriv.forhold(
        "5 000 persons: seconds to compute", kommunen, krav=f"< {GRENSE_KOMMUNEN:.0f} s",
        holder=kommunen < GRENSE_KOMMUNEN, tider=f"{I_KOMMUNEN / kommunen:.0f} persons/s",
    )  # fmt: skip
    tid = _tid(lambda: [regn_ut_status(del_) for del_ in alle])
    skriv.forhold(
        "100 000 persons: seconds to compute all, as each night", tid, krav=f"< {GRENSE_ALLE:.0f} s",
        holder=tid < GRENSE_ALLE, tider=f"{PERSONER / tid:.0f} persons/s in {len(alle)} steps",
    )  # fmt: skip
    befolkning.analyser()
    _regn_ut_oppgaver(skriv)
    foerste = alle[len(alle) // 2].start
    en = median(_tid(lambda pk=pk: regn_ut_status([pk])) for pk in range(foerste, foerste + 30))  # type: ignore[misc]
    skriv.forhold(
        "milliseconds for one, as after a registration", en * 1000, krav=f"< {GRENSE_EN * 1000:.0f} ms",
        holder=en < GRENSE_EN, tider="median of 30",
    )  # fmt: skip


def _regn_ut_oppgaver(skriv: Rapport) -> None:
    """The tasks of the checklist stand on the status just computed."""
    from integrering.oppgaver.models import Oppgave
    from integrering.tilgang.kontekst import kontekst, motor_kontekst

    foerste, igjen = _tid(regn_ut), _tid(regn_ut)
    with kontekst(motor_kontekst()):
        antall = Oppgave.objects.filter(lukket__isnull=True).count()
    skriv.forhold(
        f"100 000 persons, {antall} tasks: seconds to compute all, as each night", igjen,
        krav=f"< {GRENSE_SEKUNDER:.0f} s", holder=igjen < GRENSE_SEKUNDER,
        tider=f"{igjen:.1f} s; when every task is new: {foerste:.1f} s",
    )  # fmt: skip


def _les(skriv: Rapport, hvem: str, av: Aktoer) -> None:
    klient = lag_klient(av)
    for adresse in SIDER:
        tid, antall = p95(lambda a=adresse: les(klient, a)), spoerringer(klient, adresse)  # type: ignore[misc]
        skriv.forhold(
            f"{hvem} reads {adresse}, p95 seconds", tid, krav=f"< {GRENSE_SIDE}, {MEST_SPOERRINGER} queries",
            holder=tid < GRENSE_SIDE and antall <= MEST_SPOERRINGER, tider=f"{antall} queries",
        )  # fmt: skip


def _tid(hva: Callable[[], Any]) -> float:
    foer = time.perf_counter()
    hva()
    return time.perf_counter() - foer
