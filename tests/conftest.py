"""What all tests share. The database part: one cluster per run, one database per test process.

Django connects as `app`, which sees nothing without a context; alias `eier` owns the schema.
"""

import gc
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from integrering.tilgang import driftsmelding
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from tests import klynge as kl
from tests.doegnet import vent_over_midnatt
from tests.grunnmur import html

# The same examples in every run, however busy the machine is, and no store of examples that processes share.
# `--hypothesis-profile=default` looks for new ones.
hypothesis.settings.register_profile("likt", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("likt")

_MAPPE = pytest.StashKey[Path]()
_VERT = pytest.StashKey[subprocess.Popen[bytes]]()
_NUMMER = count(1)
# What the parser does not look at: the words, and what an attribute is set to (but the type of a field).
_ORD = re.compile(r">[^<>&]*[^<>&\s][^<>&]*(?=<)")
_VERDI = re.compile(r'(?<!type)="[^"<>&]*"')


def pytest_configure(config: pytest.Config) -> None:
    """Start the waiting host once per run (the controller, or the only process)."""
    if hasattr(config, "workerinput"):
        config.stash[_MAPPE] = Path(config.workerinput["klynge"])
    elif not config.option.collectonly:
        hele = os.environ.get("CI") == "true"  # not somebody's run of a few of the tests
        if hele:
            vent_over_midnatt()
        config.stash[_MAPPE], config.stash[_VERT] = kl.start_vert()
        if hele:  # made while the tests are read in
            kl.bestill(config.stash[_MAPPE], "postgres")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are cores: each waits a quarter of its time for the servers it started."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each xdist worker where the host is."""
    node.workerinput["klynge"] = str(node.config.stash[_MAPPE])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest begin: what is left at the end is short, and the processes stop together."""
    for item in items:
        # whatever asks for a browser is such a test: nobody has to remember it
        if "nettleser" in getattr(item, "fixturenames", ()):
            item.add_marker("e2e")
    lange = {"e2e", "start", "vandring"}
    items.sort(key=lambda item: -len(lange & {merke.name for merke in item.iter_markers()}))


def pytest_collection_finish() -> None:
    """Let the collector of garbage leave alone what lives through the whole run, and come by less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the host, also after Ctrl-C."""
    if _VERT in config.stash:
        kl.stopp_vert(config.stash[_MAPPE], config.stash[_VERT])


def _prosessnavn(config: pytest.Config) -> str:
    """Return gw0, gw1 … under xdist, otherwise `en`."""
    return str(getattr(config, "workerinput", {}).get("workerid", "en"))


def _pek_mot(klynge: dict[str, Any], navn: str) -> None:
    """Let both aliases, and commands started from tests, use database `navn`."""
    for alias, rolle, variabel in (
        ("default", "app", "DATABASE_URL"),
        ("eier", "eier", "DATABASE_OWNER_URL"),
    ):
        connections[alias].close()
        connections.settings[alias].update(
            NAME=navn, USER=rolle, PASSWORD=klynge[rolle], HOST="127.0.0.1", PORT=str(klynge["port"])
        )
        os.environ[variabel] = kl.dsn(klynge, navn, rolle)


@pytest.fixture(scope="session")
def klynge(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The run's PostgreSQL: port and passwords."""
    return kl.be_om(request.config.stash[_MAPPE], "postgres")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, klynge: dict[str, Any], django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Give this process its own copy of the migrated template (replaces pytest-django's fixture)."""
    navn = f"test_{_prosessnavn(request.config)}"
    kl.kopier_mal(klynge, navn)
    with django_db_blocker.unblock():
        _pek_mot(klynge, navn)
    yield
    with django_db_blocker.unblock():
        connections.close_all()


@pytest.fixture(scope="session")
def nettstedets_database(request: pytest.FixtureRequest) -> str:
    """The name of the database that this process's site looks in; each test has a new one under it."""
    return f"sted_{_prosessnavn(request.config)}"


@pytest.fixture
def egen_database(
    request: pytest.FixtureRequest,
    klynge: dict[str, Any],
    nettstedets_database: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """A fresh copy of the template where the test may commit; dropped afterwards. Gives the database's name.

    The one that a site is looking in stays until the next test: its worker always has somewhere to look.
    Instead of `django_db`, not together with it. Other processes started by the test find it in DATABASE_URL.
    """
    if request.node.get_closest_marker("django_db"):
        pytest.fail("egen_database commits for real and cannot be combined with django_db")
    felles = str(connections.settings["default"]["NAME"])
    har_sted = "sted" in request.fixturenames
    navn = nettstedets_database if har_sted else f"egen_{_prosessnavn(request.config)}_{next(_NUMMER)}"
    kl.slett(klynge, navn)
    kl.kopier_mal(klynge, navn)
    with django_db_blocker.unblock():
        _pek_mot(klynge, navn)
        try:
            yield navn
        finally:
            connections.close_all()
            _pek_mot(klynge, felles)
            if not har_sted:
                kl.slett(klynge, navn)


@pytest.fixture
def superbruker_dsn(klynge: dict[str, Any], django_db_setup: None) -> str:
    """The superuser's address of the database Django uses just now: for reading the catalogue."""
    return kl.dsn(klynge, str(connections.settings["default"]["NAME"]))


@pytest.fixture(scope="session")
def valkey_url(request: pytest.FixtureRequest) -> str:
    """The address of a real broker, a database number per test process."""
    valkey = kl.be_om(request.config.stash[_MAPPE], "valkey")
    nummer = int("".join(t for t in _prosessnavn(request.config) if t.isdigit()) or 0)
    return f"redis://:{valkey['passord']}@127.0.0.1:{valkey['port']}/{nummer % 64}"


@pytest.fixture(autouse=True)
def ingen_driftsmelding() -> None:
    """No test sees what another put in the cache, or asks once more because half a minute has passed."""
    cache.clear()
    cache.set(driftsmelding.NOEKKEL, [], timeout=None)


@pytest.fixture
def motor(db: None) -> Iterator[None]:
    """The whole test runs as the engine's role: all persons, no user."""
    with kontekst(motor_kontekst()):
        yield


@pytest.fixture
def som(db: None) -> Callable[[Aktoer], AbstractContextManager[None]]:
    """Give `with som(aktoer):`, a block in which the database sees this one asking."""
    return lambda aktoer: kontekst(kontekst_for(aktoer))


@pytest.fixture(scope="session", autouse=True)
def strengt_lest() -> Iterator[None]:
    """Every page that any test asks for is read by a strict parser: one error in the markup fails the test.

    Django's own administration pages are not ours to mend.
    """
    spoer = Client.request
    lest: set[int] = set()

    def og_les(klient: Client, **forespoersel: Any) -> Any:
        svar = spoer(klient, **forespoersel)
        er_side = svar.headers.get("Content-Type", "").startswith("text/html") and not svar.streaming
        if er_side and svar.content and not forespoersel.get("PATH_INFO", "").startswith("/admin/"):
            innhold = svar.content.decode(errors="replace")
            # the same markup with other words in it is not read twice
            if (avtrykk := hash(_ORD.sub(">x", _VERDI.sub('=""', innhold)))) not in lest:
                (html.side if "<html" in innhold[:2000] else html.fragment)(innhold)
                lest.add(avtrykk)
        return svar

    with pytest.MonkeyPatch.context() as lapp:
        lapp.setattr(Client, "request", og_les)
        yield
