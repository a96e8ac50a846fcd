"""The life of some runs, with a fault at every step: dead workers, lost messages, a database that is gone.

A life is three quarters: facts are registered, the run is calculated by a job, sent, approved and paid; the
next quarter registers late and corrects. Everything commits for real. The same life runs once undisturbed
and once with faults; a driver does what people and the system do after each: users try again, the sweeper
sends again. Then the books must be equal, to the krone, and the control of the books must find nothing.

Both the life and its faults follow from a seed, so a life that goes wrong can be run again.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any
from unittest import mock
from uuid import UUID

from django.db import Error, connection, connections, transaction
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.jobber import loep
from integrering.grunnmur.jobber.actions import fei_jobber
from integrering.grunnmur.kvartal import Kvartal
from integrering.grunnmur.models import Jobb
from integrering.grunnmur.tasks import kjoer_jobb
from tests.tilskudd.runder import Runder
from tests.tilskudd.simuleringsfeil import Drept, brytes, doe, doer, kill_9
from tests.tilskudd.simuleringsliv import Boeker, boekene, er_registrert, finnes, kjoeringen, registrer
from tilskudd import actions
from tilskudd.models import Kjoeringstilstand

KVARTALER = (Kvartal(2023, 3), Kvartal(2023, 4), Kvartal(2024, 1))
# Where a worker can fail before the result is there, and how it can end when it is.
FOER = ("død før arbeidet", "død midt i beregningen", "død før commit", "forbindelsen brytes")
ETTER = ("død etter commit", "død etter svaret", "leien utløper mens arbeideren lever")
# What can happen to a message, and to somebody who presses a button.
MELDING = ("Valkey tapt", "levert to ganger", "forsinket til feieren")
BRUKER = ("død før commit", "død etter commit", "forbindelsen brytes", "databasen borte")
# How many of the first kind the three runs meet: with one of the other, never more than a job's five
# attempts.
FORDELT = (2, 1, 1)
MAKS = 30


@dataclass
class Loggbok:
    """What was done to the lives: faults of each kind, and how many steps there were."""

    steg: int = 0
    feil: Counter[str] = field(default_factory=Counter)
    kill_9: int = 0


@dataclass
class Liv:
    """One life, with or without faults."""

    froe: int
    runder: Runder
    feil: bool
    bok: Loggbok = field(default_factory=Loggbok)
    ekte: bool = False

    def __post_init__(self) -> None:
        self.skjebne = Random(f"feil {self.froe}")
        self.koe: deque[UUID] = deque()
        self.valkey_oppe = True
        foer, etter, fordelt = list(FOER), list(ETTER), list(FORDELT)
        for liste in (foer, etter, fordelt):
            self.skjebne.shuffle(liste)
        self.doedsfall = {k: [*(foer.pop() for _ in range(fordelt.pop())), etter.pop()] for k in KVARTALER}

    def lev(self) -> Boeker:
        """Live it, and return the books."""
        with mock.patch.object(kjoer_jobb, "apply_async", self._motta):
            for kvartal in KVARTALER:
                self._kvartal(kvartal)
        return boekene()

    def _kvartal(self, kvartal: Kvartal) -> None:
        runder = self.runder
        self._trykk(
            "registrer", lambda: registrer(self.froe, kvartal), lambda: er_registrert(kvartal), igjen=False
        )
        self._beregn(kvartal)
        for navn, gjoer, etter in (
            (
                "send",
                lambda: actions.send_til_godkjenning(kjoering=kjoeringen(kvartal), av=runder.raadgiver),
                Kjoeringstilstand.TIL_GODKJENNING,
            ),
            (
                "godkjenn",
                lambda: actions.godkjenn(kjoering=kjoeringen(kvartal), av=runder.godkjenner),
                Kjoeringstilstand.GODKJENT,
            ),
            (
                "utbetal",
                lambda: actions.merk_utbetalt(kjoering=kjoeringen(kvartal), av=runder.raadgiver),
                Kjoeringstilstand.UTBETALT,
            ),
        ):
            self._trykk(navn, gjoer, self._staar(kvartal, etter))

    def _staar(self, kvartal: Kvartal, tilstand: Kjoeringstilstand) -> Callable[[], bool]:
        return lambda: kjoeringen(kvartal).tilstand == tilstand

    # --- Somebody presses a button ---

    def _trykk(
        self, navn: str, gjoer: Callable[[], object], ferdig: Callable[[], bool], *, igjen: bool = True
    ) -> None:
        """Do a step. Disturbed, it is done until the user sees that it is done.

        With `igjen` the user presses once more without looking, and is at most told that it is done already.
        """
        self.bok.steg += 1
        if self.feil:
            self._forstyrret(self.skjebne.choice(BRUKER), gjoer)
            if igjen:
                with suppress(Regelbrudd):
                    gjoer()
        for _gang in range(MAKS):
            if ferdig():
                return
            gjoer()
        raise AssertionError(f"{navn} ble aldri ferdig")

    def _forstyrret(self, slag: str, gjoer: Callable[[], object]) -> None:
        skjedd = [True]
        try:
            if slag == "død etter commit":
                gjoer()
                doe()
            elif slag == "død før commit":
                with transaction.atomic():
                    gjoer()
                    doe()
            else:
                alle = slag == "databasen borte"
                with brytes(self.skjebne.randrange(1, 6), alle=alle) as skjedd, transaction.atomic():
                    gjoer()
        except (Drept, Error):
            connections.close_all()
        self._skriv(f"bruker: {slag}", skjedd)

    def _skriv(self, hva: str, skjedd: Sequence[object]) -> None:
        """Count a fault that came to pass."""
        if skjedd:
            self.bok.feil[hva] += 1

    # --- The job ---

    def _beregn(self, kvartal: Kvartal) -> None:
        slag = self.skjebne.choice(MELDING) if self.feil else ""
        if slag:
            self.bok.feil[f"melding: {slag}"] += 1
        self.valkey_oppe = slag not in ("Valkey tapt", "forsinket til feieren")
        self._trykk("start", lambda: self._start(kvartal), lambda: finnes(kvartal))
        self.valkey_oppe = True
        if slag == "levert to ganger":
            self.koe.extend(list(self.koe))
        doedsfall = deque(self.doedsfall[kvartal] if self.feil else ())
        for _gang in range(MAKS):
            if not self.koe and kjoeringen(kvartal).tilstand == Kjoeringstilstand.BEREGNET:
                return
            if not self.koe:
                self._fei()
            while self.koe:
                self.bok.steg += 1
                slag = doedsfall.popleft() if doedsfall else ""
                if not self._arbeid(self.koe.popleft(), slag):
                    doedsfall.appendleft(slag)  # the message was not for anybody just then
        raise AssertionError(f"{kvartal} ble aldri beregnet")

    def _start(self, kvartal: Kvartal) -> None:
        try:
            actions.start_beregning(kvartal=kvartal, av=self.runder.raadgiver)
        except Regelbrudd:
            # it was started before the answer was lost: the user is told so
            assert finnes(kvartal)

    def _motta(self, args: tuple[str], **_valg: object) -> None:
        """Stand in for the broker."""
        if not self.valkey_oppe:
            raise ConnectionError("Valkey er nede")
        self.koe.append(UUID(args[0]))

    def _fei(self) -> None:
        """Let time pass until every lease has run out, and the sweeper come."""
        Jobb.objects.filter(tilstand__in=["venter", "kjoerer"]).update(
            leie_til=timezone.now() - timedelta(seconds=1)
        )
        fei_jobber()

    def _arbeid(self, jobb_id: UUID, slag: str) -> bool:
        """Let a worker take the message and meet its fate; False when it did not meet it."""
        skjedd: list[Any] = [True]
        if not slag:
            loep.kjoer(jobb_id)
            return True
        if slag == "leien utløper mens arbeideren lever":
            skjedd = self._to_arbeidere(jobb_id)
        elif slag == "forbindelsen brytes":
            with suppress(Error), brytes(self.skjebne.randrange(1, 20)) as skjedd:
                loep.kjoer(jobb_id)
            connections.close_all()
        elif self.ekte:
            skjedd = self._ekte_arbeider(jobb_id, slag)
        else:
            try:
                with doer(slag, doe):
                    loep.kjoer(jobb_id)
                skjedd = []
            except Drept:
                connections.close_all()
        if skjedd and slag == "død etter svaret":
            self.koe.append(jobb_id)  # the broker never heard that it was done
        self._skriv(f"arbeider: {slag}", skjedd)
        return bool(skjedd)

    def _ekte_arbeider(self, jobb_id: UUID, slag: str) -> list[bool]:
        """Give the message to a process of its own, that is killed with signal 9 at that point."""
        connections.close_all()
        if not (barn := os.fork()):
            try:
                with doer(slag, kill_9):
                    loep.kjoer(jobb_id)
                os._exit(0)
            finally:
                os._exit(1)
        _pid, svar = os.waitpid(barn, 0)
        if svar == 0:
            return []
        assert os.WIFSIGNALED(svar) and os.WTERMSIG(svar) == signal.SIGKILL, svar
        self.bok.kill_9 += 1
        return [True]

    def _to_arbeidere(self, jobb_id: UUID) -> list[threading.Thread]:
        """Before the first commits, its lease runs out and a second takes the job: the first may not."""
        vokt = loep.Loep._vokt
        traader: list[threading.Thread] = []

        def vent(denne: loep.Loep) -> None:
            if not traader:
                traader.append(threading.Thread(target=self._annen_arbeider, args=(jobb_id,)))
                traader[0].start()
                _vent_til_tatt(jobb_id, denne._leie)
            vokt(denne)

        with mock.patch.object(loep.Loep, "_vokt", vent):
            loep.kjoer(jobb_id)
            for traad in traader:
                traad.join()
        return traader

    def _annen_arbeider(self, jobb_id: UUID) -> None:
        try:
            self._fei()
            loep.kjoer(jobb_id)
        finally:
            connection.close()


def _vent_til_tatt(jobb_id: UUID, leie: UUID) -> None:
    """Wait until another worker has the job (seen on a connection of its own)."""
    svar: list[bool] = []

    def se() -> None:
        for _gang in range(500):
            if Jobb.objects.filter(pk=jobb_id, leie__isnull=False).exclude(leie=leie).exists():
                svar.append(True)
                break
            threading.Event().wait(0.01)
        connection.close()

    traad = threading.Thread(target=se)
    traad.start()
    traad.join()
    assert svar, "ingen annen arbeider tok jobben"


@dataclass
class Simulering:
    """Lives one after another in one database, which is emptied after each."""

    runder: Runder
    bok: Loggbok = field(default_factory=Loggbok)

    def __post_init__(self) -> None:
        self.tomme = set(_tabeller(tomme=True))

    def sammenlign(self, froe: int, *, ekte: bool = False) -> list[str]:
        """Live a life undisturbed and with faults; return what differs in the books: nothing if it holds."""
        uforstyrret = self._lev(Liv(froe, self.runder, feil=False))
        forstyrret = self._lev(Liv(froe, self.runder, feil=True, bok=self.bok, ekte=ekte))
        assert uforstyrret[0], "et liv uten linjer beviser ingenting"
        return [
            f"frø {froe}: {rad}"
            for foer, etter in zip(uforstyrret, forstyrret, strict=True)
            for rad in set(map(str, foer)) ^ set(map(str, etter))
        ]

    def _lev(self, liv: Liv) -> Boeker:
        try:
            return liv.lev()
        finally:
            self._toem()

    def _toem(self) -> None:
        """Empty what was empty before: as the owner, the guards of those tables asleep."""
        connections["default"].close()
        with transaction.atomic(using="eier"), connections["eier"].cursor() as peker:
            peker.execute(
                "SELECT inhrelid::regclass::text FROM pg_inherits"
                " WHERE inhparent = 'tilskudd_linje'::regclass"
            )
            for (navn,) in peker.fetchall():
                peker.execute(f"DROP TABLE {navn}")
            fulle = [navn for navn in _tabeller(tomme=False) if navn in self.tomme]
            for navn in fulle:
                peker.execute(f"ALTER TABLE {navn} DISABLE TRIGGER USER; DELETE FROM {navn}")
            peker.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for navn in fulle:
                peker.execute(f"ALTER TABLE {navn} ENABLE TRIGGER USER")


def _tabeller(*, tomme: bool) -> list[str]:
    """Return the tables that are empty, or that are not."""
    with connections["eier"].cursor() as peker:
        peker.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            " ORDER BY relname"
        )
        alle = [navn for (navn,) in peker.fetchall()]
        biter = (f"SELECT '{navn}' WHERE NOT EXISTS (SELECT FROM {navn})" for navn in alle)
        peker.execute(" UNION ALL ".join(biter))
        uten = {navn for (navn,) in peker.fetchall()}
    return [navn for navn in alle if (navn in uten) == tomme]
