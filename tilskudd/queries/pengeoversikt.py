"""The money of the last twelve quarters, for the county and by municipality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from integrering.grunnmur.kvartal import Kvartal
from integrering.tilgang.models import Virksomhet
from integrering.tilgang.queries import vaart_fylke
from tilskudd.models import Kjoering, Mottakersum
from tilskudd.oversiktstall import Oversiktstall, alle_tall
from tilskudd.queries.fylkets_del import utloest
from tilskudd.queries.oversikt import levende

ANTALL = 12
FORVENTET = "forventet"
UTEN_KOMMUNE = ""


@dataclass(frozen=True)
class Celle:
    """Kroner, and where they are explained. None: there is no figure."""

    beloep: int | None
    url: str = ""


@dataclass(frozen=True)
class Kvartalspenger:
    """A quarter: expected, approved, and what the apps above add, in their order."""

    kvartal: Kvartal
    celler: tuple[Celle, ...]


@dataclass(frozen=True)
class Pengeoversikt:
    """The quarters, newest first, under the headings of their cells."""

    titler: tuple[str | Promise, ...]
    rader: tuple[Kvartalspenger, ...]


def siste_kvartaler(kjoeringer: list[Kjoering]) -> list[Kvartal]:
    """Return twelve quarters, newest first: to the latest run, or to the last quarter that has ended."""
    siste = Kvartal.for_dato(timezone.localdate()).forrige()
    if kjoeringer:
        siste = max(siste, kjoeringer[0].kvartal)
    return [Kvartal.fra_indeks(siste.indeks - n) for n in range(ANTALL)]


def _fylkets(kjoeringer: list[Kjoering]) -> dict[int, int]:
    """Return what the runs give the county: run → kroner of its lines."""
    rader = Mottakersum.objects.filter(kjoering__in=[k.pk for k in kjoeringer], mottaker=vaart_fylke())
    return dict(rader.values_list("kjoering_id", "linjer_sum"))


def pengeoversikt() -> Pengeoversikt:
    """Return the overview of the county's money. Two queries, and those of the apps above."""
    kjoeringer = list(levende()[:ANTALL])
    kvartaler, per = siste_kvartaler(kjoeringer), {k.kvartal: k for k in kjoeringer}
    fylkets, andres = _fylkets(kjoeringer), [(t, t.per_kvartal(kvartaler)) for t in alle_tall()]

    def rad(kvartal: Kvartal) -> Kvartalspenger:
        kjoering = per.get(kvartal)
        url = reverse("tilskudd:kvartal", args=[kvartal]) if kjoering else ""
        beloep = fylkets.get(kjoering.pk, 0) if kjoering and kjoering.beregnet_tid else None
        godkjent = beloep if kjoering and kjoering.er_bokfoert else None
        egne = [Celle(beloep, url), Celle(godkjent, url)]
        return Kvartalspenger(kvartal, (*egne, *(_celle(t, tall, kvartal) for t, tall in andres)))

    titler = (_("Forventet"), _("Godkjent"), *(t.tittel for t, _tall in andres))
    return Pengeoversikt(titler, _uten_tom_hale([rad(k) for k in kvartaler]))


def _uten_tom_hale(rader: list[Kvartalspenger]) -> tuple[Kvartalspenger, ...]:
    """Leave out the oldest quarters when nothing stands in them, nor in any before them."""
    while len(rader) > 1 and not any(celle.beloep or celle.url for celle in rader[-1].celler):
        rader = rader[:-1]
    return tuple(rader)


def _celle(tall: Oversiktstall, verdier: Mapping[Kvartal, int], kvartal: Kvartal) -> Celle:
    beloep = verdier.get(kvartal)
    return Celle(beloep, tall.url(kvartal, "") if beloep is not None else "")


# --- By municipality ---


@dataclass(frozen=True)
class Kommunerad:
    """A municipality's quarters, and their sum; without a municipality: what cannot be placed."""

    kommune: Virksomhet | None
    celler: tuple[Celle, ...]

    @property
    def sum(self) -> int:
        """All quarters together."""
        return sum(c.beloep or 0 for c in self.celler)


