"""Small functions that make meetings for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from integrering.oppgaver.regelverk import finn_kilde
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.felles import Deltakervalg, Moetedata, Tidsdata
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.models import FastTid, Moete, Moetepunkt
from integrering.utveksling.moeter.rules import tider
from tests.fabrikk import virksomhet


def om(dager: int, time_: int = 9) -> datetime:
    """Return an hour by the clock in Oslo, so many days from now."""
    return tider.oeyeblikk(timezone.localdate() + timedelta(days=dager), time(time_))


def inviter(*numre: str, **valg: Any) -> Deltakervalg:
    """Return the choice of these organisations."""
    return Deltakervalg(virksomheter=frozenset(virksomhet(n).pk for n in numre), **valg)


def data(dager: int = 7, **felt: Any) -> Moetedata:
    """Return what the form of a meeting gives: in a week, nobody invited."""
    start = om(dager)
    grunn = Moetedata(type="team", tittel="Teammøte", start=start, slutt=start + timedelta(hours=1))
    return replace(grunn, **felt)


def lag_moete(av: Aktoer, dager: int = 7, *, personer: Any = (), **felt: Any) -> Moete:
    """Return a meeting called by `av`, as `av`."""
    with kontekst(kontekst_for(av)):
        return actions.kall_inn(data=data(dager, **felt), innsending=uuid.uuid4(), av=av, personer=personer)


def lag_punkt(moete: Moete, av: Aktoer, *, til: int | None = None, **felt: Any) -> Moetepunkt:
    """Return a point of the meeting, `til` the organisation, else one's own."""
    verdier: dict[str, Any] = {"tekst": "Avklar skoleplass", "virksomhet_id": til or av.virksomhet_id}
    punkt = Punktdata(**verdier | felt)
    with kontekst(kontekst_for(av)):
        return actions.nytt_punkt(moete=moete, data=punkt, innsending=uuid.uuid4(), av=av)


def tidsdata(**felt: Any) -> Tidsdata:
    """Return what the form of a slot gives: Wednesdays at nine, from today."""
    grunn = Tidsdata(
        type="team", tittel="Ukens teammøte", ukedag=3, klokkeslett=time(9), varighet=60,
        fra=timezone.localdate(),
    )  # fmt: skip
    return replace(grunn, **felt)


def lag_tid(av: Aktoer, **felt: Any) -> FastTid:
    """Return a slot of `av`'s organisation."""
    with kontekst(kontekst_for(av)):
        return actions.lag_fast_tid(data=tidsdata(**felt), innsending=uuid.uuid4(), av=av)


def oppgaver(*ider: int) -> list[tuple[int, str, str]]:
    """Return what the tasks' source finds now: subject, url, title."""
    kilde = finn_kilde("moeter")
    with kontekst(motor_kontekst()):
        return [
            (emne.id, emne.url, str(regel.tittel))
            for emne, fakta in kilde.les(ider or None)
            for regel in kilde.regler
            for _forslag in regel.finn(fakta, timezone.localdate())
        ]
