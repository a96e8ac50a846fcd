"""The faults of the simulation: a worker that dies, a connection that breaks, a database that is gone."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection

from integrering.grunnmur.jobber import loep
from tilskudd import motor
from tilskudd.models import Kjoering


class Drept(BaseException):
    """The process is gone: nothing after this line happens, not even what handles errors."""


def doe() -> None:
    """Die as a process does: the connection is cut without a word to the database."""
    if connection.connection is not None:
        connection.connection.close()
    raise Drept


def kill_9() -> None:
    """Die for real."""
    os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def doer(slag: str, doe_: Callable[[], None]) -> Iterator[None]:
    """Let the worker in the block die at the named point."""
    sum_opp, vokt, avslutt = motor.sum_opp, loep.Loep._vokt, loep._avslutt

    def midt_i(kjoering: Kjoering) -> None:
        sum_opp(kjoering)
        doe_()

    def foer_commit(denne: loep.Loep) -> None:
        vokt(denne)
        doe_()

    def etter_commit(*_a: object, **_k: object) -> None:
        doe_()

    def etter_svaret(*a: Any, **k: Any) -> None:
        avslutt(*a, **k)
        doe_()

    hvor: dict[str, tuple[object, str, Callable[..., None]]] = {
        "død før arbeidet": (loep.Loep, "meld", lambda *_a: doe_()),
        "død midt i beregningen": (motor, "sum_opp", midt_i),
        "død før commit": (loep.Loep, "_vokt", foer_commit),
        "død etter commit": (loep, "_avslutt", etter_commit),
        "død etter svaret": (loep, "_avslutt", etter_svaret),
    }
    with mock.patch.object(*hvor[slag]):
        yield


@contextmanager
def brytes(etter: int, *, alle: bool = False) -> Iterator[list[bool]]:
    """Cut the connection at a statement of the block, once; with `alle` those of everybody.

    Gives a list that holds something when it came to pass.
    """
    teller, skjedd = iter(range(etter)), list[bool]()

    def mellom(execute: Any, sql: Any, params: Any, mange: Any, hva: Any) -> Any:
        if not skjedd and next(teller, None) is None:
            skjedd.append(True)
            if alle:
                _avslutt_alle()
            else:
                connection.connection.close()
        return execute(sql, params, mange, hva)

    with connection.execute_wrapper(mellom):
        yield skjedd


def _avslutt_alle() -> None:
    """End every connection of the application from the server's side, as when it stops."""

    def gjoer() -> None:
        with connection.cursor() as peker:
            peker.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
            )
        connection.close()

    traad = threading.Thread(target=gjoer)
    traad.start()
    traad.join()