@dataclass(frozen=True)
class Kommuneoversikt:
    """One figure of twelve quarters, oldest first, by municipality."""

    tall: str
    tittel: str | Promise
    forklaring: str | Promise
    kvartaler: tuple[Kvartal, ...]
    rader: tuple[Kommunerad, ...]

    @property
    def summer(self) -> list[int]:
        """Each quarter, over all municipalities."""
        return [sum(rad.celler[n].beloep or 0 for rad in self.rader) for n in range(len(self.kvartaler))]

    @property
    def sum(self) -> int:
        """All of it."""
        return sum(self.summer)


Verdier = Mapping[tuple[Kvartal, str], int]


def valg() -> list[tuple[str, str | Promise]]:
    """Return the figures there are: name and title."""
    return [(FORVENTET, _("Forventet")), *((t.navn, t.tittel) for t in alle_tall())]


def kommuneoversikt(tall: str) -> Kommuneoversikt | None:
    """Return a figure by quarter and municipality; None when no app has it. At most ten queries."""
    kjoeringer = list(levende()[:ANTALL])
    kvartaler = siste_kvartaler(kjoeringer)[::-1]
    if tall == FORVENTET:
        forklaring = _(
            "Det fylkeskommunen har til gode etter kommunens registreringer, "
            "fordelt etter hvor personen bodde."
        )
        return _oversikt(FORVENTET, _("Forventet"), forklaring, kvartaler, _forventet(kjoeringer), _oppgave)
    andre = next((t for t in alle_tall() if t.navn == tall), None)
    if andre is None:
        return None
    verdier = andre.per_kommune(kvartaler)
    return _oversikt(andre.navn, andre.tittel, andre.forklaring, kvartaler, verdier, andre.url)


def _oppgave(kvartal: Kvartal, nummer: str) -> str:
    if nummer == UTEN_KOMMUNE:
        return reverse("tilskudd:kvartal", args=[kvartal])
    return reverse("tilskudd:oppgave", args=[kvartal, nummer])


def _forventet(kjoeringer: list[Kjoering]) -> Verdier:
    """Return the county's kroner; those of protected persons and of opening runs have no municipality."""
    per, ut = {k.pk: k.kvartal for k in kjoeringer}, defaultdict[tuple[Kvartal, str], int](int)
    for rad in utloest(per):
        ut[per[rad.kjoering_id], rad.kommune] += rad.beloep
    for kjoering_id, beloep in _fylkets(kjoeringer).items():
        kvartal = per[kjoering_id]
        fordelt = sum(v for (k, nummer), v in ut.items() if k == kvartal and nummer != UTEN_KOMMUNE)
        ut[kvartal, UTEN_KOMMUNE] = beloep - fordelt
    return ut


def _oversikt(
    navn: str,
    tittel: str | Promise,
    forklaring: str | Promise,
    kvartaler: list[Kvartal],
    verdier: Verdier,
    url: Callable[[Kvartal, str], str],
) -> Kommuneoversikt:
    kommuner = {v.nummer: v for v in Virksomhet.objects.filter(type="kommune").order_by("nummer")}
    med_tall = {nummer for (_k, nummer), beloep in verdier.items() if beloep}
    egne = [
        n for n in kommuner if n.startswith(settings.FYLKESNUMMER) and (kommuner[n].aktiv or n in med_tall)
    ]
    andre = sorted(med_tall - {UTEN_KOMMUNE, *egne})

    def rad(nummer: str) -> Kommunerad:
        celler = (verdier.get((k, nummer)) for k in kvartaler)
        return Kommunerad(
            kommuner.get(nummer),
            tuple(
                Celle(beloep, url(k, nummer) if beloep else "")
                for k, beloep in zip(kvartaler, celler, strict=True)
            ),
        )

    uten = [UTEN_KOMMUNE] if UTEN_KOMMUNE in med_tall else []
    return Kommuneoversikt(
        navn, tittel, forklaring, tuple(kvartaler), tuple(rad(n) for n in [*egne, *andre, *uten])
    )
