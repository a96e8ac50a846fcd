"""Small functions that make events."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.rules.tider import oeyeblikk
from regionalt.actions.registerrad import Lagring
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Arrangementsdata, Eksempeldata, Paameldingsdata
from regionalt.kompetanse.models import (
    Arrangement,
    Arrangementsvedlegg,
    Eksempel,
    Nettverk,
    Nettverksmedlem,
    Paamelding,
)
from tests.fabrikk import lag_aktoer, virksomhet

M = TypeVar("M", bound=models.Model)
I_DAG = timezone.localdate()


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def oekt(dager: int, fra: int = 10, til: int = 12) -> tuple[datetime, datetime]:
    """Return a session so many days from now, by the clock."""
    dag = I_DAG + timedelta(days=dager)
    return oeyeblikk(dag, time(fra)), oeyeblikk(dag, time(til))


def data(*, dager: int = 20, kommuner: Collection[str] = (), **felt: Any) -> Arrangementsdata:
    """Return a lifelike event so many days from now; `kommuner` are numbers."""
    verdier: dict[str, Any] = {
        "slag": "kurs",
        "tittel": "Kurs i kartlegging",
        "tema": "kvalifisering",
        "oekter": (oekt(dager),),
        "kommuner": frozenset(virksomhet(nr).pk for nr in kommuner),
    }
    return Arrangementsdata(**(verdier | felt))


def lag_arrangement(*, tilstand: str = "aapen", av: Aktoer | None = None, **felt: Any) -> Arrangement:
    """Make an event, open unless something else is said."""
    av = av or saksbehandler()
    with kontekst(kontekst_for(av)):
        nytt = actions.lag_arrangement(data=data(**felt), innsending=uuid.uuid4(), av=av)
        if tilstand != "utkast":
            actions.aapne(arrangement=nytt, versjon=nytt.versjon, av=av)
        if tilstand == "avlyst":
            actions.avlys(arrangement=nytt, versjon=nytt.versjon, grunn="Innlederen er syk", av=av)
        if tilstand == "holdt":
            actions.merk_holdt(arrangement=nytt, versjon=nytt.versjon, av=av)
        return nytt


def meld_paa(a: Arrangement, navn: str, *, nummer: str = "5001", virksomheten: str = "") -> Paamelding:
    """Register someone, by a user of a municipality, or («50») of the county for `virksomheten`."""
    av = saksbehandler() if nummer == "50" else lag_aktoer(nummer=nummer)
    hvor = virksomhet(virksomheten or ("5006" if nummer == "50" else nummer)).pk
    ny = Paameldingsdata(navn, "Rådgiver", f"{navn.lower()}@kommune.example", virksomhet_id=hvor)
    with kontekst(kontekst_for(av)):
        return actions.meld_paa(arrangement=a, data=ny, av=av)


def eksempeldata(*, nummer: str = "5001", **felt: Any) -> Eksempeldata:
    """Return a good example of a municipality."""
    verdier: dict[str, Any] = {
        "tittel": "Fadderordning", "tema": "frivillig", "aar": I_DAG.year, "gjort": "Familier møttes."
    }  # fmt: skip
    return Eksempeldata(kommune_id=virksomhet(nummer).pk, **(verdier | felt))


def lag_eksempel(*, publisert: bool = True, nummer: str = "5001", **felt: Any) -> Eksempel:
    """Write an example, published unless something else is said."""
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        nytt = actions.lag_eksempel(data=eksempeldata(nummer=nummer, **felt), innsending=uuid.uuid4(), av=av)
        if publisert:
            actions.sett_publisert(eksempel=nytt, versjon=1, publisert=True, av=av)
        return nytt


def lag_nettverk(navn: str = "Rektorene", **felt: Any) -> Nettverk:
    """Make a network."""
    av = saksbehandler()
    felter = {"navn": navn, "tema": "norsk", "formaal": "Dele erfaringer.", "til": None}
    with kontekst(kontekst_for(av)):
        return actions.lagre_nettverk(felter=felter | felt, lagring=Lagring(), av=av)


def lag_medlem(nettverk: Nettverk, nummer: str = "5001", **felt: Any) -> Nettverksmedlem:
    """Let a municipality (by number) be a member, from a year ago."""
    av = saksbehandler()
    felter: dict[str, Any] = {
        "virksomhet_id": virksomhet(nummer).pk, "organisasjon": "", "navn": "Nora Prøve",
        "stilling": "Rektor", "epost": "nora@kommune.example",
        "fra": I_DAG - timedelta(days=365), "til": None,
    }  # fmt: skip
    with kontekst(kontekst_for(av)):
        return actions.lagre_medlem(nettverk=nettverk, felter=felter | felt, lagring=Lagring(), av=av)


def legg_ved(a: Arrangement) -> Arrangementsvedlegg:
    """Attach a file."""
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        actions.legg_ved(arrangement=a, filer=[SimpleUploadedFile("ark.txt", b"Til kurset")], av=av)
        return Arrangementsvedlegg.objects.select_related("vedlegg").get(arrangement=a)


def alle(modell: type[M], **filter: Any) -> list[M]:
    """Return the rows there are, whoever may see them."""
    with kontekst(motor_kontekst()):
        return list(modell._default_manager.filter(**filter).order_by("pk"))


def verdier_for_kompetanse() -> dict[str, Any]:
    """Return the arguments of the addresses: an event Trondheim is invited to."""
    a = lag_arrangement(kommuner=["5001"])
    return {
        "arrangement": a.noekkel,
        "paamelding": meld_paa(a, "Anna").noekkel,
        "kursfil": legg_ved(a).vedlegg.noekkel,
        "eksempel": lag_eksempel(publisert=False).noekkel,
        "nettverket": (nettverk := lag_nettverk()).noekkel,
        "kursmedlem": lag_medlem(nettverk).noekkel,
    }
