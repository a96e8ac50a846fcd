"""Small functions that make rounds, criteria and days for tests."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from bosetting import actions
from bosetting.actions import Fristdata, Kommunedata, Kriteriedata, Rundedata, Svardata
from bosetting.kodeverk import SENDTE, Fristslag, Indikator, Rundetilstand
from bosetting.models import (
    Anbefaling,
    Beregning,
    Kommunesvar,
    Kriterium,
    Runde,
    Rundefrist,
    RundeKommune,
    Scenario,
)
from bosetting.queries.regnegrunnlag import kommuneradene
from bosetting.queries.runder import finn_kommune_i
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.roller import Rolle
from tests.fabrikk import TRONDHEIM, lag_aktoer

I_DAG = timezone.localdate()
AAR = 2027


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


def rundedata(**felt: Any) -> Rundedata:
    """Return what the form of a round gives."""
    return replace(Rundedata(ramme=600, em_ramme=20), **felt)


def lag_runde(aar: int = AAR, *, tilstand: str = "utkast", **felt: Any) -> Runde:
    """Return a round of all municipalities, without criteria."""
    with som(saksbehandler()) as av:
        runde = actions.ny_runde(aar=aar, data=rundedata(**felt), innsending=uuid.uuid4(), av=av)
        if tilstand == "dialog":
            actions.start_dialog(runde=runde, versjon=runde.versjon, av=av)
    return runde


def kriteriedata(**felt: Any) -> Kriteriedata:
    """Return what the form of a criterion gives."""
    grunn = Kriteriedata(
        navn="Arbeid", tekst="Muligheter for arbeid", kilde="Departementet", hentet=I_DAG,
        vekt=Decimal("0.20"), indikatorer=[Indikator.SYSSELSATTE],
    )  # fmt: skip
    return replace(grunn, **felt)


def lag_kriterium(runde: Runde, **felt: Any) -> Kriterium:
    """Return a criterion of the round."""
    with som(saksbehandler()) as av:
        return actions.nytt_kriterium(runde=runde, data=kriteriedata(**felt), innsending=uuid.uuid4(), av=av)


def lag_frist(runde: Runde, dager: int = 10, slag: Fristslag = Fristslag.SVAR, **felt: Any) -> Rundefrist:
    """Return a day of the round."""
    with som(saksbehandler()) as av:
        data = Fristdata(slag=slag, dato=om(dager), **felt)
        return actions.ny_frist(runde=runde, data=data, innsending=uuid.uuid4(), av=av)


def kommune_i(runde: Runde, nummer: str = TRONDHEIM) -> RundeKommune:
    """Return a municipality of the round."""
    with som(saksbehandler()):
        funnet = finn_kommune_i(runde, nummer)
    assert funnet is not None
    return funnet


def sett_kommune(runde: Runde, nummer: str = TRONDHEIM, **felt: Any) -> RundeKommune:
    """Put something in for a municipality."""
    rad = kommune_i(runde, nummer)
    with som(saksbehandler()) as av:
        actions.endre_kommune(rad=rad, versjon=rad.versjon, data=Kommunedata(**felt), av=av)
    return rad


def svar(
    runde: Runde, nummer: str = TRONDHEIM, *, av: Aktoer | None = None, send: bool = True, **felt: Any
) -> Kommunesvar:
    """Return an answer of a municipality."""
    data = replace(Svardata(antall=40, mer=10, em_under_15=1, em_15_18=2, behov="Flere boliger"), **felt)
    with som(av or lag_aktoer(Rolle.KOMMUNE_FLYKTNINGTJENESTE, nummer)) as hvem:
        return actions.lagre_svar(
            runde=runde, data=data, send=send, versjon=0, innsending=uuid.uuid4(), av=hvem
        )


def beregn(runde: Runde, av: Aktoer | None = None) -> Beregning:
    """Calculate the round."""
    with som(av or saksbehandler()) as hvem:
        return actions.beregn_runden(runde=runde, av=hvem)


def begrunn_alle(runde: Runde) -> None:
    """Write a reason for every municipality."""
    with som(saksbehandler()) as av:
        for a in Anbefaling.objects.filter(runde=runde):
            actions.begrunn(anbefaling=a, versjon=a.versjon, begrunnelse="Slik gir kriteriene det.", av=av)


def lag_anbefalt(aar: int = AAR, til: str = "anbefalt") -> Runde:
    """Return a round that is calculated, sent to approval by one and approved by another, perhaps more."""
    runde = lag_runde(aar, tilstand="dialog")
    beregn(runde)
    begrunn_alle(runde)
    with som(saksbehandler()) as av:
        runde.refresh_from_db()
        actions.send_til_godkjenning(runde=runde, versjon=runde.versjon, av=av)
    if til != "godkjenning":
        with som(lag_aktoer(Rolle.BOSETTINGSGODKJENNER)) as av:
            actions.godkjenn(runde=runde, versjon=runde.versjon, av=av)
    if til in SENDTE:
        with som(saksbehandler()) as av:
            actions.gaa_videre(runde=runde, versjon=runde.versjon, til=Rundetilstand.SENDT, av=av)
    return runde


def verdier_for_bosetting() -> dict[str, Any]:
    """Return the arguments of the addresses: a round in dialogue, with a criterion and a day."""
    runde = lag_runde(tilstand="dialog")
    beregn(runde)
    return {
        "runde_noekkel": runde.noekkel,
        "kriterium_noekkel": lag_kriterium(runde).noekkel,
        "rundefrist_noekkel": lag_frist(runde).noekkel,
        "scenario_noekkel": lag_scenario(runde).noekkel,
        "beregning_nr": 1,
    }


def lag_scenario(runde: Runde, navn: str = "Et scenario") -> Scenario:
    """Return the round as it stands, kept under a name."""
    with som(saksbehandler()) as av:
        return actions.lagre_scenario(runde=runde, navn=navn, rader=kommuneradene(runde), av=av)
