"""The queue: whose tasks, which tab, how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q, QuerySet

from integrering.grunnmur.kodelister import kodenavn_i_raden
from integrering.oppgaver.kodeverk import VENTEGRUNN
from integrering.oppgaver.models import Oppgave
from integrering.oppgaver.queries.kolleger import jeg_er_vikar_for
from integrering.oppgaver.regelverk import regel_med_kode, regler
from integrering.tilgang.aktoer import Aktoer

# No tab is counted beyond this.
TELL_TIL = 50_000
# How many kinds the page says there is most of.
MEST_AV = 5


class Fane(StrEnum):
    """The tabs, in order."""

    OVER_FRIST = "over-frist"
    SNART = "snart"
    PAA_VENT = "paa-vent"
    ALLE = "alle"


class Hvem(StrEnum):
    """Whose tasks. Without a choice: mine and those nobody has."""

    MINE = "mine"
    INGEN = "ingen"
    ALLE = "alle"


@dataclass(frozen=True)
class Utsnitt:
    """What the reader has chosen: `kommune` (its number) is another desk, read by the county."""

    hvem: str = ""
    regel: str = ""
    kommune: str = ""


def koe(av: Aktoer, utsnitt: Utsnitt, i_dag: date) -> QuerySet[Oppgave]:
    """Return the open tasks of the choice, unordered, with person, desk and who has them."""
    aapne = Oppgave.objects.filter(lukket__isnull=True)
    aapne = _hos(aapne, utsnitt.kommune) if utsnitt.kommune else _paa_bordet(aapne, av)
    if utsnitt.regel:
        aapne = aapne.filter(regel__in=_som_sier_det_samme(utsnitt.regel))
    return aapne.filter(_hvem(av, utsnitt, i_dag)).order_by()


def _som_sier_det_samme(kode: str) -> list[str]:
    """Return the rules with the same words: one case may lie on two desks."""
    valgt = regel_med_kode(kode)
    return [r.kode for r in regler() if valgt and str(r.tittel) == str(valgt.tittel)]


def _paa_bordet(oppgaver: QuerySet[Oppgave], av: Aktoer) -> QuerySet[Oppgave]:
    """Return the tasks of the reader's own organisation: those of the role, and those given to the reader."""
    koder = [regel.kode for regel in regler() if av.rolle in regel.roller]
    return oppgaver.filter(Q(regel__in=koder) | Q(ansvarlig_id=av.bruker_id), virksomhet_id=av.virksomhet_id)


def _hos(oppgaver: QuerySet[Oppgave], kommune: str) -> QuerySet[Oppgave]:
    koder = [regel.kode for regel in regler()]
    return oppgaver.filter(virksomhet__type="kommune", virksomhet__nummer=kommune, regel__in=koder)


def _hvem(av: Aktoer, utsnitt: Utsnitt, i_dag: date) -> Q:
    """A colleague's tasks are theirs, unless asked for; another desk is read as a whole."""
    if utsnitt.hvem == Hvem.ALLE or (utsnitt.kommune and not utsnitt.hvem):
        return Q()
    if utsnitt.hvem == Hvem.INGEN:
        return Q(ansvarlig__isnull=True)
    mine = Q(ansvarlig_id=av.bruker_id) | Q(ansvarlig_id__in=jeg_er_vikar_for(av, i_dag))
    return mine if utsnitt.hvem == Hvem.MINE else mine | Q(ansvarlig__isnull=True)


def i_fanen(fane: str, i_dag: date) -> Q:
    """Return the condition of a tab. What waits comes back by itself on its day."""
    venter = Q(vent_til__gt=i_dag)
    match fane:
        case Fane.OVER_FRIST:
            return Q(frist__lt=i_dag) & _ikke_paa_vent(i_dag)
        case Fane.SNART:
            return Q(frist__gte=i_dag, snart_fra__lte=i_dag) & _ikke_paa_vent(i_dag)
        case Fane.PAA_VENT:
            return venter
        case _:
            return Q()


def _ikke_paa_vent(i_dag: date) -> Q:
    return Q(vent_til__isnull=True) | Q(vent_til__lte=i_dag)


def tell(oppgaver: QuerySet[Oppgave], i_dag: date) -> dict[Fane, int | None]:
    """Return how many each tab holds; None: more than we count. One query, unless the queue is that long."""
    stykke = oppgaver.values("pk", "frist", "snart_fra", "vent_til")[: TELL_TIL + 1]
    alle = Fane.ALLE.name
    svar: dict[str, Any] = _over(stykke, i_dag)
    if svar[alle] <= TELL_TIL:
        return {fane: svar[fane.name] for fane in Fane}
    return {fane: _tell_en(oppgaver.filter(i_fanen(fane, i_dag))) for fane in Fane}


def _over(stykke: QuerySet[Any, Any], i_dag: date) -> dict[str, Any]:
    """Count all tabs of a piece that is cut off, in one query."""
    return stykke.aggregate(
        **{
            fane.name: Count("pk", filter=i_fanen(fane, i_dag)) if fane is not Fane.ALLE else Count("pk")
            for fane in Fane
        }
    )


def _tell_en(oppgaver: QuerySet[Oppgave]) -> int | None:
    antall = oppgaver.values("pk")[: TELL_TIL + 1].count()
    return None if antall > TELL_TIL else antall


def mest_av(oppgaver: QuerySet[Oppgave], fane: Fane, i_dag: date) -> list[tuple[str, int]]:
    """Return the rules with most tasks in a tab, and how many: at most `MEST_AV`."""
    per_regel = oppgaver.filter(i_fanen(fane, i_dag)).values_list("regel").annotate(antall=Count("pk"))
    return list(per_regel.order_by("-antall", "regel")[:MEST_AV])


def foerste_med_innhold(antall: dict[Fane, int | None]) -> Fane:
    """Return the tab to open: the first that holds something."""
    return next((fane for fane in Fane if antall[fane] != 0), Fane.OVER_FRIST)


def med_emne(oppgaver: QuerySet[Oppgave], av: Aktoer) -> QuerySet[Oppgave]:
    """Read the labels along with the task, and the person for those to whom the register is open at all."""
    oppgaver = med_kodenavn(oppgaver)
    return oppgaver.select_related("person__kommune") if av.er_fylke or av.er_kommune else oppgaver


def med_kodenavn(oppgaver: QuerySet[Oppgave]) -> QuerySet[Oppgave]:
    """Read along what the subject's code (`emnenavn`) and the reason to wait are called in one's language."""
    return oppgaver.annotate(
        emnenavn=kodenavn_i_raden("emnekode", listefelt="emneliste"),
        ventenavn=kodenavn_i_raden("vent_grunn", liste=VENTEGRUNN),
    )


def om_personen(person_id: int) -> QuerySet[Oppgave]:
    """Return the open tasks about a person that the reader may see, most urgent first."""
    aapne = Oppgave.objects.filter(person_id=person_id, lukket__isnull=True)
    return med_kodenavn(aapne).select_related("ansvarlig", "virksomhet").order_by("sortering", "id")
