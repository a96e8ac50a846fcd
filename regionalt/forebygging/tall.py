"""Prevention on the pages of all the regional work: the leader's, the wheel, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.forebygging.models import Aktivitetsslag
from regionalt.forebygging.queries import aktiviteter, oversikt
from regionalt.ledelsestall import Tall

_SIDER = {
    "tjeneste": "forebygging:tjeneste",
    "raadgiver": "forebygging:raadgiver",
    "aktivitet": "forebygging:aktivitet",
}


def ledelsestall(av: Aktoer, i_dag: date) -> Tall:
    """Return how much of the directory should have been looked over."""
    antall = oversikt.til_gjennomgang(i_dag)
    url = f"{reverse('forebygging:raadgivere')}?sorter=gjennomgaas"
    return Tall(str(antall), url=url, farge="warning" if antall else "success")


def hjuldager(av: Aktoer, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield review dates (deadlines) and activities."""
    for linje in oversikt.datoer(fra, til):
        frist = linje.slag != "aktivitet"
        tittel = _("Se over %(navn)s") % {"navn": linje.navn} if frist else linje.navn
        url = reverse(_SIDER[linje.slag], args=[linje.noekkel])
        if linje.dag is not None:
            yield Hjuldag(linje.dag, tittel, url, frist=frist)


def kapittel(aar: int) -> Sequence[Rapporttabell]:
    """Return activities and participants of a year, by kind and by national plan. Numbers only."""
    fra, til = date(aar, 1, 1), date(aar, 12, 31)
    kolonner = (_("Aktiviteter"), _("Deltakere"))
    kilde = _("Forebyggende aktiviteter i året. Den som deltar flere ganger, telles hver gang.")
    slagene = dict(Aktivitetsslag.choices)
    per_slag = tuple((str(slagene[s]), n, d) for s, n, d in aktiviteter.per_slag(fra, til))
    per_plan = tuple((p or _("Ingen plan"), n, d) for p, n, d in aktiviteter.per_plan(fra, til))
    return (
        Rapporttabell(_("Forebyggende aktiviteter"), (_("Slag"), *kolonner), per_slag, kilde, diagram=True),
        Rapporttabell(_("Aktiviteter etter nasjonal plan"), (_("Plan"), *kolonner), per_plan, kilde),
    )
