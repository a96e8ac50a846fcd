"""Regional cooperation in the demo: two forums with members, a meeting, decisions, and measures."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import aktoer_med_rolle
from integrering.tilgang.roller import Rolle
from integrering.utveksling.moeter.actions import kall_inn
from integrering.utveksling.moeter.actions.felles import Deltakervalg, Moetedata
from integrering.utveksling.moeter.rules import tider
from regionalt.kodeverk import Tema
from regionalt.samarbeid import actions
from regionalt.samarbeid.actions import Forumdata, Medlemsdata, Tiltaksdata, Vedtaksdata
from regionalt.samarbeid.models import Forum, Forumslag, Medlemsslag, Tiltaksstatus


def lag(i_dag: date) -> None:
    """Make the examples through the actions, as the demo's case worker. Nothing without the users."""
    av = aktoer_med_rolle("saksbehandler", Rolle.FYLKE_SAKSBEHANDLER)
    if av is None:
        return
    with kontekst(kontekst_for(av)):
        regionalt = _forum(av, "Regionalt integreringsforum (eksempel)", Forumslag.REGIONALT)
        _forum(av, "Fylkeskommunenes fagnettverk (eksempel)", Forumslag.NASJONALT)
        _medlemmer(av, regionalt, i_dag)
        _moete(av, regionalt, i_dag)
        _vedtak(av, regionalt, i_dag)
        _tiltak(av, i_dag)


def _forum(av: Aktoer, navn: str, slag: Forumslag) -> Forum:
    data = Forumdata(
        navn=navn, slag=slag, formaal="Eksempel: samordne innsatsen og dele det som virker.",
        sekretariat="Fylkeskommunen", hyppighet="To ganger i året",
    )  # fmt: skip
    return actions.nytt_forum(data=data, innsending=_nr(navn), av=av)


def _medlemmer(av: Aktoer, forum: Forum, i_dag: date) -> None:
    """The partners by kind, and a municipality that sees the forum."""
    fra = i_dag - timedelta(days=200)
    for slag, navn in (
        (Medlemsslag.STATSFORVALTER, "Statsforvalteren (eksempel)"),
        (Medlemsslag.KS, "KS (eksempel)"),
        (Medlemsslag.NAV, "Nav (eksempel)"),
        (Medlemsslag.IMDI, "IMDi (eksempel)"),
        (Medlemsslag.HUSBANKEN, "Husbanken (eksempel)"),
        (Medlemsslag.NAERINGSLIV, "Næringsforeningen (eksempel)"),
    ):
        data = Medlemsdata(slag=slag, organisasjon=navn, fra=fra, stilling="Rådgiver")
        actions.nytt_medlem(forum=forum, data=data, innsending=_nr(navn), av=av)
    for kommune in Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5029")):
        data = Medlemsdata(slag=Medlemsslag.KOMMUNE, virksomhet_id=kommune.pk, fra=fra)
        actions.nytt_medlem(forum=forum, data=data, innsending=_nr(kommune.nummer), av=av)


def _moete(av: Aktoer, forum: Forum, i_dag: date) -> None:
    """The next meeting of the forum, in five weeks."""
    start = tider.oeyeblikk(i_dag + timedelta(days=35), time(10))
    kommuner = Virksomhet.objects.filter(type="kommune", nummer__in=("5001", "5029"))
    data = Moetedata(
        type="forum", tittel="Regionalt integreringsforum", start=start, slutt=start + timedelta(hours=3),
        deltakere=Deltakervalg(virksomheter=frozenset(kommuner.values_list("pk", flat=True))),
    )  # fmt: skip
    moete = kall_inn(data=data, innsending=_nr("moete"), av=av)
    actions.knytt_moete(forum=forum, moete=moete, av=av)


def _vedtak(av: Aktoer, forum: Forum, i_dag: date) -> None:
    """One to follow up, one with nothing to do."""
    for tekst, oppfoelging, tema, dager in (
        ("Partene deler tall for arbeidskraftbehov før planen rulleres.", "Samle tallene i ett ark",
         Tema.ARBEID, 21),
        ("Forumet støtter et felles tilbud for gründere.", "Lage en felles invitasjon", Tema.GRUENDER, 40),
        ("Forumet møtes to ganger i året.", "", Tema.ANNET, 0),
    ):  # fmt: skip
        data = Vedtaksdata(
            dato=i_dag - timedelta(days=90), tema=tema, tekst=tekst, oppfoelging=oppfoelging,
            ansvarlig_id=av.bruker_id if oppfoelging else None,
            frist=i_dag + timedelta(days=dager) if oppfoelging else None,
        )  # fmt: skip
        actions.nytt_vedtak(forum=forum, data=data, innsending=_nr(tekst), av=av)


def _tiltak(av: Aktoer, i_dag: date) -> None:
    """Measures for entrepreneurs and the highly skilled, and one of another theme."""
    for tema, tittel, status, til, resultat in (
        (Tema.GRUENDER, "Etablererkurs på lett norsk", Tiltaksstatus.I_GANG, 120, ""),
        (Tema.GRUENDER, "Mentorer for høyt kvalifiserte", Tiltaksstatus.PLANLAGT, 300, ""),
        (Tema.GRUENDER, "Frokostmøte med næringslivet", Tiltaksstatus.FULLFOERT, -20, "Tolv bedrifter kom."),
        (Tema.KARRIERE, "Felles karrieredag", Tiltaksstatus.I_GANG, 20, ""),
    ):
        data = Tiltaksdata(
            tema=tema, tittel=tittel, ansvarlig_id=av.bruker_id, fra=i_dag - timedelta(days=100),
            til=i_dag + timedelta(days=til), status=status, resultat=resultat,
            partnere="Nav, næringsforeningen, universitetet", beskrivelse="Eksempel på et tiltak.",
        )  # fmt: skip
        actions.nytt_tiltak(data=data, innsending=_nr(tittel), av=av)


def _nr(hva: str) -> UUID:
    """Return the same key of a form each time the demo is filled."""
    return uuid5(NAMESPACE_URL, f"integrering:samarbeid:{hva}")
