"""What others show of the settlement: the wheel, the leader, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from bosetting.kodeverk import ANMODNING, BOSATT, Fristslag, Svarstatus, rundenavn
from bosetting.models import Runde
from bosetting.queries.runder import fristene_mellom
from integrering.grunnmur import kroner
from integrering.grunnmur.samlet import Rader, Sporring, tell
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.kunnskap.kodeverk import Utgave
from regionalt.kunnskap.queries.tall import gjeldende
from regionalt.ledelsestall import Tall


def spoer_frister(fra: date, til: date) -> Sporring:
    """Return the question about the days of the rounds."""
    felt = ("dato", "slag", "navn", "gjort", "runde__aar", "runde__utgave", "runde__noekkel")
    ut: Sporring = fristene_mellom(fra, til).values(*felt)
    return ut


def fristdager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Return the days of the rounds."""
    for f in rader:
        runde = rundenavn(f["runde__aar"], f["runde__utgave"])
        tittel = _("%(runde)s: %(frist)s") % {
            "runde": runde,
            "frist": f["navn"] or Fristslag(f["slag"]).label,
        }
        url = reverse("bosetting:runde", args=[f["runde__noekkel"]])
        yield Hjuldag(f["dato"], tittel, url, frist=f["gjort"] is None)


def spoer_bosatte(dag: date) -> Sporring:
    """Return the question about what was asked for and settled this year; a revised request counts first."""
    aarets = gjeldende().filter(aar=dag.year)
    bedt = Q(indikator=ANMODNING)
    return tell(
        aarets,
        bosatt=Sum("verdi", filter=Q(indikator=BOSATT)),
        revidert=Sum("verdi", filter=bedt & Q(utgave=Utgave.REVIDERT)),
        bedt=Sum("verdi", filter=bedt & ~Q(utgave=Utgave.REVIDERT)),
    )


def bosatte(rader: Rader, dag: date) -> Tall | None:
    """Return how many are settled of those asked for; None when one of them is not known."""
    (svar,) = rader
    bedt = svar["revidert"] or svar["bedt"]
    if svar["bosatt"] is None or not bedt:
        return None
    er = {"bosatt": kroner.tall(int(svar["bosatt"])), "bedt": kroner.tall(int(bedt))}
    detalj = _("Tall for %(aar)s. Skjermede tall er ikke med.") % {"aar": dag.year}
    return Tall(_("%(bosatt)s av %(bedt)s") % er, detalj, reverse("bosetting:runder"))


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return the rounds of a year: the frame, who answered, what was recommended."""
    rader = Runde.objects.filter(aar=aar).annotate(
        svart=Count("svar__kommune", filter=Q(svar__status=Svarstatus.SENDT), distinct=True)
    )
    return (
        Rapporttabell(
            tittel=_("Bosettingsrunder"),
            kolonner=(_("Runde"), _("Status"), _("Ramme"), _("Kommuner som har svart")),
            rader=tuple(_rundens(r) for r in rader.order_by("utgave")),
            kilde=_("Rundene for året, slik de står nå."),
        ),
    )


def _rundens(r: Any) -> tuple[str | int, ...]:
    ramme = "–" if r.ramme is None else kroner.tall(r.ramme)
    return (str(r), str(r.get_tilstand_display()), ramme, r.svart)
