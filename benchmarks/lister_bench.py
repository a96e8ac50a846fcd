"""Lists at 100 000 persons: reading a page, turning to page 1000, exporting 20 000 rows, memory.

Pages are asked for through Django's test client: middleware, context, queries, templates; all but the socket.
"""

from __future__ import annotations

import statistics
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.test.utils import override_settings

from benchmarks import befolkning
from benchmarks.rapport import Rapport
from integrering.lister import actions, keyset
from integrering.lister.models import Filformat
from integrering.lister.register import finn_liste
from integrering.lister.utvalg import Utvalg
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling, Virksomhet
from integrering.tilgang.queries import aktoer_av
from integrering.tilgang.roller import Rolle

ANTALL, EKSPORT, RUNDER = 100_000, 20_000, 12
GRENSE_LES, GRENSE_EKSPORT, GRENSE_SIDE, GRENSE_MINNE = 0.150, 3.0, 2.0, 3.0
SIDER = (
    "/personer/",
    "/personer/?sorter=-navn",
    "/personer/?sorter=duf",
    "/personer/?sorter=foedt",
    "/personer/?sorter=kommune",
    "/personer/?mangler=vedtak",
    "/personer/?mangler=periode",
    "/personer/?lovspor=kollektiv",
    "/personer/?kommune=5001&antall=100",
    "/flyttinger/",
    "/eksporter/",
    "/filtre/",
)


def _kommuneaktoer() -> Aktoer:
    with kontekst(motor_kontekst()):
        bruker, _ = Bruker.objects.get_or_create(username="bench-kommune")
        tildeling, _ = Rolletildeling.objects.get_or_create(
            bruker=bruker,
            virksomhet=Virksomhet.objects.get(type="kommune", nummer="5001"),
            rolle=Rolle.KOMMUNE_FLYKTNINGTJENESTE.value,
            fra=date(2000, 1, 1),
        )
        return aktoer_av(tildeling)


def _klient(av: Aktoer) -> Client:
    klient = Client()
    klient.force_login(Bruker.objects.get(pk=av.bruker_id), "django.contrib.auth.backends.ModelBackend")
    return klient


def _p95(gjoer: Callable[[], Any], runder: int = RUNDER) -> float:
    gjoer()
    tider = []
    for _ in range(runder):
        start = time.perf_counter()
        gjoer()
        tider.append(time.perf_counter() - start)
    return statistics.quantiles(tider, n=20)[-1]


def kjoer(rapport: Rapport) -> None:
    """Measure, and write the figures with their limits."""
    rapport.overskrift(f"Lists, {ANTALL:,} persons")
    fylket = befolkning.lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)
    befolkning.lag_befolkning(ANTALL, fylket)
    befolkning.fyll_buffere()
    with override_settings(ALLOWED_HOSTS=["*"]):
        _lesing(rapport, {"county": _klient(fylket), "municipality": _klient(_kommuneaktoer())})
    _sidene(rapport, fylket)
    _eksport(rapport, fylket)


def _lesing(rapport: Rapport, klienter: dict[str, Client]) -> None:
    for hvem, klient in klienter.items():
        for adresse in SIDER:
            if hvem == "municipality" and "kommune" in adresse:
                continue
            tid = _p95(lambda k=klient, a=adresse: _les(k, a))  # type: ignore[misc]
            rapport.forhold(
                f"{hvem} reads {adresse}, p95 seconds",
                tid,
                krav=f"< {GRENSE_LES}",
                holder=tid < GRENSE_LES,
            )


def _les(klient: Client, adresse: str) -> None:
    svar = klient.get(adresse)
    if svar.status_code != 200:
        raise RuntimeError(f"{adresse}: {svar.status_code}")


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
        foerste = _p95(lambda: keyset.stykke(rader, nivaaer, 50, fra=None))
        tusende = _p95(lambda: keyset.stykke(rader, nivaaer, 50, fra=fra))
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
