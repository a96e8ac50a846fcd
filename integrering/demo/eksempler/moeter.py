"""Meetings in the demo: one held with minutes and points, its next, a weekly slot, a network for several."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.nir.models import Person
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter import actions
from integrering.utveksling.moeter.actions.felles import Deltakervalg, Moetedata, Tidsdata
from integrering.utveksling.moeter.actions.punkt import Punktdata
from integrering.utveksling.moeter.models import Moete, Moetepunkt
from integrering.utveksling.moeter.rules import tider

REFERAT = (
    "Vi gikk gjennom hvem som mangler skoleplass til høsten.\n\n"
    "Kommunen avklarer startdato med skolen. Fylkeskommunen sjekker plassene i kombinasjonsklassen."
)


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's users. Nothing without them."""
    fylke = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    kommune = aktoer_med_rolle("trondheim", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if fylke is None or kommune is None:
        return
    with kontekst(kontekst_for(fylke)):
        _dialogmoete(fylke, kommune, i_dag)
        _nettverk(fylke, i_dag)
    with kontekst(kontekst_for(kommune)):
        _fast_tid(kommune, i_dag)


def _dialogmoete(av: Aktoer, kommune: Aktoer, i_dag: date) -> None:
    """Held a week ago about a participant, minutes approved, and the next with the open points."""
    person = (
        Person.objects.filter(kommune_id=kommune.virksomhet_id, skjermet=False)
        .order_by("sortering", "pk")
        .first()
    )
    deltakere = Deltakervalg(
        virksomheter=frozenset({kommune.virksomhet_id}),
        brukere=frozenset({av.bruker_id}),
        eksterne=(("Nina Nattåpen", "NAV"),),
    )
    forrige = actions.kall_inn(
        data=_data("dialog", "Overgang til videregående", i_dag - timedelta(days=7), deltakere),
        innsending=_nr("dialog"),
        av=av,
        personer=[person] if person else [],
    )
    _punkt(forrige, av, "Avklar startdato med skolen", kommune.virksomhet_id, i_dag + timedelta(days=3))
    gjort = _punkt(forrige, av, "Sjekk ledige plasser i kombinasjonsklassen", av.virksomhet_id, i_dag)
    actions.avslutt_punkt(punkt=gjort, versjon=1, tilstand=Punkttilstand.GJORT, av=av)
    actions.skriv_referat(moete=forrige, versjon=1, referat=REFERAT, av=av)
    actions.godkjenn_referat(moete=forrige, versjon=2, av=av)
    actions.lag_neste(
        forrige=forrige,
        data=_data("dialog", "Overgang til videregående", i_dag + timedelta(days=7), deltakere),
        innsending=_nr("dialog-neste"),
        viderefoer=True,
        personer=[person] if person else [],
        av=av,
    )


def _nettverk(av: Aktoer, i_dag: date) -> None:
    """A network of municipalities in three weeks."""
    kommuner = Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5029", "5061"))
    ider = frozenset(kommuner.values_list("pk", flat=True))
    data = _data(
        "nettverk", "Nettverk for registrering i NIR", i_dag + timedelta(days=21),
        Deltakervalg(virksomheter=ider), kommuner=ider,
    )  # fmt: skip
    actions.kall_inn(data=data, innsending=_nr("nettverk"), av=av)


def _fast_tid(av: Aktoer, i_dag: date) -> None:
    """The municipality goes through its registrations every Wednesday."""
    data = Tidsdata(
        type="team", tittel="Gjennomgang av registreringer", ukedag=3, klokkeslett=time(9), varighet=60,
        fra=i_dag, sted="Møterom 2", deltakere=Deltakervalg(brukere=frozenset({av.bruker_id})),
    )  # fmt: skip
    tid = actions.lag_fast_tid(data=data, innsending=_nr("fast"), av=av)
    actions.lag_moeter(tid=tid, i_dag=i_dag, av=av)


def _data(
    type_: str, tittel: str, dag: date, deltakere: Deltakervalg, kommuner: frozenset[int] = frozenset()
) -> Moetedata:
    hverdag = dag - timedelta(days=max(0, dag.weekday() - 4))  # nobody meets on a Sunday
    start: datetime = tider.oeyeblikk(hverdag, time(10))
    return Moetedata(
        type=type_, tittel=tittel, start=start, slutt=tider.slutt(start, 90), sted="Fylkets hus",
        dagsorden="Status\nHva mangler\nVeien videre", deltakere=deltakere,
        kommuner=kommuner or deltakere.virksomheter,
    )  # fmt: skip


def _punkt(moete: Moete, av: Aktoer, tekst: str, til: int, frist: date) -> Moetepunkt:
    data = Punktdata(tekst=tekst, virksomhet_id=til, frist=frist)
    return actions.nytt_punkt(moete=moete, data=data, innsending=_nr(tekst), av=av)


def _nr(hva: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo-moete-{hva}")
