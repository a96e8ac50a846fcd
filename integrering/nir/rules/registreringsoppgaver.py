"""Which tasks follow from what a person has registered. Pure.

A cell of the registration status that says «mangler» or «delvis» is one task at the most, so the matrix and
the queue never disagree. Some come first when it is time: what is to be done before the programme ends is no
task the day it begins. On top come what the dates themselves ask for: a leave that ends, a plan to look at
again, somebody who lives elsewhere than where the decision was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from integrering.grunnmur.datoer import pluss_aar, pluss_maaneder
from integrering.nir.rules import oppgaver
from integrering.nir.rules.frister import registreringsfrist
from integrering.nir.rules.funn import Statusgrunn
from integrering.nir.rules.grunnlag import Felt
from integrering.nir.rules.oppgaver import Behov
from integrering.nir.rules.planvurdering import Vurdering
from integrering.nir.rules.registreringer import Registrering
from integrering.nir.rules.situasjon import Situasjon
from integrering.nir.rules.status import Celle, Personstatus, Tilstand

# A leave is told of two weeks before it ends, and is in the queue two weeks before that.
PERMISJON_DAGER, PERMISJON_VISES = 14, 28
# A complaint should have its outcome within three months (ours: the law sets no day; administrators move it).
KLAGE_MAANEDER = 3
# A wrong address is cleared up within a week, as a reported move is.
ADRESSE_DAGER = 7
PLAN_VISES = 30
# A decision on the programme can be made within two years of living in a municipality (§ 8).
BOTID_AAR = 2


class Oppgavekode(StrEnum):
    """The codes of the rules (`brukerflate` §6)."""

    BOSETTING = "BOSETTING_MANGLER"
    KARTLEGGING = "KARTLEGGING_MANGLER"
    INTRO_VEDTAK = "INTRO_VEDTAK_FRIST"
    SLUTTMAAL = "SLUTTMAAL_MANGLER"
    PLAN = "PLAN_MANGLER"
    PLAN_REVISJON = "PLAN_REVISJON"
    KONTRAKT = "KONTRAKT_MANGLER"
    TILTAK = "TILTAK_MANGLER"
    FORELDREVEILEDNING = "FORELDREVEILEDNING"
    LIVSMESTRING = "LIVSMESTRING"
    PERMISJON_SLUTT = "PERMISJON_SLUTT"
    KLAGE = "KLAGE_UTFALL"
    AVSLUTNING = "AVSLUTNING_AARSAK"
    UTDANNING = "UTDANNING_MANGLER"
    NORSK_VEDTAK = "NORSK_VEDTAK_FRIST"
    NORSKMAAL = "NORSKMAAL_MANGLER"
    NORSKPLAN = "NORSKPLAN_MANGLER"
    ADRESSE = "ADRESSE_AVVIK"
    REG_FRIST = "REG_FRIST_2MND"


@dataclass(frozen=True)
class Gjoeremaal:
    """One task.

    Attributes:
        kode: which rule.
        frist: the last day; None when no day is set or known.
        siden: the day it is counted from, or the day that tells what it is about.
        slag: the kind of registration that mends it; empty: the person's page is where to look.
        registrering: the one to correct; None: a new one.
        hva: the item, where the rule is about several.
        grunn: why, as a code, where the rule alone does not tell.
        nr: tells apart tasks of one rule about one person.
    """

    kode: Oppgavekode
    frist: date | None = None
    siden: date | None = None
    slag: str = ""
    registrering: UUID | None = None
    hva: Registrering | None = None
    grunn: str = ""
    nr: str = ""


@dataclass(frozen=True)
class Permisjonsslutt:
    """A leave: which, when it ends, and whether another follows at once."""

    registrering: UUID
    til: date


@dataclass(frozen=True)
class Personsak:
    """What the tasks of one person are made of.

    Attributes:
        status: the cells.
        bosatt: first day registered as living in a municipality.
        situasjon: what releases the grant, for those the grant's own rules may have a task for already.
        permisjoner: those that no other leave follows at once.
        vurdering: the next review of the plan.
        fremmed_vedtak: since when the person lives here, while the decision is another municipality's.
    """

    status: Personstatus
    bosatt: date | None = None
    situasjon: Situasjon | None = None
    permisjoner: tuple[Permisjonsslutt, ...] = ()
    vurdering: Vurdering | None = None
    fremmed_vedtak: date | None = None


_R, _K = Registrering, Oppgavekode
# Item → rule, and the kind whose form mends it. Those not here are asked for by the two-month clock alone.
_EGEN: dict[Registrering, tuple[Oppgavekode, str]] = {
    _R.KOMPETANSEKARTLEGGING: (_K.KARTLEGGING, "kompetansekartlegging"),
    _R.VEDTAK_INTRO: (_K.INTRO_VEDTAK, "vedtak-introduksjonsprogram"),
    _R.SLUTTMAAL: (_K.SLUTTMAAL, "sluttmaal"),
    _R.INTEGRERINGSPLAN: (_K.PLAN, "integreringsplan"),
    _R.INTEGRERINGSKONTRAKT: (_K.KONTRAKT, "integreringskontrakt"),
    _R.TILTAK_FRAVAER: (_K.TILTAK, "tiltak"),
    _R.FORELDREVEILEDNING: (_K.FORELDREVEILEDNING, "foreldreveiledning"),
    _R.LIVSMESTRING: (_K.LIVSMESTRING, "livsmestring"),
    _R.KLAGE: (_K.KLAGE, "klage"),
    _R.AVSLUTNING: (_K.AVSLUTNING, "avslutning"),
    _R.UTDANNINGSBAKGRUNN: (_K.UTDANNING, "utdanningsbakgrunn"),
    _R.VEDTAK_NORSK: (_K.NORSK_VEDTAK, "vedtak"),
    _R.NORSKMAAL: (_K.NORSKMAAL, "norskmaal"),
    _R.NORSKPLAN: (_K.NORSKPLAN, "norskplan"),
}
_TOMAANEDERS: dict[Registrering, str] = {
    _R.OPPSTART_INTRO: "vedtak-introduksjonsprogram",
    _R.PERMISJON: "permisjon",
    _R.OPPSTART_NORSK: "vedtak",
    _R.TIMER_NORSK: "timer",
    _R.TIMER_SAMF: "timer",
    _R.FULLTID_VGO: "fulltid-videregaaende",
}
# The rules that are about a cell each.
FRA_CELLENE = frozenset({Oppgavekode.REG_FRIST, *(kode for kode, _slag in _EGEN.values())})
# What the grant's own tasks ask for, as items.
_TILSKUDD: dict[Behov, Registrering] = {
    Behov.VEDTAK_UTEN_PERIODE: _R.VEDTAK_NORSK,
    Behov.VEDTAK_MED_PERIODE: _R.VEDTAK_NORSK,
    Behov.PERIODE: _R.FULLTID_VGO,
    Behov.SLUTTDATO: _R.FULLTID_VGO,
    Behov.TIMER: _R.FULLTID_VGO,
    Behov.HOVEDANSVAR: _R.FULLTID_VGO,
}
# How many days before its due date an item becomes a task, and not while it has none. The others do at once.
_FOERST: dict[Registrering, int] = {
    _R.UTDANNINGSBAKGRUNN: 62,  # with the first decision, which the two months count from
    _R.FORELDREVEILEDNING: 90,
    _R.LIVSMESTRING: 90,
    _R.TIMER_NORSK: 14,
    _R.TIMER_SAMF: 90,
}


def gjoeremaal(sak: Personsak, dag: date) -> tuple[Gjoeremaal, ...]:
    """Return the tasks of a person on a day."""
    return (
        *_bosetting(sak, dag),
        *_fra_cellene(sak, dag),
        *_permisjoner(sak.permisjoner, dag),
        *_vurdering(sak.vurdering, dag),
        *_adresse(sak.fremmed_vedtak),
    )


def _fra_cellene(sak: Personsak, dag: date) -> Iterator[Gjoeremaal]:
    spurt_om = _spurt_om(sak.situasjon, dag)
    for hva, celle in sak.status.gjenstaar:
        if hva in spurt_om:
            continue
        frist = _frist(hva, celle)
        if hva in _FOERST and (frist is None or dag < frist - timedelta(days=_FOERST[hva])):
            continue
        yield _gjoeremaal(hva, celle, frist)


def _spurt_om(situasjon: Situasjon | None, dag: date) -> frozenset[Registrering]:
    """Return the items the grant's rules have a task for: the same is not asked for twice."""
    funnet = oppgaver.funn(situasjon, dag) if situasjon else ()
    return frozenset(_TILSKUDD[f.behov] for f in funnet if f.behov in _TILSKUDD)


