"""Which municipalities have been reached: someone who works for one came to an event that was held."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import kommuner_i_fylket
from regionalt.kompetanse.models import Arrangement, Oppmoete, Tilstand


def oppmoeter(aar: int, tema: str = "") -> QuerySet[Oppmoete]:
    """Return the attendance at the events held in a year, perhaps of one theme."""
    rader = Oppmoete.objects.filter(
        paamelding__arrangement__tilstand=Tilstand.HOLDT, paamelding__arrangement__start__year=aar
    )
    return rader.filter(paamelding__arrangement__tema=tema) if tema else rader


def kommuner_med_naadd(aar: int, tema: str = "") -> QuerySet[Virksomhet]:
    """Return the county's municipalities with `naadd`: True when someone from there came."""
    deres = oppmoeter(aar, tema).filter(paamelding__virksomhet=OuterRef("pk"))
    return kommuner_i_fylket().annotate(naadd=Exists(deres))


def per_tema(aar: int) -> dict[str, dict[str, int]]:
    """Return theme → `arrangementer` held, `deltakere` who came, `kommuner` reached, in a year."""
    holdt = Arrangement.objects.filter(tilstand=Tilstand.HOLDT, start__year=aar).order_by()
    antall = dict(holdt.values_list("tema").annotate(n=Count("pk")))
    rader = (
        oppmoeter(aar)
        .order_by()
        .values_list("paamelding__arrangement__tema")
        .annotate(d=Count("paamelding", distinct=True))
    )
    deltakere = dict(rader)
    kommuner = dict(
        oppmoeter(aar)
        .filter(paamelding__virksomhet__in=kommuner_i_fylket().order_by())
        .order_by()
        .values_list("paamelding__arrangement__tema")
        .annotate(k=Count("paamelding__virksomhet", distinct=True))
    )
    return {
        tema: {
            "arrangementer": n,
            "deltakere": deltakere.get(tema, 0),
            "kommuner": kommuner.get(tema, 0),
        }
        for tema, n in antall.items()
    }


def aarene(i_dag: date) -> list[int]:
    """Return the years to choose from: this one and the four before."""
    return [i_dag.year - n for n in range(5)]
