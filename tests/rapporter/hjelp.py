"""Ended programmes, tests and statuses, made with the clock of the registration when it matters."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pypdf
from django.test import Client
from django.utils import timezone

from integrering.grunnmur.jobber.loep import kjoer
from integrering.nir.models import (
    Avslutning,
    Gjenaapning,
    Person,
    Proeve,
    Registreringsstatus,
    Sluttmaal,
    Vedtak,
)
from integrering.nir.rules.registreringer import Registrering
from integrering.rapporter import actions
from integrering.rapporter.models import Dokumentasjonspakke
from integrering.rapporter.queries.pakker import del_av
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.models import Bruker
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, aktoer, lag_bruker, lag_person, registrer
from tests.tilgang.hjelp import inn

IFJOR = timezone.localdate().year - 1


def leser(
    rolle: Rolle = Rolle.FYLKE_SAKSBEHANDLER, nummer: str = "", *, skjermede: bool = False
) -> tuple[Client, Aktoer]:
    """Return a browser and who it is."""
    bruker: Bruker = lag_bruker(rolle, nummer, skjermede=skjermede)
    return inn(bruker), aktoer(bruker)


def avslutt(
    person: Person | None = None, aarsak: str = "arbeid_heltid", dato: date | None = None, **felt: Any
) -> Avslutning:
    """Return the end of a programme, last year when nothing else is said."""
    hvem = person or lag_person()
    return registrer(
        Avslutning, hvem, registrert=None, ordning="intro", dato=dato or date(IFJOR, 6, 1),
        avslutningsaarsak=aarsak, **({"hovedaktivitet": ""} | felt),
    )  # fmt: skip


def mange(antall: int, aarsak: str, kommune: str = TRONDHEIM, **felt: Any) -> None:
    """Let so many in a municipality end for one reason."""
    for _nr in range(antall):
        avslutt(lag_person(kommune=kommune), aarsak, **felt)


def gjenaapne(person: Person, dato: date) -> Gjenaapning:
    """Return a new beginning."""
    return registrer(Gjenaapning, person, registrert=None, ordning="intro", dato=dato, grunn="annet")


def sett_maal(person: Person, maal: str, fra: date) -> Sluttmaal:
    """Return a goal."""
    return registrer(Sluttmaal, person, registrert=None, maal=maal, fra=fra)


def vedtak_intro(person: Person, dag: date) -> Vedtak:
    """Return a decision on the programme."""
    return registrer(Vedtak, person, registrert=None, ordning="intro", vedtaksdato=dag, startdato=dag)


def proev(
    person: Person | None = None,
    dato: date | None = None,
    *,
    proeve: str = "norskproeve",
    registrert: datetime | None = None,
    **nivaaer: str,
) -> Proeve:
    """Return a test with results of these parts."""
    verdier = dict.fromkeys(("lytte", "lese", "skriftlig", "muntlig", "resultat", "spraak"), "") | nivaaer
    return registrer(
        Proeve,
        person or lag_person(),
        registrert=registrert,
        proeve=proeve,
        dato=dato or date(2026, 5, 4),
        **verdier,
    )


def sett_status(person: Person, **tilstander: str | tuple[str, date]) -> None:
    """Let the person's cells be these; all others do not apply. A pair says what it counts from."""
    celler: dict[str, dict[str, str | None]] = {}
    for hva in Registrering:
        gitt = tilstander.get(hva.value, "gjelder_ikke")
        tilstand, siden = (gitt, None) if isinstance(gitt, str) else gitt
        celler[hva.value] = {
            "t": tilstand, "f": None, "s": siden.isoformat() if siden else None, "g": "", "d": None
        }  # fmt: skip
    with kontekst(motor_kontekst()):
        Registreringsstatus.objects.update_or_create(
            person=person, defaults={"celler": celler, "kolonne": "", "regnet": timezone.localdate()}
        )


def pakke_for(av: Aktoer, personer: Iterable[Person], *, kjoert: bool = True) -> Dokumentasjonspakke:
    """Return a pack of these persons, made."""
    with kontekst(kontekst_for(av)):
        pakke = actions.bestill_for(noekler=[p.noekkel for p in personer], innsending=uuid.uuid4(), av=av)
    return kjoer_ferdig(pakke, av) if kjoert else pakke


def kjoer_ferdig(pakke: Dokumentasjonspakke, av: Aktoer) -> Dokumentasjonspakke:
    """Do what the worker does."""
    assert pakke.jobb is not None
    kjoer(pakke.jobb.pk)
    with kontekst(kontekst_for(av)):
        return Dokumentasjonspakke.objects.select_related("jobb").get(pk=pakke.pk)


def filen(pakke: Dokumentasjonspakke, av: Aktoer) -> bytes:
    """Return the whole file."""
    ut, nr = b"", 0
    with kontekst(kontekst_for(av)):
        while (del_ := del_av(pakke.pk, nr)) is not None:
            ut, nr = ut + del_, nr + 1
    return ut


def innholdet(data: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Return the files of a pack by name, and its manifest."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        filer = {navn: arkiv.read(navn) for navn in arkiv.namelist()}
    return filer, json.loads(filer["manifest.json"])


def pdf_tekst(data: bytes) -> str:
    """Return the text of a PDF in reading order."""
    return "\n".join(side.extract_text() for side in pypdf.PdfReader(io.BytesIO(data)).pages)
