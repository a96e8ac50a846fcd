"""What is spent of a grant, post by post; who took part; methods; files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from integrering.rapporter.queries.smaatall import grense
from integrering.rapporter.rules.smaatall import SUM, med_summer, skjulte
from tilskudd.soekt.models import Bruk, Budsjettlinje, Kjoenn, Metode, Nivaa, Soeknad, Soeknadsvedlegg
from tilskudd.soekt.queries.soeknader import postene, som_post
from tilskudd.soekt.rules.bruk import Rom
from tilskudd.soekt.rules.budsjett import fordel


@dataclass(frozen=True)
class Postbruk:
    """A post of the budget with what is set aside for it and spent. `linje` None: outside the budget."""

    linje: Budsjettlinje | None
    avsatt: int
    brukt: int

    @property
    def igjen(self) -> int:
        """What is left; below zero when more is spent than set aside."""
        return self.avsatt - self.brukt


def bruken(soeknad: Soeknad) -> list[Bruk]:
    """Return the amounts spent, newest first, the annulled too."""
    return list(
        soeknad.bruk.select_related("linje", "registrert_av", "annullert_av").order_by("-dato", "-pk")
    )


def per_post(soeknad: Soeknad) -> list[Postbruk]:
    """Return the earmarks: the granted amount shared over the posts, and what is spent of each."""
    brukt: dict[int | None, int] = defaultdict(int)
    for linje_id, beloep in soeknad.bruk.filter(annullert__isnull=True).values_list("linje_id", "beloep"):
        brukt[linje_id] += beloep
    poster = postene(soeknad)
    deler = fordel(soeknad.innvilget or 0, [som_post(p).soekes for p in poster])
    ut = [Postbruk(p, avsatt, brukt[p.pk]) for p, avsatt in zip(poster, deler, strict=True)]
    rest = (soeknad.innvilget or 0) - sum(deler)
    if rest or brukt[None]:
        ut.append(Postbruk(None, rest, brukt[None]))
    return ut


def rommet(soeknad: Soeknad, linje: Budsjettlinje | None) -> Rom:
    """Return what there is to spend: of the grant, and of a post."""
    poster = per_post(soeknad)
    paa_posten = next((p.igjen for p in poster if linje and p.linje and p.linje.pk == linje.pk), None)
    brukt = sum(p.brukt for p in poster)
    return Rom((soeknad.innvilget or 0) - brukt, paa_posten, soeknad.fra, soeknad.til)


@dataclass(frozen=True)
class Talltabell:
    """Counts by level and sex with totals; a small number is «:» so that nobody can be recognised."""

    tittel: str
    kolonner: Sequence[str]
    rader: Sequence[tuple[str, Sequence[str]]]


def talltabell(soeknad: Soeknad, felt: str, tittel: str) -> Talltabell | None:
    """Return the counts of one kind («deltakere», «fullfoert»); None when nothing is counted."""
    tall = {(r.nivaa, r.kjoenn): int(getattr(r, felt)) for r in soeknad.resultater.all()}
    if not tall:
        return None
    rader = [n for n in Nivaa.values if any(tall.get((n, k)) for k in Kjoenn.values)]
    kolonner = list(Kjoenn.values)
    alle = med_summer(rader, kolonner, tall)
    skjult = skjulte(alle, grense())
    bredde = [*kolonner, SUM]
    med_bunn = [*rader, SUM] if len(rader) > 1 else rader

    def celle(rad: str, kolonne: str) -> str:
        return ":" if (rad, kolonne) in skjult else str(alle[rad, kolonne])

    navn = {n.value: str(n.label) for n in Nivaa} | {SUM: _("I alt")}
    hoder = {k.value: str(k.label) for k in Kjoenn} | {SUM: _("I alt")}
    return Talltabell(
        tittel, [hoder[k] for k in bredde], [(navn[r], [celle(r, k) for k in bredde]) for r in med_bunn]
    )


def resultatverdier(soeknad: Soeknad) -> dict[tuple[str, str], tuple[int, int]]:
    """Return (level, sex) → (participants, completed), as they were registered."""
    return {(r.nivaa, r.kjoenn): (r.deltakere, r.fullfoert) for r in soeknad.resultater.all()}


def filene(soeknad: Soeknad) -> list[Soeknadsvedlegg]:
    """Return the evidence, oldest first, with versions."""
    return list(
        soeknad.vedlegg.select_related("vedlegg", "partner", "bruk").prefetch_related("vedlegg__versjoner")
    )


def metodene(tekst: str = "") -> QuerySet[Metode]:
    """Return the methods, by title; with `tekst` those with all its words."""
    alle = Metode.objects.select_related("soeknad__utlysning__ordning")
    for ord_ in tekst.split():
        alle = alle.filter(
            Q(tittel__icontains=ord_) | Q(beskrivelse__icontains=ord_) | Q(passer_for__icontains=ord_)
        )
    return alle.order_by("tittel", "pk")
