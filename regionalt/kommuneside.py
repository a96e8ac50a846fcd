"""What stands on a municipality's page: meetings and what the sources keep, as one line of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from integrering.grunnmur import visning
from integrering.tilgang.aktoer import Aktoer
from integrering.tilgang.models import Virksomhet
from integrering.utveksling.moeter.actions.felles import INNKALLERE
from integrering.utveksling.moeter.models import Moetepunkt
from integrering.utveksling.moeter.tekster import moetets_tid
from regionalt.kommunepaneler import panelfelt
from regionalt.queries.kommuner import finn_kommune, tallfelt
from regionalt.queries.moeter import avtalt, siste_og_neste
from regionalt.tidslinje import Avtale, Hendelse, tidslinjekilder

FLEST = 10
_SENT = date(9999, 12, 31)


@dataclass(frozen=True)
class Stand:
    """When we met and meet next, what has happened (the latest first), and what is agreed (open first)."""

    siste: Hendelse | None
    neste: Hendelse | None
    hendelser: tuple[Hendelse, ...]
    avtaler: tuple[Avtale, ...]


def les_kommunen(nummer: str, av: Aktoer, dag: date) -> Virksomhet | None:
    """Return a municipality with all that its page counts of it: one query."""
    felt: dict[str, Any] = tallfelt(dag) | panelfelt(av.rolle, dag)
    for kilde in tidslinjekilder():
        felt.update(kilde.felt(dag))
    return finn_kommune(nummer, **felt)


def standen(kommune: Virksomhet, naa: datetime) -> Stand:
    """Return how it stands with a municipality that is read with `les_kommunen`: two queries."""
    moeter, kilder, i_dag = siste_og_neste(kommune, naa), tidslinjekilder(), visning.lokal_dato(naa)
    hendelser = [_moete(m, naa) for m in moeter]
    punkter = avtalt(kommune, next((m for m in moeter if m.start < naa), None))
    avtaler = [_punkt(p) for p in punkter]
    for kilde in kilder:
        hendelser += kilde.hendelser(kommune)
        avtaler += kilde.avtaler(kommune)
    hendelser.sort(key=lambda h: h.dato, reverse=True)
    avtaler.sort(key=lambda a: (not a.aapen, a.frist or _SENT))
    moett = (h for h in hendelser if h.moete and not h.planlagt)
    kommer = [h for h in hendelser if h.moete and h.planlagt and h.dato >= i_dag]
    return Stand(
        siste=next(moett, None),
        neste=kommer[-1] if kommer else None,
        hendelser=tuple(_noen(hendelser)),
        avtaler=tuple(avtaler),
    )


def handlinger(kommune: Virksomhet, av: Aktoer) -> list[tuple[str, str]]:
    """Return (address, text) of what the reader can do with the municipality."""
    ut = []
    if av.er_fylke and av.har(*INNKALLERE):
        ut.append((f"{reverse('moete_nytt')}?kommune={kommune.nummer}", _("Nytt dialogmøte")))
    for kilde in tidslinjekilder():
        ut += kilde.handlinger(av, kommune)
    return ut


def _noen(hendelser: list[Hendelse]) -> list[Hendelse]:
    """Return the nearest of those to come, and the last that have been."""
    kommer = [h for h in hendelser if h.planlagt]
    return kommer[-FLEST:] + [h for h in hendelser if not h.planlagt][:FLEST]


def _moete(moete: Any, naa: datetime) -> Hendelse:
    return Hendelse(
        dato=visning.lokal_dato(moete.start),
        tittel=moete.tittel,
        slag=moete.typenavn,
        url=reverse("moete", args=[moete.noekkel]),
        naar=moetets_tid(moete),
        moete=True,
        planlagt=moete.start >= naa,
    )


def _punkt(punkt: Moetepunkt) -> Avtale:
    hvem = str(punkt.eier_virksomhet)
    if punkt.eier_bruker:
        hvem = _("%(navn)s, %(virksomhet)s") % {"navn": punkt.eier_bruker, "virksomhet": hvem}
    farge = "info" if punkt.aapen else "success"
    return Avtale(
        tekst=punkt.tekst,
        hvem=hvem,
        frist=punkt.frist,
        aapen=punkt.aapen,
        status=punkt.get_tilstand_display(),
        farge=farge,
    )
