"""Courses and gatherings in the demo: held, open, for a few municipalities, called off, a draft."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.rules.tider import oeyeblikk
from regionalt.kompetanse import actions
from regionalt.kompetanse.actions import Arrangementsdata
from regionalt.kompetanse.models import Arrangement

_PROGRAM = (
    ("09.30", "Kaffe og registrering", ""),
    ("10.00", "Velkommen", "Fylkeskommunen"),
    ("10.15", "Gode grep fra to kommuner", "Kommunene"),
    ("11.45", "Oppsummering", ""),
)


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without that one."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        _arrangementer(av, i_dag)


def _arrangementer(av: Aktoer, i_dag: date) -> None:
    kommuner = Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5006", "5037"))
    noen = frozenset(kommuner.values_list("pk", flat=True))
    holdt = _lag(
        av, i_dag, -40, slag="samling", tittel="Høstsamling for flyktningtjenestene", tema="bosetting",
        sted="Fylkets hus", samarbeid="IMDi", maalgruppe="Ansatte i flyktningtjenestene",
        formaal="Dele erfaringer fra bosettingen i år, og planlegge neste år.",
    )  # fmt: skip
    actions.merk_holdt(arrangement=holdt, versjon=holdt.versjon, av=av)
    _lag(
        av, i_dag, 24, tittel="Kurs i kartlegging av kompetanse", tema="kvalifisering", kapasitet=30,
        sted="Fylkets hus", frist=i_dag + timedelta(days=14), maalgruppe="Programrådgivere",
        formaal="Bruke kartleggingen i arbeidet med integreringsplanen.",
    )  # fmt: skip
    _lag(
        av, i_dag, 38, slag="webinar", tittel="Negativ sosial kontroll: hva kan skolen gjøre?",
        tema="forebygging", lenke="https://webinar.example/eksempel", samarbeid="Eksempelsenteret",
    )  # fmt: skip
    _lag(
        av, i_dag, 52, slag="nettverk", tittel="Nettverk for voksenopplæringen i nord", tema="norsk",
        kommuner=noen, kapasitet=12, sted="Steinkjer",
    )  # fmt: skip
    avlyst = _lag(av, i_dag, 12, tittel="Kurs i samarbeid med frivilligheten", tema="frivillig")
    actions.avlys(arrangement=avlyst, versjon=avlyst.versjon, grunn="For få påmeldte.", av=av)
    _lag(av, i_dag, 80, aapen=False, tittel="Vårsamling (under planlegging)", tema="annet", slag="samling")


def _lag(av: Aktoer, i_dag: date, dager: int, *, aapen: bool = True, **felt: Any) -> Arrangement:
    verdier: dict[str, Any] = {"slag": "kurs", "program": _PROGRAM} | felt
    nytt = actions.lag_arrangement(
        data=Arrangementsdata(oekter=(_oekt(i_dag + timedelta(days=dager)),), **verdier),
        innsending=_nr(felt["tittel"]),
        av=av,
    )
    if aapen:
        actions.aapne(arrangement=nytt, versjon=nytt.versjon, av=av)
    return nytt


def _oekt(dag: date) -> tuple[datetime, datetime]:
    hverdag = dag - timedelta(days=max(0, dag.weekday() - 4))  # nobody holds courses on a Sunday
    return oeyeblikk(hverdag, time(10)), oeyeblikk(hverdag, time(12))


def _nr(hva: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-kompetanse-{hva}")
