"""What others show of the plans: the leader, the wheel, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur import kroner
from integrering.grunnmur.samlet import Rader, Sporring, tell
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.ledelsestall import Tall
from regionalt.planer.models import Arbeidskraftbehov, Plan, Plantilstand, Plantiltak, Tiltaksstatus
from regionalt.planer.queries.kunnskap import gjelder
from regionalt.planer.queries.tiltak import FERDIG, sent


def spoer_forsinket(dag: date) -> Sporring:
    """Ask for the measures of decided plans: how many, and how many that are late."""
    rader = Plantiltak.objects.filter(maal__plan__tilstand=Plantilstand.VEDTATT)
    return tell(rader, alle=Count("pk"), sent=Count("pk", filter=sent(dag)))


def forsinket(rader: Rader, dag: date) -> Tall | None:
    """Return how many measures are late; None without decided plans."""
    (telt,) = rader
    if not telt["alle"]:
        return None
    verdi = _("%(sent)s av %(alle)s") % {"sent": kroner.tall(telt["sent"]), "alle": kroner.tall(telt["alle"])}
    url = f"{reverse('planer:tiltakene')}?sent=on"
    return Tall(
        verdi, _("Passert siste dag, eller meldt forsinket."), url, "warning" if telt["sent"] else "success"
    )


def spoer_plandager(fra: date, til: date) -> Sporring:
    """Ask for the plans that end, and the hearings whose deadline comes, between two days."""
    ut = Q(tilstand=Plantilstand.VEDTATT, til__range=(fra, til))
    svar = Q(tilstand=Plantilstand.HOERING, hoeringsfrist__range=(fra, til))
    return (
        Plan.objects.filter(ut | svar)
        .order_by("pk")
        .values("tittel", "noekkel", "tilstand", "til", "hoeringsfrist")
    )


def plandager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the last days of the plans that count, and of the hearings."""
    for p in rader:
        url = reverse("planer:plan", args=[p["noekkel"]])
        if p["tilstand"] == Plantilstand.VEDTATT:
            yield Hjuldag(p["til"], _("Planen «%(tittel)s» går ut") % p, url, frist=True)
        else:
            yield Hjuldag(p["hoeringsfrist"], _("Høringsfrist: «%(tittel)s»") % p, url, frist=True)


def spoer_tiltaksdager(fra: date, til: date) -> Sporring:
    """Ask for the measures of plans that count, and that are not over, whose last day is between two days."""
    rader = Plantiltak.objects.filter(maal__plan__tilstand=Plantilstand.VEDTATT, til__range=(fra, til))
    return rader.exclude(status__in=FERDIG).order_by("til", "pk").values("tittel", "noekkel", "til")


def tiltaksdager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield the last days of the measures."""
    for t in rader:
        url = reverse("planer:tiltak", args=[t["noekkel"]])
        yield Hjuldag(t["til"], _("Tiltaket «%(tittel)s» skal være ferdig") % t, url, frist=True)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return the tables of a year: where the measures stood, and what the region needed done."""
    return (_tiltakene(aar), _behovene(aar))


def _tiltakene(aar: int) -> Rapporttabell:
    rader = Plantiltak.objects.filter(
        maal__plan__tilstand__in=(Plantilstand.VEDTATT, Plantilstand.AVSLUTTET), fra__lte=date(aar, 12, 31)
    ).filter(Q(til__isnull=True) | Q(til__gte=date(aar, 1, 1)))
    antall = dict(rader.order_by().values_list("status").annotate(n=Count("pk")))
    return Rapporttabell(
        tittel=_("Tiltak i planene"),
        kolonner=(_("Status"), _("Tiltak")),
        rader=tuple((str(s.label), antall[s.value]) for s in Tiltaksstatus if s.value in antall),
        kilde=_("Tiltak i vedtatte planer som varte i året, etter siste status."),
        diagram=True,
    )


def _behovene(aar: int) -> Rapporttabell:
    rader = Arbeidskraftbehov.objects.filter(gjelder(date(aar, 1, 1)), kilde_dato__lte=date(aar, 12, 31))
    valgt = rader.order_by("yrke", "pk").values_list("yrke", F("kommune__navn"), "antall", "opplaering")
    return Rapporttabell(
        tittel=_("Behov for arbeidskraft"),
        kolonner=(_("Yrke"), _("Kommune"), _("Antall"), _("Opplæring som trengs")),
        rader=tuple(
            (yrke, sted or _("Hele fylket"), _("ukjent") if antall is None else kroner.tall(antall), laere)
            for yrke, sted, antall, laere in valgt
        ),
        kilde=_("Behov som er registrert med kilde, og som gjaldt i året."),
    )
