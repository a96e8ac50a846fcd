"""Prevention on the pages of all the regional work: the leader's, the wheel, the yearly report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur.samlet import Rader
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.forebygging.models import Aktivitetsslag
from regionalt.forebygging.queries import aktiviteter
from regionalt.ledelsestall import Tall

_SIDER = {
    "tjeneste": "forebygging:tjeneste",
    "raadgiver": "forebygging:raadgiver",
    "aktivitet": "forebygging:aktivitet",
}


def gjennomgang(rader: Rader, dag: date) -> Tall:
    """Return how much of the directory should have been looked over."""
    antall = len(rader)
    url = f"{reverse('forebygging:raadgivere')}?sorter=gjennomgaas"
    return Tall(str(antall), url=url, farge="warning" if antall else "success")


def hjuldager(rader: Rader, fra: date, til: date) -> Iterable[Hjuldag]:
    """Yield review dates (deadlines) and activities."""
    for rad in rader:
        frist = rad["sort"] != "aktivitet"
        tittel = _("Se over %(navn)s") % {"navn": rad["kalt"]} if frist else rad["kalt"]
        url = reverse(_SIDER[rad["sort"]], args=[rad["noekkel"]])
        yield Hjuldag(rad["dagen"], tittel, url, frist=frist)


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
