"""Reads of templates and letters. What one may see is held by the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet, Value

from integrering.grunnmur.alfabet import Alfabetisk, alfabetisk
from integrering.nir.models import Person
from integrering.nir.rules.oppgaver import Behov
from integrering.oppgaver.queries.kommuner import aapne_per_regel
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.kontekst import kontekst, kontekst_for
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket, vaart_fylke
from integrering.tilgang.roller import PARTNERROLLER
from integrering.utveksling.brev.flettefelt import PAAMINNING, kan_til_flere
from integrering.utveksling.brev.models import (
    Brev,
    Brevbunke,
    Brevmal,
    Brevmalversjon,
    Brevtilstand,
    Mottakerslag,
)
from integrering.utveksling.brev.rules import maalform
from integrering.utveksling.brev.rules.skriving import les_referanse
from integrering.utveksling.meldinger.queries import adressater
from integrering.utveksling.vedlegg.models import Vedlegg


# --- Templates ---
def gyldige_maler(dag: date) -> list[Brevmalversjon]:
    """Return the version in force of each active template, by purpose."""
    versjoner = (
        Brevmalversjon.objects.filter(mal__aktiv=True, gyldig_fra__lte=dag)
        .select_related("mal")
        .order_by("mal_id", "-nummer")
        .distinct("mal_id")
    )
    return sorted(versjoner, key=lambda v: (v.mal.mottakerslag != Mottakerslag.VIRKSOMHET, v.mal.formaal))


def gyldig_mal(kode: str, dag: date) -> Brevmalversjon | None:
    """Return the version in force of an active template, or None."""
    return next((v for v in gyldige_maler(dag) if v.mal.kode == kode), None)


def siste_versjon(mal: Brevmal) -> Brevmalversjon | None:
    """Return the newest version, in force or to come."""
    return mal.versjoner.select_related("mal").order_by("-nummer").first()


def maler_til_flere(dag: date) -> list[Brevmalversjon]:
    """Return the templates that can go to several municipalities; the reminder first."""
    maler = [v for v in gyldige_maler(dag) if kan_til_flere(v.mal.kode, v.mal.mottakerslag)]
    return sorted(maler, key=lambda v: v.mal.kode != PAAMINNING)


def filtervalg() -> list[tuple[str, str, str]]:
    """Return the choices of the list's filter: («mal» or «kommune», code, text), by text. One query."""
    maler = Brevmal.objects.order_by().values_list(Value("mal"), "kode", "formaal")
    kommuner = kommuner_i_fylket().order_by().values_list(Value("kommune"), "nummer", "navn")
    return sorted(maler.union(kommuner, all=True), key=lambda valg: alfabetisk(valg[2]))


# --- Recipients ---
def mottakere() -> QuerySet[Virksomhet]:
    """Return who a letter may go to: the county's municipalities, schools, organisations, other counties."""
    andre = Virksomhet.objects.filter(type__in=["skole", "frivillig", "fylkeskommune"], aktiv=True).exclude(
        type="fylkeskommune", nummer=settings.FYLKESNUMMER
    )
    return (kommuner_i_fylket() | andre).select_related(None).order_by("type", Alfabetisk("navn"), "pk")


def mottaker(brev: Brev) -> Virksomhet:
    """Return the organisation of a letter to one."""
    assert brev.virksomhet is not None  # noqa: S101 - the database holds it
    return brev.virksomhet


def fylkets_maalform() -> str:
    """Return what the county writes where it may choose: its own language, else the setting BREV_MAALFORM."""
    eget = vaart_fylke().maalform
    return eget if eget in maalform.SPRAAK else settings.BREV_MAALFORM


def maalform_for(*, virksomhet: Virksomhet | None, person: Person | None) -> maalform.Maalformvalg:
    """Return the language the rule gives (see `rules.maalform`)."""
    if person is not None:
        forrige = (
            Brev.objects.filter(person=person, mottakerslag=Mottakerslag.PERSON)
            .exclude(tilstand__in=[Brevtilstand.UTKAST, Brevtilstand.SLETTET])
            .order_by("-id")
            .values_list("maalform", flat=True)
            .first()
        )
        return maalform.for_person(forrige or "")
    return maalform.for_virksomhet(virksomhet.maalform if virksomhet else "", fylkets_maalform())


# --- What the system knows itself ---
# What the reminder counts, and the tasks it counts: the same as the municipality sees in its own list.
_TELLES = {
    "antall_vedtak": (Behov.VEDTAK_UTEN_PERIODE, Behov.VEDTAK_MED_PERIODE),
    "antall_periode": (Behov.PERIODE,),
    "antall_sluttdato": (Behov.SLUTTDATO,),
}
_tall: ContextVar[dict[int, Counter[str]] | None] = ContextVar("brev_tall", default=None)


def mangler_per(av: Aktoer) -> dict[int, Counter[str]]:
    """Return what is missing, by municipality. Persons with a protected address are never counted here."""
    delt = _tall.get()
    if delt is not None:
        return delt
    with kontekst(replace(kontekst_for(av), skjermede=False)):
        return aapne_per_regel([behov for flere in _TELLES.values() for behov in flere])


