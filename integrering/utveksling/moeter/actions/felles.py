"""What the actions share: what a meeting is made from, who may, and what free text may not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import IkkeTilgang, Regelbrudd
from integrering.grunnmur.kodelister import kan_velges
from integrering.grunnmur.personnummer import har_nummer, har_siffer_i_tittel
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.roller import FYLKESROLLER, KOMMUNEROLLER
from integrering.utveksling.moeter.kodeverk import MOETETYPE
from integrering.utveksling.moeter.models import FastTid, Moete
from integrering.utveksling.moeter.queries.deltakere import brukere_i, virksomheter_aa_invitere

# Those who call meetings; schools and organisations are invited.
INNKALLERE = tuple(sorted(FYLKESROLLER | KOMMUNEROLLER))
KILDE = "moeter"


@dataclass(frozen=True)
class Deltakervalg:
    """Who is to take part: organisations, users of one's own, people from outside (name, organisation)."""

    virksomheter: frozenset[int] = frozenset()
    brukere: frozenset[int] = frozenset()
    eksterne: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Moetedata:
    """What the form of a meeting gives."""

    type: str
    tittel: str
    start: datetime
    slutt: datetime
    sted: str = ""
    videolenke: str = ""
    dagsorden: str = ""
    deltakere: Deltakervalg = Deltakervalg()
    kommuner: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Tidsdata:
    """What the form of a weekly slot gives. `varighet` is minutes."""

    type: str
    tittel: str
    ukedag: int
    klokkeslett: time
    varighet: int
    fra: date
    til: date | None = None
    sted: str = ""
    videolenke: str = ""
    deltakere: Deltakervalg = Deltakervalg()


def er_innkaller(av: Aktoer) -> bool:
    """Return True for those who may call meetings."""
    return av.har(*INNKALLERE)


def eier(av: Aktoer, ting: Moete | FastTid) -> bool:
    """Return True when the meeting or the slot is the organisation's own."""
    return er_innkaller(av) and ting.eier_id == av.virksomhet_id


def krev_eier(av: Aktoer, ting: Moete | FastTid) -> None:
    """Raise IkkeTilgang unless the meeting or the slot is the organisation's own."""
    av.krev(*INNKALLERE)
    if ting.eier_id != av.virksomhet_id:
        raise IkkeTilgang(_("Bare den som kalte inn til møtet, kan endre det."))


def krev_aapent(moete: Moete) -> None:
    """Raise Regelbrudd for a meeting that is called off or locked."""
    if moete.avlyst:
        raise Regelbrudd(_("Møtet er avlyst og kan ikke endres."))
    if moete.laast:
        raise Regelbrudd(
            _("Referatet er godkjent, og møtet er låst. Du kan rette referatet med begrunnelse.")
        )


def krev_begynt(moete: Moete) -> None:
    """Raise Regelbrudd for a meeting that is called off or has not begun."""
    if moete.avlyst:
        raise Regelbrudd(_("Møtet er avlyst."))
    if moete.start > timezone.now():
        raise Regelbrudd(_("Møtet har ikke begynt ennå."))


def brudd_i_tekst(**tekster: str) -> dict[str, list[str]]:
    """Return the fields whose text holds an identity number or a DUF number, with what to do."""
    return {
        felt: [_("Ta ut fødselsnummer og DUF-nummer. Knytt heller personen til møtet.")]
        for felt, tekst in tekster.items()
        if har_nummer(tekst)
    }


def brudd_i_type(type_: str, har: str = "") -> dict[str, list[str]]:
    """Return what is wrong with the kind of meeting; a closed one may stay where the meeting `har` it."""
    if type_ == har or kan_velges(MOETETYPE, type_):
        return {}
    return {"type": [_("Møtetypen er ikke i bruk. Velg en annen type møte.")]}


def brudd_i_tittel(tittel: str) -> dict[str, list[str]]:
    """Return what is wrong with a title."""
    if har_siffer_i_tittel(tittel):
        return {"tittel": [_("Ikke skriv fødselsdato eller nummer på personer i tittelen.")]}
    return {}


def brudd_i_deltakere(valg: Deltakervalg, av: Aktoer, i_dag: date) -> dict[str, list[str]]:
    """Return what is wrong with the participants chosen: only organisations here, and users of one's own."""
    brudd = {}
    if virksomheter_aa_invitere().filter(pk__in=valg.virksomheter).count() < len(valg.virksomheter):
        brudd["virksomheter"] = [_("Velg virksomheter fra listen.")]
    mine = set(brukere_i(av.virksomhet_id, i_dag).values_list("pk", flat=True))
    if valg.brukere - mine:
        brudd["brukere"] = [_("Velg brukere fra egen virksomhet. De andre melder på sine egne.")]
    return brudd


def deltakerrader(valg: Deltakervalg, av: Aktoer) -> Iterable[dict[str, object]]:
    """Yield the rows of participants that the choice stands for."""
    for virksomhet in sorted(valg.virksomheter - {av.virksomhet_id}):
        yield {"virksomhet_id": virksomhet}
    for bruker in sorted(valg.brukere):
        yield {"virksomhet_id": av.virksomhet_id, "bruker_id": bruker}
    for navn, organisasjon in valg.eksterne:
        yield {"navn": navn, "organisasjon": organisasjon}
