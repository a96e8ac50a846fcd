"""Lists at 100 000 persons: reading a page, turning to page 1000, exporting 20 000 rows, memory.

Every other person lacks a vedtak, so that the filters find many and their counts are made.
"""

from __future__ import annotations

import time
import tracemalloc

from django.db import transaction
from django.http import QueryDict

from benchmarks import befolkning
from benchmarks.maaling import les_sider, p95
from benchmarks.rapport import Rapport
from integrering.lister import actions, keyset
from integrering.lister.models import Filformat
from integrering.lister.register import finn_liste
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle

ANTALL, EKSPORT = 100_000, 20_000
GRENSE_EKSPORT, GRENSE_SIDE, GRENSE_MINNE = 3.0, 2.0, 3.0
SIDER = (
    "/personer/",
    "/personer/?sorter=-navn",
    "/personer/?sorter=duf",
    "/personer/?sorter=foedt",
    "/personer/?sorter=kommune",
    "/personer/?mangler=vedtak",
    "/personer/?mangler=periode",
    "/personer/?mangler=sluttdato",
    "/personer/?lovspor=kollektiv",
    "/personer/?lovspor=feil_alder",
    "/flyttinger/",
    "/eksporter/",
    "/filtre/",
)


def kjoer(rapport: Rapport) -> None:
    """Measure, and write the figures with their limits."""
    rapport.overskrift(f"Lists, {ANTALL:,} persons")
    fylket = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    befolkning.toem()
    befolkning.lag_befolkning(ANTALL, fylket)
    befolkning.uten_halvparten_av_vedtakene()
    befolkning.fyll_buffere()
    les_sider(rapport, "county", fylket, [*SIDER, "/personer/?kommune=5001&antall=100"])
    les_sider(rapport, "municipality", befolkning.lag_kommuneaktoer(), SIDER)
    _sidene(rapport, fylket)
    _eksport(rapport, fylket)
    befolkning.toem()


def _utvalg(av: Aktoer, sporring: str = "") -> Utvalg:
    liste = finn_liste("personer")
    if liste is None:
        raise RuntimeError("personer")
    return Utvalg(liste, av, QueryDict(sporring))


def _sidene(rapport: Rapport, av: Aktoer) -> None:
    utvalg = _utvalg(av)
    with kontekst(kontekst_for(av)):
        rader = utvalg.alle()
        nivaaer = utvalg.nivaaer(rader)
        langt = keyset.med_sted(utvalg.ordnet(), nivaaer)[50_000]
        fra = keyset.sted(langt, nivaaer)
        foerste = p95(lambda: keyset.stykke(rader, nivaaer, 50, fra=None))
        tusende = p95(lambda: keyset.stykke(rader, nivaaer, 50, fra=fra))
        verdi = tusende / foerste
        rapport.forhold(
            "page 1000 / page 1, by keyset",
            verdi,
            krav=f"≤ {GRENSE_SIDE}",
            holder=verdi <= GRENSE_SIDE,
            tider=f"{foerste * 1000:.0f} / {tusende * 1000:.0f} ms",
        )


def _eksport(rapport: Rapport, av: Aktoer) -> None:
    toppunkt = {}
    for format_ in Filformat:
        for antall in (EKSPORT // 10, EKSPORT):
            tid, minne = _ta_ut(av, format_, antall)
            toppunkt[antall] = minne
            if antall == EKSPORT:
                rapport.forhold(
                    f"export of {antall:,} rows, {format_.value}, seconds",
                    tid,
                    krav=f"< {GRENSE_EKSPORT}",
                    holder=tid < GRENSE_EKSPORT,
                )
        verdi = toppunkt[EKSPORT] / toppunkt[EKSPORT // 10]
        rapport.forhold(
            f"memory of {EKSPORT:,} rows / {EKSPORT // 10:,} rows, {format_.value}",
            verdi,
            krav=f"≤ {GRENSE_MINNE}",
            holder=verdi <= GRENSE_MINNE,
            tider=f"{toppunkt[EKSPORT] / 1e6:.1f} / {toppunkt[EKSPORT // 10] / 1e6:.1f} MB",
        )


def _ta_ut(av: Aktoer, format_: Filformat, antall: int) -> tuple[float, float]:
    """Return seconds (without measuring memory) and the peak of memory of one export; rolled back."""

    def ta_ut() -> None:
        with kontekst(kontekst_for(av)):
            utvalg = _utvalg(av)
            hele = utvalg.liste.rader
            foerste = list(hele(av, {}).order_by("pk").values_list("pk", flat=True)[antall : antall + 1])
            utvalg.__dict__["alle"] = lambda _filter=None: hele(av, {}).filter(pk__lt=foerste[0])
            actions.ta_ut(utvalg=utvalg, sti="/personer/", format_=format_).innhold.close()
            transaction.set_rollback(True)

    start = time.perf_counter()
    ta_ut()
    tid = time.perf_counter() - start
    tracemalloc.start()
    ta_ut()
    minne = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return tid, float(minne)
