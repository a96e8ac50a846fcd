"""Small functions that make centres, counsellors and persons with a right to guidance for tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.db import connections
from django.utils import timezone

from integrering.grunnmur.feil import Regelbrudd
from integrering.grunnmur.kvartal import OSLO
from integrering.nir.models import Bosetting, Bosted, Karriereveiledning, Kompetansekartlegging, Person
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for, motor_kontekst
from integrering.tilgang.roller import Rolle
from karriere import actions
from karriere.actions import Forslagsdata, Samtaledata
from karriere.actions.notat import Notatdata
from karriere.actions.saker import regn_ut_saker
from karriere.models import Notat, Oppleggsforslag, Sak, Samtale, Senter, Senterkommune, Senterveileder
from tests.fabrikk import TRONDHEIM, lag_aktoer, lag_bosted, lag_person, registrer, rett, virksomhet

I_DAG = timezone.localdate()
_NUMMER = count(1)


def om(dager: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=dager)


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


@contextmanager
def som(av: Aktoer) -> Iterator[Aktoer]:
    """Act as someone."""
    with kontekst(kontekst_for(av)):
        yield av


def samtidig(*gjoremaal: tuple[Aktoer, Callable[[Aktoer], object]]) -> list[str]:
    """Do these at once; return what each came to: «gjort», or the rule that stopped it."""
    klare, svar = threading.Barrier(len(gjoremaal)), []

    def gjoer(av: Aktoer, hva: Callable[[Aktoer], object]) -> None:
        klare.wait()
        try:
            with som(av):
                hva(av)
            svar.append("gjort")
        except Regelbrudd as brudd:
            svar.append(str(brudd))
        finally:
            connections.close_all()

    traader = [threading.Thread(target=gjoer, args=en) for en in gjoremaal]
    for traad in traader:
        traad.start()
    for traad in traader:
        traad.join()
    return sorted(svar)


def lag_senter(*kommuner: str, navn: str = "") -> Senter:
    """Return a centre that serves these municipalities (Trondheim when none is named)."""
    with som(saksbehandler()) as av:
        senter = Senter.objects.create(
            navn=navn or f"Karrieresenter Prøve {next(_NUMMER)}",
            samtaler_per_uke=10,
            endret_av_id=av.bruker_id,
        )
        for nummer in kommuner or (TRONDHEIM,):
            Senterkommune.objects.create(senter=senter, kommune=virksomhet(nummer))
    return senter


def lag_veileder(*sentre: Senter) -> Aktoer:
    """Return a new counsellor at these centres."""
    veileder = lag_aktoer(Rolle.KARRIEREVEILEDER)
    with som(saksbehandler()) as av:
        for senter in sentre:
            Senterveileder.objects.create(
                senter=senter, bruker_id=veileder.bruker_id, fra=date(2020, 1, 1), lagt_til_av_id=av.bruker_id
            )
    return veileder


def lag_med_rett(
    *, bosatt: date | None = None, tillatelse: str = "9a", kommune: str = TRONDHEIM, **felt: Any
) -> Person:
    """Return a person settled by agreement with a right to guidance: with «9e» a right and no duty."""
    dag = bosatt or om(-30)
    person = lag_person(
        kommune=kommune,
        tillatelse=tillatelse,
        tillatelse_dato=dag - timedelta(days=60),
        bosatt_fra=dag,
        **felt,
    )
    registrer(
        Bosetting, person, registrert=None, bosatt=dag, ankomst=dag - timedelta(days=90), etter_avtale=True,
        i_arbeid=False,
    )  # fmt: skip
    return person


def lag_kartlegging(person: Person, dag: date) -> Kompetansekartlegging:
    """Register that the competence is mapped."""
    return registrer(Kompetansekartlegging, person, registrert=None, gjennomfoert=dag, tolk="kvalifisert")


def lag_veiledet(person: Person, dag: date) -> Karriereveiledning:
    """Register that guidance is carried out."""
    return registrer(Karriereveiledning, person, registrert=None, gjennomfoert=dag)


def lag_sak(person: Person | None = None, **felt: Any) -> Sak:
    """Return the case of a person with a right, as the registrations make it."""
    person = person or lag_med_rett(**felt)
    regn_ut_saker([person.pk])
    with kontekst(motor_kontekst()):
        return Sak.objects.select_related("person__kommune", "senter").get(person=person)


NOTATET: dict[str, Any] = {
    "utfyllende": "Ti år som elektriker",
    "oensker": "Arbeide som elektriker",
    "muligheter": "Tre bedrifter i regionen søker elektrikere",
    "behov": ["godkjenning"],
    "hindringer": "Ikke aktuelt",
    "anbefaling": "Elektriker",
    "begrunnelse": "Lang erfaring",
    "veien_videre": "Praksis og norsk på arbeidsplassen",
}


def lag_notat(sak: Sak, av: Aktoer | None = None, *, overlevert: bool = True, **felt: Any) -> Notat:
    """Return a finished note, handed over to the municipality."""
    with som(av or saksbehandler()) as den:
        actions.lagre_utkast(sak=sak, data=Notatdata(**NOTATET | felt), versjon=0, av=den)
        notat = actions.gjoer_ferdig(sak=sak, versjon=1, av=den)
        if overlevert:
            actions.overlever(notat=notat, av=den)
        notat.refresh_from_db()
    return notat


def samtaledata(senter: Senter, veileder: Aktoer, start: datetime, **felt: Any) -> Samtaledata:
    """Return what a session is agreed from: an hour and a half in a room, without an interpreter."""
    grunnlag: dict[str, Any] = {
        "senter_id": senter.pk,
        "veileder_id": veileder.bruker_id,
        "slag": "individuell",
        "start": start,
        "slutt": start + timedelta(minutes=90),
        "tolk": "ikke_behov",
        "sted": "Rom 2",
    }
    return Samtaledata(**grunnlag | felt)


def lag_samtale(sak: Sak, senter: Senter, veileder: Aktoer, start: datetime, **felt: Any) -> Samtale:
    """Return a session that is agreed with the person of the case."""
    with som(saksbehandler()) as av:
        data = samtaledata(senter, veileder, start, **felt)
        return actions.ny_samtale(data=data, saker=[sak], innsending=uuid4(), av=av)


def lag_forslag(kommune: str = TRONDHEIM, dager: int = 7, **felt: Any) -> Oppleggsforslag:
    """Return a time a municipality proposes, from 9 to 15: talks with one at a time, for four."""
    start = datetime.combine(om(dager), time(9), tzinfo=OSLO)
    grunnlag: dict[str, Any] = {
        "slag": "individuell",
        "start": start,
        "slutt": start + timedelta(hours=6),
        "antall": 4,
        "sted": "Voksenopplæringen",
    }
    with som(lag_aktoer(nummer=kommune)) as av:
        data = Forslagsdata(**grunnlag | felt)
        return actions.foreslaa_tid(data=data, innsending=uuid4(), av=av)


def flytt(person: Person, til: str) -> None:
    """Let the person have moved to another municipality today, and the case with them."""
    with kontekst(motor_kontekst()):
        foer = Bosted.objects.gjeldende().get(person=person)
    rett(foer, til=om(-1))
    lag_bosted(person, kommune=til, fra=I_DAG)
    regn_ut_saker([person.pk])
    with kontekst(motor_kontekst()):
        person.refresh_from_db()


def verdier_for_karriere(person: Person) -> dict[str, Any]:
    """Return the keys in the addresses of the career guidance: the case is about the person."""
    senter = lag_senter()
    veileder = lag_veileder(senter)
    with kontekst(motor_kontekst()):
        sak = Sak.objects.filter(person=person).first() or Sak.objects.create(
            person=person, rett="rett_og_plikt", bosatt=om(-30), frist=om(60), regnet=I_DAG, senter=senter
        )
        tid = Senterveileder.objects.get(bruker=veileder.bruker_id)
    notat = lag_notat(sak)
    samtale = lag_samtale(sak, senter, veileder, timezone.now() + timedelta(days=7))
    return {
        "notat_nr": notat.nr,
        "kvalitetspunkt": "etikk_forklart",
        "karrieresamtale_noekkel": samtale.noekkel,
        "oppleggsforslag_noekkel": lag_forslag().noekkel,
        "sak_noekkel": sak.noekkel,
        "senter_noekkel": senter.noekkel,
        "veileder_nr": tid.pk,
        "uke_nr": 1,
    }
