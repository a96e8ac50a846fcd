"""What the tests of the digest share."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.core import mail
from django.utils import timezone

from integrering.grunnmur.jobber.loep import kjoer
from integrering.grunnmur.kvartal import OSLO
from integrering.grunnmur.models import Jobb
from integrering.nir.models import Flyttesak, Person
from integrering.tilgang.actions import send_utboks
from integrering.tilgang.kontekst import kontekst, motor_kontekst
from integrering.tilgang.models import Bruker, Rolletildeling
from integrering.tilgang.roller import Rolle
from integrering.utveksling.varsler import tasks
from integrering.utveksling.varsler.brev import Avmelding
from integrering.utveksling.varsler.models import Varsel
from tests import fabrikk

# a Tuesday morning, and the day after
TIRSDAG = datetime(2027, 3, 30, 7, tzinfo=OSLO)
ONSDAG = datetime(2027, 3, 31, 7, tzinfo=OSLO)


def lag_mottaker(rolle: Rolle = Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer: str = "", **felt: Any) -> Bruker:
    """Return a user who can be sent e-mail."""
    bruker = fabrikk.lag_bruker(rolle, nummer, **felt)
    Bruker.objects.filter(pk=bruker.pk).update(email=f"{bruker.username}@example.no")
    bruker.refresh_from_db()
    return bruker


def meld_flytting(person: Person, til: str = "5006") -> Flyttesak:
    """Let a kommune say that the person lives there now: news for the one that has the person."""
    melder = fabrikk.lag_bruker(nummer=til)
    with kontekst(motor_kontekst()):
        return Flyttesak.objects.create(
            person=person, til_kommune=fabrikk.virksomhet(til), fra=date(2027, 3, 1), meldt_av=melder,
            meldt=timezone.now(),
        )  # fmt: skip


def morgen() -> Jobb:
    """Run the job of the day as the worker does, and the outbox after it."""
    tasks.start_dagens()
    jobb = Jobb.objects.filter(slag=tasks.SLAG).latest("opprettet")
    kjoer(jobb.pk)
    jobb.refresh_from_db()
    send_utboks()
    return jobb


def sendt() -> list[Any]:
    """Return the e-mails sent."""
    return list(mail.outbox)


def antall_varsler() -> int:
    with kontekst(motor_kontekst()):
        return Varsel.objects.count()


def merke_for(bruker: Bruker, kode: str = "flyttinger") -> str:
    """Return the signed text of a link out."""
    with kontekst(motor_kontekst()):
        tildeling = Rolletildeling.objects.get(bruker=bruker)
    return Avmelding(bruker.pk, tildeling.pk, kode).merke()


def nytt_merke() -> str:
    """Return a link out of someone who exists, for the walk of all addresses."""
    return merke_for(lag_mottaker(brukernavn=f"varslet-{uuid.uuid4().hex[:8]}"))
