"""What others show of courses: the leader, the wheel, the yearly report, a municipality's page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from integrering.grunnmur.samlet import Rader, Sporring, tell
from integrering.tilgang.models import Virksomhet
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.kodeverk import Tema
from regionalt.kommunepaneler import Felt
from regionalt.kompetanse.models import Arrangement, Nettverk, Tilstand
from regionalt.kompetanse.queries.naadd import kommuner_med_naadd, per_tema
from regionalt.kompetanse.queries.nettverk import er_med, i_aaret, virker
from regionalt.kompetanse.tekster import tidsrom
from regionalt.ledelsestall import Tall
from regionalt.queries.felt import radene

FLEST = 5


def spoer_naadde(dag: date) -> Sporring:
    """Ask for the municipalities, and how many have been reached so far this year."""
    naadde = Count("pk", filter=Q(naadd=True))
    return tell(kommuner_med_naadd(dag.year), alle=Count("pk"), antall=naadde)


def naadde_kommuner(rader: Rader, dag: date) -> Tall | None:
    """Return how many of the municipalities have been reached so far this year."""
    (telt,) = rader
    verdi = _("%(antall)s av %(alle)s") % telt
    return Tall(verdi, url=f"{reverse('kompetanse:naadde')}?naadd=nei") if telt["alle"] else None


def spoer_hjuldager(fra: date, til: date) -> Sporring:
    """Ask for the events that are open or held, and lie between two days or have their deadline there."""
    i_tiden = Q(start__date__lte=til, slutt__date__gte=fra) | Q(frist__range=(fra, til))
    rader = Arrangement.objects.filter(i_tiden, tilstand__in=(Tilstand.AAPEN, Tilstand.HOLDT))
    return rader.order_by("start", "pk").values("noekkel", "tittel", "start", "slutt", "frist", "tilstand")


def hjuldager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the events, and the deadlines of those that are open."""
    for a in rader:
        url = reverse("kompetanse:arrangement", args=[a["noekkel"]])
        foerste, siste = timezone.localdate(a["start"]), timezone.localdate(a["slutt"])
        if foerste <= til and siste >= fra:
            yield Hjuldag(foerste, a["tittel"], url, til=siste if siste > foerste else None)
        if a["frist"] and fra <= a["frist"] <= til and a["tilstand"] == Tilstand.AAPEN:
            tittel = _("Påmeldingsfrist: %(tittel)s") % {"tittel": a["tittel"]}
            yield Hjuldag(a["frist"], tittel, url, frist=True)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return a year by theme: events held, who came, municipalities reached; and the networks."""
    tall = per_tema(aar)
    rader = tuple(
        (str(t.label), tall[t]["arrangementer"], tall[t]["deltakere"], tall[t]["kommuner"])
        for t in Tema
        if t in tall
    )
    return (
        Rapporttabell(
            tittel=_("Kurs, samlinger og nettverksmøter"),
            kolonner=(_("Tema"), _("Arrangementer"), _("Deltakere"), _("Kommuner nådd")),
            rader=rader,
            kilde=_("Arrangementer merket som holdt. En kommune er nådd når noen derfra møtte."),
            diagram=True,
        ),
        Rapporttabell(
            tittel=_("Nettverk"),
            kolonner=(_("Nettverk"), _("Kommuner"), _("Møter holdt")),
            rader=tuple(i_aaret(aar)),
            kilde=_("Kommuner som var medlem en del av året. Møter merket som holdt."),
        ),
    )


def panelfelt(dag: date) -> Felt:
    """Return what is read of a municipality: what it came to, is invited to, and takes part in."""
    kort = {"noekkel": "noekkel", "tittel": "tittel", "start": "start", "slutt": "slutt"}
    moette = Arrangement.objects.filter(
        pk__in=Arrangement.objects.filter(
            paameldte__oppmoete__isnull=False, paameldte__virksomhet=OuterRef(OuterRef("pk"))
        ).values("pk")
    )
    bedt = Q(alle_kommuner=True) | Q(inviterte__kommune=OuterRef("pk"))
    kommer = Arrangement.objects.filter(bedt, tilstand=Tilstand.AAPEN, slutt__date__gte=dag)
    medlem = Nettverk.objects.filter(
        virker(dag), er_med(dag, "medlemmer__"), medlemmer__virksomhet=OuterRef("pk")
    )
    return {
        "kurs_nettverk": radene(medlem.order_by("navn").distinct(), noekkel="noekkel", navn="navn"),
        "kurs_moett": radene(moette.order_by("-start", "-pk")[:FLEST], **kort),
        "kurs_kommer": radene(kommer.order_by("start", "pk")[:FLEST], **kort),
    }


def panel(request: HttpRequest, kommune: Virksomhet) -> dict[str, Any] | None:
    """Return the panel of a municipality's page."""
    lister: Any = kommune
    nettverk = [
        {"tittel": n["navn"], "url": reverse("kompetanse:nettverk", args=[n["noekkel"]])}
        for n in lister.kurs_nettverk
    ]
    return {"moett": _lest(lister.kurs_moett), "kommer": _lest(lister.kurs_kommer), "nettverk": nettverk}


def _lest(rader: list[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {
            "tittel": r["tittel"],
            "url": reverse("kompetanse:arrangement", args=[r["noekkel"]]),
            "tid": _tid(r["start"], r["slutt"]),
        }
        for r in rader
    ]


def _tid(start: str, slutt: str) -> str:
    fra, til = parse_datetime(start), parse_datetime(slutt)
    return tidsrom(fra, til) if fra and til else ""
