"""Small functions that make forums, decisions and measures for tests."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from regionalt.kodeverk import Tema
from regionalt.samarbeid import actions
from regionalt.samarbeid.actions import Forumdata, Medlemsdata, Tiltaksdata, Vedtaksdata
from regionalt.samarbeid.models import (
    Forum,
    Forumslag,
    Forumvedtak,
    Medlem,
    Medlemsslag,
    Samarbeidstiltak,
)
from tests.fabrikk import TRONDHEIM, lag_aktoer, virksomhet

I_DAG = timezone.localdate()


def om(dager: int) -> date:
    """Return the day so many days from today."""
    return I_DAG + timedelta(days=dager)


def skrevet(dager: int) -> str:
    """Return a day as people type it."""
    return f"{om(dager):%d.%m.%Y}"


def saksbehandler() -> Aktoer:
    """Return a new case worker at the county."""
    return lag_aktoer(Rolle.FYLKE_SAKSBEHANDLER)


def forumdata(**felt: Any) -> Forumdata:
    """Return what the form of a forum gives."""
    return replace(Forumdata(navn="Regionalt integreringsforum", slag=Forumslag.REGIONALT), **felt)


def lag_forum(**felt: Any) -> Forum:
    """Return a forum without members."""
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        return actions.nytt_forum(data=forumdata(**felt), innsending=uuid.uuid4(), av=av)


def medlemsdata(nummer: str = "", **felt: Any) -> Medlemsdata:
    """Return what the form of a member gives: Nav by name, or the municipality with this number."""
    if nummer:
        grunn = Medlemsdata(slag=Medlemsslag.KOMMUNE, fra=om(-30), virksomhet_id=virksomhet(nummer).pk)
    else:
        grunn = Medlemsdata(slag=Medlemsslag.NAV, fra=om(-30), organisasjon="Nav Prøve", person="Nina Nav")
    return replace(grunn, **felt)


def lag_medlem(forum: Forum, nummer: str = "", **felt: Any) -> Medlem:
    """Return a member of the forum."""
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        return actions.nytt_medlem(
            forum=forum, data=medlemsdata(nummer, **felt), innsending=uuid.uuid4(), av=av
        )


def lag_vedtak(forum: Forum, **felt: Any) -> Forumvedtak:
    """Return a decision of the forum, with something to do in ten days."""
    grunn = Vedtaksdata(
        dato=om(-5), tema=Tema.ARBEID, tekst="Vi deler tallene for arbeidskraft",
        oppfoelging="Sende tallene", frist=om(10),
    )  # fmt: skip
    av = saksbehandler()
    with kontekst(kontekst_for(av)):
        return actions.nytt_vedtak(forum=forum, data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def lag_tiltak(**felt: Any) -> Samarbeidstiltak:
    """Return a measure for entrepreneurs, without an end."""
    av = saksbehandler()
    grunn = Tiltaksdata(
        tema=Tema.GRUENDER, tittel="Kurs for gründere", ansvarlig_id=av.bruker_id, fra=om(-60)
    )
    with kontekst(kontekst_for(av)):
        return actions.nytt_tiltak(data=replace(grunn, **felt), innsending=uuid.uuid4(), av=av)


def verdier_for_samarbeidet() -> dict[str, Any]:
    """Return the arguments of the addresses: a forum that Trondheim is a member of, a decision, a measure."""
    forum = lag_forum()
    return {
        "forum_noekkel": forum.noekkel,
        "medlem_noekkel": lag_medlem(forum, TRONDHEIM).noekkel,
        "forumvedtak_noekkel": lag_vedtak(forum).noekkel,
        "samarbeidstiltak_noekkel": lag_tiltak().noekkel,
    }
