"""Two who give or end roles in the same second."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from integrering.grunnmur.feil import Regelbrudd
from integrering.tilgang import actions
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from tests.fabrikk import TRONDHEIM, aktoer, lag_bruker, virksomhet
from tests.tilgang.brukerhjelp import KA, KF, rollen


def _begge(gjoer: Callable[[int], None]) -> list[BaseException]:
    """Run it twice at once, in threads with connections of their own; return what was raised."""
    feil: list[BaseException] = []

    def loep(nr: int) -> None:
        try:
            gjoer(nr)
        except BaseException as e:
            feil.append(e)
        finally:
            connection.close()

    traader = [threading.Thread(target=loep, args=(nr,)) for nr in (0, 1)]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join(timeout=30)
    return feil


@pytest.mark.usefixtures("egen_database")
def test_to_administratorer_stenger_hverandre_samtidig(django_db_blocker: Any) -> None:
    """Two municipal administrators who close each other in the same second: one is told it is the last."""
    with django_db_blocker.unblock():
        brukere = [lag_bruker(KA, TRONDHEIM), lag_bruker(KA, TRONDHEIM)]
        aktoerer = [aktoer(b) for b in brukere]
        rader = [rollen(b) for b in brukere]
        klar = threading.Barrier(2)

        def steng(nr: int) -> None:
            with django_db_blocker.unblock(), kontekst(kontekst_for(aktoerer[nr])):
                klar.wait(timeout=10)
                actions.steng_rolle(tildeling=rader[1 - nr], av=aktoerer[nr])

        feil = _begge(steng)
        assert [type(f) for f in feil] == [Regelbrudd], feil
        with kontekst(motor_kontekst()):
            assert Rolletildeling.objects.filter(stengt__isnull=True).count() == 1


@pytest.mark.usefixtures("egen_database")
def test_invitert_to_ganger_samtidig(django_db_blocker: Any) -> None:
    """Two who invite the same person at once make one user and one role."""
    with django_db_blocker.unblock():
        av = [aktoer(lag_bruker(KA, TRONDHEIM)) for _ in range(2)]
        sted, klar = virksomhet(TRONDHEIM), threading.Barrier(2)

        def inviter(nr: int) -> None:
            with django_db_blocker.unblock(), kontekst(kontekst_for(av[nr])):
                klar.wait(timeout=10)
                actions.inviter(
                    hvem=actions.Hvem("N", "N", "n@kommune.example"),
                    valg=actions.Rollevalg(KF, date(2026, 1, 1)), virksomhet=sted, av=av[nr],
                )  # fmt: skip

        feil = _begge(inviter)
        assert [type(f) for f in feil] == [Regelbrudd], feil
        assert Bruker.objects.filter(email="n@kommune.example").count() == 1
