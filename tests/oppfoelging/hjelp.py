"""Small functions that make contacts, agreed points and requests for guidance."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from integrering.oppgaver.models import Oppgave
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.oppfoelging import actions
from regionalt.oppfoelging.actions.forespoersel import Spoersmaal
from regionalt.oppfoelging.actions.kontakt import Kontaktdata
from regionalt.oppfoelging.actions.punkt import Punktdata
from regionalt.oppfoelging.kodeverk import Kanal, Kontaktslag
from regionalt.oppfoelging.models import Forespoersel, Kontakt, Kontaktpunkt
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()


def dager(antall: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=antall)


def fylket() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def data(av: Aktoer, *numre: str, **felt: Any) -> Kontaktdata:
    """Return what the form of a contact gives: a telephone call yesterday with Trondheim."""
    grunn = Kontaktdata(
        slag=Kontaktslag.TELEFON,
        dato=dager(-1),
        tema=Tema.NORSK,
        kommuner=tuple(virksomhet(n) for n in numre or (TRONDHEIM,)),
        hos_oss_id=av.bruker_id,
        hos_kommunen="Leder av flyktningtjenesten",
        notat="Plasser til høsten",
    )
    return replace(grunn, **felt)


def lag_kontakt(av: Aktoer, *numre: str, **felt: Any) -> Kontakt:
    """Return a contact written down by `av`."""
    with kontekst(kontekst_for(av)):
        return actions.registrer_kontakt(data=data(av, *numre, **felt), innsending=uuid.uuid4(), av=av)


def lag_punkt(kontakt: Kontakt, av: Aktoer, til: str = TRONDHEIM, **felt: Any) -> Kontaktpunkt:
    """Return something agreed in a contact, for the municipality to do unless another is named."""
    verdier: dict[str, Any] = {"tekst": "Sende oversikt over plasser", "virksomhet_id": virksomhet(til).pk}
    punkt = Punktdata(**verdier | {"frist": dager(7)} | felt)
    with kontekst(kontekst_for(av)):
        return actions.nytt_punkt(kontakt=kontakt, data=punkt, innsending=uuid.uuid4(), av=av)


def lag_forespoersel(av: Aktoer, nummer: str = TRONDHEIM, *, fil: bool = False, **felt: Any) -> Forespoersel:
    """Return a request of a municipality, sent by itself or written down by the county."""
    grunn = Spoersmaal(
        virksomhet(nummer),
        Tema.NORSK,
        "Hvordan regner vi timer?",
        kanal=Kanal.HER if av.er_kommune else Kanal.TELEFON,
    )
    filer = [SimpleUploadedFile("rutine.txt", b"Rutine", content_type="text/plain")] if fil else []
    with kontekst(kontekst_for(av)):
        return actions.spoer(data=replace(grunn, **felt), filer=filer, innsending=uuid.uuid4(), av=av)


def oppgaver(regel: str) -> list[tuple[str, Any, Any]]:
    """Return the open tasks of a rule: whose, due, who has it."""
    with kontekst(motor_kontekst()):
        rader = Oppgave.objects.filter(regel=regel, lukket__isnull=True).order_by("pk")
        return [(o.virksomhet.nummer, o.frist, o.ansvarlig_id) for o in rader.select_related("virksomhet")]


def verdier_for_oppfoelging() -> dict[str, Any]:
    """Return the arguments of the addresses of follow-up: Trondheim's things."""
    av = fylket()
    besoek = lag_kontakt(av, slag=Kontaktslag.BESOEK, dato=dager(10))
    return {
        "kontaktlogg": besoek.noekkel,
        "kontaktpunkt": lag_punkt(besoek, av, til=TRONDHEIM).noekkel,
        "forespoersel": lag_forespoersel(av).noekkel,
    }