def _gjoeremaal(hva: Registrering, celle: Celle, frist: date | None) -> Gjoeremaal:
    egen = _EGEN.get(hva)
    kode, slag = egen or (Oppgavekode.REG_FRIST, _TOMAANEDERS[hva])
    if celle.grunn == Statusgrunn.FRAVAER_UAVKLART:
        slag = "fravaer"
    return Gjoeremaal(
        kode=kode,
        frist=frist,
        siden=celle.siden,
        slag=slag,
        registrering=celle.registrering,
        hva=None if egen else hva,
        grunn=celle.grunn,
        nr="" if egen else hva.value,
    )


def _frist(hva: Registrering, celle: Celle) -> date | None:
    """Return the due date: the cell's, but for what the law gives no day, or classes are asked for first."""
    if celle.siden is None:
        return celle.frist
    if hva is Registrering.KLAGE:
        return pluss_maaneder(celle.siden, KLAGE_MAANEDER)
    if hva is Registrering.TIMER_NORSK:
        # the class has until the tenth; here the two months of § 58 count, from the end of the month
        return registreringsfrist(pluss_maaneder(celle.siden, 1) - timedelta(days=1))
    return celle.frist


def _bosetting(sak: Personsak, dag: date) -> Iterator[Gjoeremaal]:
    """Without the settlement nobody can tell whether there is a right to the programme (§ 8)."""
    celle = sak.status.celler.get(Registrering.VEDTAK_INTRO)
    if celle is None or celle.tilstand is not Tilstand.UKJENT or sak.bosatt is None:
        return
    mangler = {Felt.BOSATT.value, Felt.ETTER_AVTALE.value} & set(celle.grunn.split())
    if mangler and dag < pluss_aar(sak.bosatt, BOTID_AAR):
        yield Gjoeremaal(Oppgavekode.BOSETTING, registreringsfrist(sak.bosatt), sak.bosatt, slag="bosetting")


