"""The matrix in the demo: two snapshots of a small municipality, and what its committee decided."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from integrering.lister.eksport import uten_skjermede
from integrering.matrise import actions
from integrering.matrise.actions import Bildedata, Punktdata
from integrering.matrise.models import Oeyeblikksbilde, Vedtakspunkt
from integrering.matrise.queries.bilder import personer_i, personrader
from integrering.matrise.rules.ansvar import Tjeneste
from integrering.oppgaver.models.punkt import Punkttilstand
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's user. Nothing without them."""
    av = aktoer_med_rolle("skaun", Rolle.KOMMUNE_FLYKTNINGTJENESTE)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        februar = date(i_dag.year if i_dag > date(i_dag.year, 2, 28) else i_dag.year - 1, 2, 28)
        _bilde(av, februar)
        _punkter(av, _bilde(av, i_dag), i_dag)


def _bilde(av: Aktoer, dag: date) -> Oeyeblikksbilde:
    kommune = Virksomhet.objects.get(pk=av.virksomhet_id)
    data = Bildedata(kommune, dag, "Sjekkliste for registrering i NIR", "Kontrollutvalget")
    with uten_skjermede(av):
        rader = personrader(personer_i(kommune.pk, dag), dag)
        return actions.frys(data=data, rader=rader, av=av)


def _punkter(av: Aktoer, bilde: Oeyeblikksbilde, i_dag: date) -> None:
    """One that is due soon, one for adult education, one that is done and answered."""
    vedtatt = i_dag - timedelta(days=60)
    _punkt(av, bilde, vedtatt, "Kommunen skal registrere sluttmål for alle deltakere i introduksjonsprogram.",
           "Gjennomgang av alle deltakere hver onsdag.", frist=i_dag + timedelta(days=10))  # fmt: skip
    _punkt(av, bilde, vedtatt, "Timer og fravær skal være registrert innen den 10. i neste måned.",
           "Voksenopplæringen registrerer per klasse.", tjeneste=Tjeneste.VOKSENOPPLAERINGEN,
           frist=i_dag + timedelta(days=40))  # fmt: skip
    gjort = _punkt(av, bilde, vedtatt, "Kommunen skal ha en skriftlig rutine for registrering i NIR.",
                   "Rutinen er vedtatt av enhetslederne.", sendt=i_dag - timedelta(days=5),
                   sendt_til="Kontrollutvalget")  # fmt: skip
    actions.avslutt_punkt(punkt=gjort, versjon=1, tilstand=Punkttilstand.GJORT, av=av)


def _punkt(
    av: Aktoer, bilde: Oeyeblikksbilde, vedtatt: date, tekst: str, tiltak: str, *,
    tjeneste: Tjeneste = Tjeneste.FLYKTNINGTJENESTEN, frist: date | None = None, sendt: date | None = None,
    sendt_til: str = "",
) -> Vedtakspunkt:  # fmt: skip
    data = Punktdata(
        organ="kontrollutvalget", vedtatt=vedtatt, tekst=tekst, tiltak=tiltak, tjeneste=tjeneste, frist=frist,
        bilde_id=bilde.pk, sendt=sendt, sendt_til=sendt_til,
    )  # fmt: skip
    return actions.nytt_punkt(data=data, innsending=uuid5(NAMESPACE_URL, f"demo-punkt-{tekst}"), av=av)
