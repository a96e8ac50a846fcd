"""Prevention on the pages of all the regional work: a municipality's page, the leader's, wheel and report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from regionalt.aarshjul import Hjuldag
from regionalt.aarsrapport import Rapporttabell
from regionalt.forebygging.models import Aktivitetsslag
from regionalt.forebygging.queries import aktiviteter, oversikt
from regionalt.ledelsestall import Tall

# How far back the activities on a municipality's page go.
DAGER_TILBAKE = 365
_SIDER = {
    "tjeneste": "forebygging:tjeneste",
    "raadgiver": "forebygging:raadgiver",
    "aktivitet": "forebygging:aktivitet",
}


def kommunepanel(request: HttpRequest, kommune: Virksomhet) -> dict[str, Any]:
    """Return a municipality's mangfoldsrådgivere, and its activities of the last year and to come."""
    i_dag = timezone.localdate()
    siden = i_dag - timedelta(days=DAGER_TILBAKE)
    linjer = oversikt.i_kommune(kommune.pk, kommune.nummer, i_dag, siden)
    return {
        "raadgivere": [linje for linje in linjer if linje.slag == "raadgiver"],
        "aktiviteter": [linje for linje in linjer if linje.slag == "aktivitet"],
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
