"""Money that waits, of 100 000 pupils with gaps at one in twenty, against one run of the same people.

All of it is computed anew, as in the night; and one person, as when a registration is made.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks import befolkning
from benchmarks.rapport import Rapport
from benchmarks.utbetaling_bench import Maaling

ANTALL = 100_000
RUNDER = 3


def kjoer(skriv: Rapport) -> None:
    """Measure."""
    from integrering.tilgang.roller import Rolle
    from tilskudd.utsikter.actions import beregning

    befolkning.toem()
    av = befolkning.lag_aktoer(Rolle.TILSKUDDSRAADGIVER)
    befolkning.lag_befolkning(ANTALL, av)
    befolkning.fyll_buffere()
    befolkning.sett_satser()
    befolkning.gaa_paa_skole(av, mangler_hver=20)
    maaling = Maaling(ANTALL, skriv)
    kjoeringen = maaling._minst(maaling._kjoeringen)
    paa_vent, antall = _minst(beregning.oppdater_paa_vent), beregning.oppdater_paa_vent()
    prognosen = _minst(beregning.oppdater_prognose)
    en = _minst(lambda: beregning.oppdater_paa_vent([_en_som_venter()]))
    skriv.overskrift(f"Money that waits, {ANTALL // 1000} 000 pupils")
    for hva, sekunder, grense in (
        (f"Money that waits ({antall} persons) / one run", paa_vent, 1.0),
        ("Prognosis of four quarters / one run", prognosen, 2.0),
    ):
        skriv.forhold(
            hva, sekunder / kjoeringen, krav=f"≤ {grense:g} ×", holder=sekunder <= grense * kjoeringen,
            tider=f"{sekunder:.2f} s / {kjoeringen:.2f} s",
        )  # fmt: skip
    skriv.forhold("Seconds for one person", en, krav="≤ 0.1 s", holder=en <= 0.1, tider=f"{en * 1000:.0f} ms")


def _minst(arbeid: Callable[[], object]) -> float:
    """Return the least seconds of several rounds."""
    tider = []
    for _ in range(RUNDER):
        start = time.perf_counter()
        arbeid()
        tider.append(time.perf_counter() - start)
    return min(tider)


def _en_som_venter() -> int:
    from integrering.tilgang.kontekst import kontekst, motor_kontekst
    from tilskudd.utsikter.models import PaaVent

    with kontekst(motor_kontekst()):
        return int(PaaVent.objects.order_by("pk").values_list("pk", flat=True)[0])