def _permisjoner(permisjoner: Iterable[Permisjonsslutt], dag: date) -> Iterator[Gjoeremaal]:
    for p in permisjoner:
        if p.til - timedelta(days=PERMISJON_VISES) <= dag <= p.til:
            frist = p.til - timedelta(days=PERMISJON_DAGER)
            yield Gjoeremaal(
                Oppgavekode.PERMISJON_SLUTT, frist, p.til, slag="permisjon", registrering=p.registrering,
                nr=str(p.registrering),
            )  # fmt: skip


def _vurdering(vurdering: Vurdering | None, dag: date) -> Iterator[Gjoeremaal]:
    if vurdering and vurdering.dato - timedelta(days=PLAN_VISES) <= dag:
        yield Gjoeremaal(
            Oppgavekode.PLAN_REVISJON, vurdering.dato, slag="integreringsplan", grunn=vurdering.utloeser
        )


def _adresse(siden: date | None) -> Iterator[Gjoeremaal]:
    if siden:
        yield Gjoeremaal(Oppgavekode.ADRESSE, siden + timedelta(days=ADRESSE_DAGER), siden)


# --- What the reader finds out for many persons ---


@dataclass(frozen=True)
class Permisjon:
    """A leave as registered."""

    registrering: UUID
    fra: date
    til: date


def uten_fortsettelse(permisjoner: Iterable[Permisjon]) -> tuple[Permisjonsslutt, ...]:
    """Return the leaves no other follows: one that begins at the latest the day after carries on."""
    alle = tuple(permisjoner)
    return tuple(
        Permisjonsslutt(p.registrering, p.til)
        for p in alle
        if not any(q.fra <= p.til + timedelta(days=1) and q.til > p.til for q in alle)
    )


@dataclass(frozen=True)
class Vedtaksspor:
    """Where a scheme's newest decision was made, when training starts, and when the scheme was ended."""

    kommune: int
    startdato: date
    avsluttet: date | None = None


def fremmed_vedtak(
    kommune: int | None, bosatt_her: date | None, vedtak: Iterable[Vedtaksspor]
) -> date | None:
    """Return since when a person lives here while programme or training is another municipality's.

    Args:
        kommune: where the person is registered as living.
        bosatt_her: since when.
        vedtak: the newest decision of each scheme.
    """
    loepende = [v for v in vedtak if v.avsluttet is None or v.avsluttet < v.startdato]
    if kommune is None or bosatt_her is None or not loepende:
        return None
    return bosatt_her if all(v.kommune != kommune for v in loepende) else None
