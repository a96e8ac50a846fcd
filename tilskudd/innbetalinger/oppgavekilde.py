"""A payment round with differences nobody has looked at for two weeks is a task for the advisers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from integrering.oppgaver.regelverk import Emne, Forslag, Oppgavekilde, Oppgaveregel
from integrering.tilgang.queries import vaart_fylke
from integrering.tilgang.roller import Rolle
from tilskudd.innbetalinger.models import Post, Poststatus
from tilskudd.innbetalinger.motor import KILDE
from tilskudd.innbetalinger.queries.oversikt import AVVIK
from tilskudd.innbetalinger.rules.frist import er_gammel, frist


@dataclass(frozen=True)
class Rundefakta:
    """The new differences of a round: how many, and the day the first of them was found."""

    antall: int
    eldste: date


def _finn(f: Rundefakta, i_dag: date) -> Iterable[Forslag]:
    if er_gammel(f.eldste, i_dag):
        yield Forslag(frist=frist(f.eldste), verdier={"antall": str(f.antall), "dato": f.eldste.isoformat()})


def les(ider: Collection[int] | None) -> Iterator[tuple[Emne, Rundefakta]]:
    """Yield the rounds that have new differences."""
    nye = Post.objects.filter(AVVIK, status=Poststatus.NY)
    if ider is not None:
        nye = nye.filter(kvartal__in=list(ider))
    fylket = vaart_fylke().pk
    runder = nye.values_list("kvartal").annotate(n=Count("pk"), eldste=Min("funnet")).order_by("kvartal")
    for kvartal, antall, eldste in runder:
        emne = Emne(
            id=kvartal.indeks,
            virksomhet_id=fylket,
            url=f"{reverse('innbetalinger:avvik')}?kvartal={kvartal}&status=ny",
            tekst=str(kvartal),
        )
        yield emne, Rundefakta(antall, _dagen(eldste))


def _dagen(tid: datetime) -> date:
    return timezone.localdate(tid)


AVVIK_UBEHANDLET: Oppgaveregel[Rundefakta] = Oppgaveregel(
    kode="INNBETALING_AVVIK",
    tittel=_("Se på avvik i innbetalingene fra IMDi"),
    hvorfor=_("%(antall)s avvik i runden er ikke sett på. Det eldste er fra %(dato)s."),
    handling=_("Se avvikene"),
    hjemmel=_("IMDi: mottakeren melder fra om tilskudd som ikke er utbetalt"),
    roller=frozenset({Rolle.TILSKUDDSRAADGIVER}),
    finn=_finn,
    for_fylket=True,
)
OPPGAVEKILDE: Oppgavekilde[Rundefakta] = Oppgavekilde(navn=KILDE, les=les, regler=(AVVIK_UBEHANDLET,))
