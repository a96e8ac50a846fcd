"""How a page is timed: through Django's test client, that is middleware, context, queries, templates."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.rapport import Rapport
from integrering.tilgang.aktoer import Aktoer

GRENSE_LES = 0.150
RUNDER = 20


def lag_klient(av: Aktoer) -> Any:
    """Return a client that is logged in."""
    from django.test import Client

    from integrering.tilgang.models import Bruker

    klient = Client(SERVER_NAME="localhost")
    klient.force_login(Bruker.objects.get(pk=av.bruker_id), "django.contrib.auth.backends.ModelBackend")
    return klient


def p95(gjoer: Callable[[], Any], runder: int = RUNDER) -> float:
    """Return the 95th percentile in seconds, after one that warms up."""
    gjoer()
    tider = []
    for _ in range(runder):
        start = time.perf_counter()
        gjoer()
        tider.append(time.perf_counter() - start)
    return statistics.quantiles(tider, n=20, method="inclusive")[-1]


def les(klient: Any, adresse: str) -> Any:
    """Return the page. Raises RuntimeError when it is not one."""
    svar = klient.get(adresse)
    if svar.status_code != 200:
        raise RuntimeError(f"{adresse}: {svar.status_code}")
    return svar


def les_sider(rapport: Rapport, hvem: str, av: Aktoer, sider: Iterable[str]) -> None:
    """Measure pages as one reader: seconds, and the number of queries."""
    klient = lag_klient(av)
    for adresse in sider:
        tid = p95(lambda a=adresse: les(klient, a))  # type: ignore[misc]
        rapport.forhold(
            f"{hvem} reads {adresse}, p95 seconds",
            tid,
            krav=f"< {GRENSE_LES}",
            holder=tid < GRENSE_LES,
            tider=f"{spoerringer(klient, adresse)} queries",
        )


def spoerringer(klient: Any, adresse: str) -> int:
    """Return how many queries a page makes, without the borders of transactions."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as fanget:
        les(klient, adresse)
    grenser = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not q["sql"].startswith(grenser) for q in fanget.captured_queries)