@contextmanager
def delte_systemtall(av: Aktoer) -> Iterator[None]:
    """Count once for all letters made in the block."""
    merke = _tall.set(mangler_per(av))
    try:
        yield
    finally:
        _tall.reset(merke)


def systemverdier(mal: Brevmal, virksomhet: Virksomhet | None, av: Aktoer) -> dict[str, str]:
    """Return the fields nobody types: for the reminder, how many lack what."""
    if mal.kode != PAAMINNING or virksomhet is None:
        return {}
    tall = mangler_per(av).get(virksomhet.pk, Counter[str]())
    telt = {felt: str(sum(tall[behov] for behov in flere)) for felt, flere in _TELLES.items()}
    return telt | {"antall_mangler": str(tall.total())}


@dataclass(frozen=True)
class Kommunelinje:
    """A municipality to choose: its language, why, and how much is missing."""

    kommune: Virksomhet
    valg: maalform.Maalformvalg
    mangler: int


def kommunelinjer(av: Aktoer) -> list[Kommunelinje]:
    """Return the county's municipalities, those with most missing first."""
    tall, standard = mangler_per(av), fylkets_maalform()
    linjer = [
        Kommunelinje(k, maalform.for_virksomhet(k.maalform, standard), tall.get(k.pk, Counter[str]()).total())
        for k in kommuner_i_fylket()
    ]
    return sorted(linjer, key=lambda linje: (-linje.mangler, linje.kommune.nummer))


# --- Letters ---
def alle_brev(av: Aktoer) -> QuerySet[Brev]:
    """Return the letters the one who asks can see; templates are the county's own."""
    brev = Brev.objects.exclude(tilstand=Brevtilstand.SLETTET).select_related("avsender", "virksomhet")
    if av.har(*PARTNERROLLER):  # schools and organisations may not read persons at all
        return brev
    brev = brev.select_related("person")
    if not av.er_fylke:
        return brev
    return brev.select_related("malversjon__mal", "opprettet_av", "ferdig_av", "sendt_av", "svar_av")


def finn_brev(noekkel: UUID, av: Aktoer) -> Brev | None:
    """Return the letter, if the one who asks can see it."""
    return alle_brev(av).filter(noekkel=noekkel).first()


def vedlegg_til(brev: Brev) -> list[Vedlegg]:
    """Return the letter's files with their versions, in the order they stand in it."""
    lenker = brev.vedlegg.select_related("vedlegg").prefetch_related("vedlegg__versjoner").order_by("id")
    return [lenke.vedlegg for lenke in lenker]


def vedleggsnavn(brev: Brev) -> list[str]:
    """Return the names of the files as a draft would list them. Letters made together have none: no query."""
    if brev.pk is None or brev.bunke_id is not None:
        return []
    return [vedlegg.siste.filnavn for vedlegg in vedlegg_til(brev)]


def kan_faa_melding(brev: Sequence[Brev], av: Aktoer) -> bool:
    """Return whether the letters can go as messages: to organisations one may write to, where somebody reads.

    Letters about different persons are asked about one at a time.
    """
    mottakere = [b.virksomhet for b in brev if b.virksomhet is not None]
    person = brev[0].person
    return (
        len(mottakere) == len(brev)
        and not adressater.hindre(av=av, mottakere=mottakere, person=person)
        and not adressater.uten_brukere(mottakere)
    )


def finn_bunke(noekkel: UUID) -> Brevbunke | None:
    """Return the bundle, if the one who asks can see it."""
    return Brevbunke.objects.select_related("malversjon__mal", "laget_av").filter(noekkel=noekkel).first()


def brev_i(bunke: Brevbunke) -> QuerySet[Brev]:
    """Return the letters of a bundle, in the order of their numbers."""
    return bunke.brev.exclude(tilstand=Brevtilstand.SLETTET).select_related("virksomhet").order_by("id")


def utkast_i(bunke: Brevbunke) -> QuerySet[Brev]:
    """Return the letters of a bundle that are not finished."""
    return (
        bunke.brev.filter(tilstand=Brevtilstand.UTKAST)
        .select_related("avsender", "malversjon__mal", "virksomhet", "person")
        .order_by("id")
    )


def brev_til(person: Person) -> QuerySet[Brev]:
    """Return the letters to and about a person, newest first."""
    return (
        Brev.objects.exclude(tilstand=Brevtilstand.SLETTET)
        .filter(person=person)
        .select_related("virksomhet")
        .order_by("-id")
    )


def med_referanse(tekst: str) -> QuerySet[Brev]:
    """Return the letter with this reference («2026/17»), if the one who asks can see it."""
    funnet = les_referanse(tekst)
    if funnet is None:
        return Brev.objects.none()
    aar, nummer = funnet
    return Brev.objects.exclude(tilstand=Brevtilstand.SLETTET).filter(aar=aar, nummer=nummer)
