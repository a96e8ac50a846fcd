"""Jobs with real commits: heartbeat, compare-and-swap and the lock are seen from other connections."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from pytest_django.fixtures import Settings

from integrering.grunnmur.jobber import (
    Loep,
)
from integrering.grunnmur.jobber.actions import fei_jobber
from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.models import Jobb, Tilstand
from tests.grunnmur.jobbhjelp import Arbeid, Sendt, ny_jobb, sendt, slag, stille, teller

__all__ = ["sendt", "slag"]


def test_hjerteslaget_fornyer_leien(
    egen_database: str, settings: Settings, sendt: Sendt, slag: Callable[[Arbeid], str]
) -> None:
    """A step longer than the lease keeps it: the heartbeat has a connection of its own."""
    settings.JOBB_LEIE = 3  # room for a busy machine: the heart beats each second
    leier: list[Any] = []
    slutt = time.monotonic() + 60

    def arbeid(loep: Loep) -> dict[str, Any]:
        with loep.steg("Lenge", 1, 1):
            while len(set(leier)) < 3 and time.monotonic() < slutt:
                time.sleep(0.2)
                leier.append(_leie_til_sett_utenfra(loep.jobb.pk))
            assert fei_jobber() == 0
        return {}

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    assert stille(jobb).tilstand == Tilstand.FERDIG
    assert len(set(leier)) > 2
    assert sorted(leier) == leier


def _leie_til_sett_utenfra(jobb_id: uuid.UUID) -> Any:
    """Read the lease on another connection, as the sweeper does."""
    svar: list[Any] = []

    def les() -> None:
        svar.append(Jobb.objects.values_list("leie_til", flat=True).get(pk=jobb_id))
        connection.close()

    traad = threading.Thread(target=les)
    traad.start()
    traad.join()
    return svar[0]


def test_bare_en_av_mange_faar_jobben(
    egen_database: str, sendt: Sendt, slag: Callable[[Arbeid], str]
) -> None:
    """Compare-and-swap: eight workers at the same instant, one does it."""
    ganger: list[int] = []
    jobb = ny_jobb(slag(teller(ganger)))
    start = threading.Barrier(8)

    def ta() -> None:
        start.wait()
        kjoer(jobb.pk)
        connection.close()

    traader = [threading.Thread(target=ta) for _ in range(8)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    assert len(ganger) == 1


def test_steget_laaser_raden_til_det_er_lagret(
    egen_database: str, sendt: Sendt, slag: Callable[[Arbeid], str]
) -> None:
    """Between the check and the commit nobody can take the job: the row is locked."""
    laast: list[bool] = []

    def proev_aa_ta(jobb_id: uuid.UUID) -> None:
        with transaction.atomic():
            fri = Jobb.objects.select_for_update(skip_locked=True).filter(pk=jobb_id).exists()
        laast.append(not fri)
        connection.close()

    def arbeid(loep: Loep) -> dict[str, Any]:
        loep.meld("Låser", 1, 1)
        with transaction.atomic():
            loep._vokt()
            traad = threading.Thread(target=proev_aa_ta, args=[loep.jobb.pk])
            traad.start()
            traad.join()
        return {}

    jobb = ny_jobb(slag(arbeid))
    kjoer(jobb.pk)
    assert laast == [True]
