"""What the tests of jobs share."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from integrering.grunnmur import tasks
from integrering.grunnmur.jobber import (
    Loep,
    register,
    registrer_jobb,
    start_jobb,
)
from integrering.grunnmur.models import Jobb

Sendt = list[str]
Arbeid = Callable[[Loep], dict[str, Any]]


@pytest.fixture
def sendt(monkeypatch: pytest.MonkeyPatch) -> Sendt:
    """The ids handed to Celery; nothing is sent."""
    ider: Sendt = []
    monkeypatch.setattr(tasks.kjoer_jobb, "apply_async", lambda args, **_: ider.append(args[0]))
    return ider


@pytest.fixture
def slag(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Arbeid], str]]:
    """Register a kind of job for the test; gives its name."""
    monkeypatch.setattr(register, "_arbeid", dict(register._arbeid))

    def inn(arbeid: Arbeid) -> str:
        navn = f"test.{uuid.uuid4()}"
        registrer_jobb(navn)(arbeid)
        return navn

    yield inn


def ny_jobb(slag: str = "test.ukjent", **valg: Any) -> Jobb:
    standard: dict[str, Any] = {"tittel": "Prøve", "parametre": {}, "bruker_id": None, "virksomhet_id": None}
    return start_jobb(slag=slag, **(standard | valg))


def stille(jobb: Jobb, **felt: Any) -> Jobb:
    """Put the job in a state, as if it had come there."""
    Jobb.objects.filter(pk=jobb.pk).update(**felt)
    jobb.refresh_from_db()
    return jobb


def teller(ganger: list[int]) -> Arbeid:
    """Return work that counts how often it is done."""

    def arbeid(loep: Loep) -> dict[str, Any]:
        ganger.append(1)
        return {}

    return arbeid
