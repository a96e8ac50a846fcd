"""Where a plan goes: on hearing, before the politicians, decided, over; and a new version of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.grunnmur.feil import Regelbrudd, krev_gyldig
from integrering.oppgaver.actions import oppdater_kilde
from integrering.tilgang.aktoer import Aktoer
from regionalt.actions.felles import opprett_en_gang
from regionalt.personvern import brudd_i_tekst
from regionalt.planer.actions.felles import HOERING
from regionalt.planer.actions.plan import regn_oppgavene
from regionalt.planer.actions.utgivelse import gi_ut, trekk
from regionalt.planer.models import Hoeringsinstans, Maal, Plan, Plantilstand, Plantiltak, Planvedtak
from regionalt.planer.roller import SKRIVER
from regionalt.planer.rules.gang import kan_gaa

_KOPIERES = (
    "tittel", "beskrivelse", "kommune_id", "ansvarlig_id", "utfoerer", "partnere", "kroner", "finansiering",
    "indikator", "utgangspunkt", "maaltall", "fra", "til",
)  # fmt: skip


@dataclass(frozen=True)
class Hoeringsdata:
    """Who is asked: organisations here, and others by name; and the last day to answer."""

    frist: date
    virksomheter: Collection[int] = ()
    andre: Collection[str] = ()


@dataclass(frozen=True)
class Vedtaksdata:
    """What was decided, by whom, when, in which case; votes when they were counted."""

    organ: str
    dato: date
    saksnummer: str
    tekst: str
    for_stemmer: int | None = None
    mot_stemmer: int | None = None


@transaction.atomic
def send_paa_hoering(*, plan: Plan, versjon: int, data: Hoeringsdata, av: Aktoer) -> None:
    """Ask for answers, and publish what is asked about. Those asked get a task.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Konflikt: somebody has changed the plan meanwhile.
        Regelbrudd: not a draft, a deadline that is past, nobody asked, identity numbers in a name.
    """
    av.krev(*SKRIVER)
    i_dag = timezone.localdate()
    brudd: dict[str, list[str]] = {}
    if data.frist <= i_dag:
        brudd["frist"] = [_("Fristen må være etter i dag.")]
    if not data.virksomheter and not data.andre:
        brudd["virksomheter"] = [_("Velg hvem som skal høres, eller skriv navn på andre.")]
    krev_gyldig(brudd, brudd_i_tekst(andre=" ".join(data.andre)))
    _gaa(plan, versjon, Plantilstand.HOERING, av, hoering_sendt=i_dag, hoeringsfrist=data.frist)
    _spoer(plan, data, av)
    gi_ut(plan=plan)
    oppdater_kilde(HOERING, list(plan.instanser.values_list("pk", flat=True)))


@transaction.atomic
def flytt(*, plan: Plan, versjon: int, til: Plantilstand, av: Aktoer) -> None:
    """Lay a plan before the politicians, take it back to a draft, or end it.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Konflikt: somebody has changed the plan meanwhile.
        Regelbrudd: it cannot go there from where it is, or needs more than a button.
    """
    av.krev(*SKRIVER)
    if til in (Plantilstand.HOERING, Plantilstand.VEDTATT):
        raise Regelbrudd(_("Dette må fylles ut i et skjema."))
    _gaa(plan, versjon, til, av)
    if til == Plantilstand.FRAMLAGT:
        gi_ut(plan=plan)
    else:
        trekk(plan=plan)
    _regn_alt(plan)


@transaction.atomic
def vedta(*, plan: Plan, versjon: int, data: Vedtaksdata, innsending: UUID, av: Aktoer) -> None:
    """Write down what was decided: from now on the text stands. A plan it replaces is over.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Konflikt: somebody has changed the plan meanwhile.
        Regelbrudd: it is not laid before the politicians, a day to come, votes for without against,
            identity numbers in the text.
    """
    av.krev(*SKRIVER)
    brudd: dict[str, list[str]] = {}
    if data.dato > timezone.localdate():
        brudd["dato"] = [_("Datoen kan ikke være etter i dag.")]
    if (data.for_stemmer is None) != (data.mot_stemmer is None):
        brudd["mot_stemmer"] = [_("Skriv både stemmer for og stemmer mot, eller ingen av dem.")]
    krev_gyldig(brudd, brudd_i_tekst(organ=data.organ, tekst=data.tekst))
    _gaa(plan, versjon, Plantilstand.VEDTATT, av)
    opprett_en_gang(Planvedtak, innsending=innsending, av=av, plan=plan, **vars(data))
    gammel = plan.erstatter
    if gammel is not None and gammel.tilstand == Plantilstand.VEDTATT:
        flytt(plan=gammel, versjon=gammel.versjon, til=Plantilstand.AVSLUTTET, av=av)
    gi_ut(plan=plan)
    _regn_alt(plan)


@transaction.atomic
def ny_versjon(*, plan: Plan, innsending: UUID, av: Aktoer) -> Plan:
    """Begin a draft that will replace a decided plan, with its goals and the measures that are not over.

    Raises:
        IkkeTilgang: a role that does not keep the plans.
        Regelbrudd: the plan is not decided.
    """
    av.krev(*SKRIVER)
    if not plan.laast:
        raise Regelbrudd(_("Bare en vedtatt plan trenger en ny versjon. Denne kan endres."))
    sendt = Plan.objects.filter(innsending=innsending).first()
    if sendt is not None:
        return sendt
    ny = opprett_en_gang(
        Plan, innsending=innsending, av=av, slag=plan.slag, tittel=plan.tittel, beskrivelse=plan.beskrivelse,
        fra=plan.fra, til=plan.til, ansvarlig_id=av.bruker_id, erstatter=plan,
    )  # fmt: skip
    for maal in plan.maal.order_by("nummer"):
        _kopier(maal, ny, av)
    return ny


def _kopier(maal: Maal, plan: Plan, av: Aktoer) -> None:
    nytt = Maal.objects.create(
        plan=plan, nummer=maal.nummer, tekst=maal.tekst, indikator=maal.indikator, endret_av_id=av.bruker_id
    )
    Plantiltak.objects.bulk_create(
        Plantiltak(maal=nytt, endret_av_id=av.bruker_id, **{felt: getattr(t, felt) for felt in _KOPIERES})
        for t in maal.tiltak.order_by("pk")
        if not t.ferdig
    )


def _gaa(plan: Plan, versjon: int, til: Plantilstand, av: Aktoer, **felt: date) -> None:
    if not kan_gaa(plan.tilstand, til):
        raise Regelbrudd(_("Planen kan ikke gå dit fra «%(her)s».") % {"her": plan.get_tilstand_display()})
    plan.lagre_over(versjon=versjon, bruker_id=av.bruker_id, tilstand=til, **felt)


def _spoer(plan: Plan, data: Hoeringsdata, av: Aktoer) -> None:
    """Ask those who are not asked before: a plan may come on hearing again."""
    spurt = set(plan.instanser.values_list("virksomhet_id", "navn"))
    nye = [(pk, "") for pk in sorted(data.virksomheter)] + [(None, navn) for navn in data.andre]
    Hoeringsinstans.objects.bulk_create(
        Hoeringsinstans(plan=plan, virksomhet_id=pk, navn=navn, endret_av_id=av.bruker_id)
        for pk, navn in nye
        if (pk, navn) not in spurt
    )


def _regn_alt(plan: Plan) -> None:
    regn_oppgavene(plan)
    oppdater_kilde(HOERING, list(plan.instanser.values_list("pk", flat=True)))
