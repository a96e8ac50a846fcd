"""Reads of groups, and of a counsellor's week."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, QuerySet, Value, When

from integrering.grunnmur.kvartal import OSLO
from integrering.tilgang.models import Virksomhet
from karriere.kodeverk import Oppmoete, Samtaleslag
from karriere.models import Deltakelse, Oppleggsforslag, Sak, Samtale, Senter
from karriere.queries.koe import etter_vedtak, som_venter
from karriere.queries.saker import mine_sentre, saker
from karriere.queries.samtale import samtaler

UTE = (Oppmoete.AVLYST, Oppmoete.FLYTTET)
# As many as anyone should choose among on one page: those most likely to fit come first.
MEST = 100


def grupper() -> QuerySet[Samtale]:
    """Return the groups, each with `tatt` and `ledige`: places that somebody has, and that nobody has."""
    tatt = Count("deltakelser", filter=~Q(deltakelser__oppmoete__in=UTE))
    return samtaler().filter(slag=Samtaleslag.GRUPPE).annotate(tatt=tatt, ledige=F("plasser") - tatt)


def kommunen_som_foreslo(gruppe: Samtale) -> Virksomhet | None:
    """Return the municipality whose proposal the group came of; None when it came of none."""
    forslag = Oppleggsforslag.objects.select_related("kommune").filter(samtale=gruppe).first()
    return forslag.kommune if forslag else None


def kan_faa_plass(gruppe: Samtale, kommune: Virksomhet | None = None) -> QuerySet[Sak]:
    """Return those who wait at the group's centre without an agreed session.

    Those of the municipality that proposed it first, then those who speak a language of the group, then those
    with no decision on the programme, then those whose deadline is nearest.
    """
    rekke: list[str | Case] = [etter_vedtak(), "frist", "pk"]
    # no condition that nobody can meet: it would be a constant, and SQL takes that for a column's number
    if gruppe.spraak:
        rekke.insert(0, _foerst(Q(tolkespraak__in=gruppe.spraak)))
    if kommune is not None:
        rekke.insert(0, _foerst(Q(person__kommune=kommune)))
    venter: QuerySet[Sak] = som_venter(saker().filter(senter=gruppe.senter_id, neste_samtale__isnull=True))
    har = gruppe.deltakelser.exclude(oppmoete__in=UTE).values("sak")
    return venter.exclude(pk__in=har).order_by(*rekke)[:MEST]


def _foerst(de: Q) -> Case:
    return Case(When(de, then=Value(0)), default=Value(1), output_field=IntegerField())


def sentre_for(bruker_id: int, dag: date, *, alle: bool) -> list[Senter]:
    """Return the centres one makes groups at: a counsellor's own, or all that are in use."""
    return list(
        (Senter.objects.all() if alle else mine_sentre(bruker_id, dag)).filter(aktiv=True).order_by("navn")
    )


def uken(veileder_id: int, mandag: date, *, med_flyttede: bool = False) -> list[Samtale]:
    """Return a counsellor's sessions of a week, each with those who have a place (two queries).

    Args:
        med_flyttede: also those that were moved away: a calendar that has them, must be told.
    """
    fra = datetime.combine(mandag, time.min, tzinfo=OSLO)
    til = datetime.combine(mandag + timedelta(days=7), time.min, tzinfo=OSLO)
    plasser = Deltakelse.objects.exclude(oppmoete=Oppmoete.FLYTTET).select_related("sak__person__kommune")
    rader = samtaler().filter(veileder=veileder_id, start__gte=fra, start__lt=til)
    if not med_flyttede:
        # a session that was moved away is another session's history
        borte = Q(avlyst__isnull=False) & Q(deltakelser__oppmoete=Oppmoete.FLYTTET)
        rader = rader.exclude(pk__in=Samtale.objects.filter(borte).values("pk")).filter(flyttet_til=None)
    return list(rader.prefetch_related(Prefetch("deltakelser", plasser)).order_by("start", "pk"))
